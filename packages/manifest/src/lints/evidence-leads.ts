import type { Path } from '../source.ts';
import { type Citation, eachEntry, type Lint, visitCitations } from './lint.ts';

/**
 * A citation leads to the place that says it: a file of a repository at one commit, a page with
 * what to look for there, a declaration or a changelog section of a package.
 */
export const evidenceLeads: Lint = {
  name: 'evidence-leads',
  *check(sources) {
    const isPage = new Map<string, boolean>();
    for (const { file, data, path } of eachEntry(sources, 'sources')) {
      isPage.set(data.id, 'url' in data);
      const moving = 'url' in data && !file.overlay ? movingOf(data.url) : undefined;
      if (moving) {
        yield file.problem(
          [...path, 'url'],
          'evidence-leads',
          `\`${'url' in data ? data.url : ''}\` ${moving}, so it can say something else tomorrow`,
          'link the file at the commit that was read: /blob/<40 hex digits>/path',
        );
      }
    }
    const vague: { citation: Citation; at: Path; what: 'says' | 'at' }[] = [];
    visitCitations(sources, (citation) => {
      const { file, evidence } = citation;
      const page = isPage.get(evidence.source);
      // An overlay has its own readers, and lists need no more than the source.
      if (file.overlay || page === undefined) return;
      const isFeature = sources.features.some((feature) => feature === file);
      const add = (what: 'says' | 'at') => vague.push({ citation, at: citation.path(), what });
      if (page && isFeature && evidence.says === undefined) add('says');
      if (!page && evidence.at === undefined) add('at');
    });
    for (const { citation, at, what } of vague) {
      const { file, evidence } = citation;
      yield file.problem(
        at,
        'evidence-leads',
        what === 'says'
          ? `\`${evidence.source}\` is cited without what it says`
          : `\`${evidence.source}\` is cited without the place in it`,
        what === 'says'
          ? 'add `says`: what a reader should find there, in our own words'
          : 'add `at`: the declaration (`AnthropicBeta`) or the section (`CHANGELOG.md 1.9.0`)',
      );
    }
  },
};

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
