import type { BetaSource, Evidence } from '../schema.ts';
import { eachBeta, type Lint } from './lint.ts';

/** What a claim rests on leads to the place that says it: a file of a repository at one commit, and a page with what to look for there. */
export const evidenceLeads: Lint = {
  name: 'evidence-leads',
  *check(sources) {
    for (const { source, beta, path } of eachBeta(sources)) {
      // What somebody keeps beside the published manifest has its own readers.
      if (source.overlay) continue;
      for (const { evidence, at } of claimsOf(beta)) {
        for (const [index, one] of evidence.entries()) {
          if (!('url' in one)) continue;
          if (one.says === undefined) {
            yield source.problem(
              [...path, ...at, 'evidence', index],
              'evidence-leads',
              `\`${one.url}\` is given, and not what it says`,
              'add `says`: what a reader should find there, in our own words',
            );
          }
          const moving = movingOf(one.url);
          if (moving) {
            yield source.problem(
              [...path, ...at, 'evidence', index, 'url'],
              'evidence-leads',
              `\`${one.url}\` ${moving}, so it can say something else tomorrow`,
              'link the file at the commit that was read: /blob/<40 hex digits>/path',
            );
          }
        }
      }
    }
  },
};

function claimsOf(
  beta: BetaSource,
): { evidence: readonly Evidence[]; at: readonly PropertyKey[] }[] {
  const { released, graduated, retired, models } = beta;
  return [
    { evidence: beta.evidence, at: [] },
    ...Object.entries({ released, graduated, retired, models }).flatMap(([key, fact]) =>
      fact ? [{ evidence: fact.evidence, at: [key] }] : [],
    ),
    ...Object.entries(beta.platforms ?? {}).map(([platform, { evidence }]) => ({
      evidence,
      at: ['platforms', platform],
    })),
    ...(['conflicts', 'traps'] as const).flatMap((key) =>
      (beta[key] ?? []).map(({ evidence }, index) => ({ evidence, at: [key, index] })),
    ),
  ];
}

function movingOf(url: string): string | undefined {
  const path = /^https?:\/\/(?:www\.)?github\.com(\/[^?#]*)/i.exec(url)?.[1];
  if (path === undefined) return undefined;
  const [, , , kind, revision] = path.split('/');
  if (kind === undefined || kind === '') return 'is a whole repository';
  if (kind !== 'blob' && kind !== 'tree') return undefined;
  return /^[0-9a-f]{40}$/.test(revision ?? '')
    ? undefined
    : `follows the branch or tag ${revision}`;
}
