/** The bump of the changesets against the semantic diff: neither more nor less may be released under a version than it says. */
import {
  type Bump,
  changeLine,
  impliedBump,
  type Change as ManifestChange,
} from '@beta-headers/manifest/diff';
import type { Change } from './changelog.ts';

const BUMPS: readonly string[] = ['none', 'patch', 'minor', 'major'] satisfies (Bump | 'none')[];

/** Why the changesets ask for too small a version; nothing where they do not. */
export function tooSmall(
  changes: readonly ManifestChange[],
  changesets: readonly Change[],
  since: string,
): string | undefined {
  const said = Math.max(
    0,
    ...changesets.flatMap((change) => change.releases.map(({ type }) => BUMPS.indexOf(type))),
  );
  const implied = impliedBump(changes);
  if (implied === undefined || said >= BUMPS.indexOf(implied)) return undefined;
  const why = changes
    .filter((change) => change.bump === implied)
    .map((change) => `  ${changeLine(change)}`);
  return [
    `The changesets say ${BUMPS[said]}, and since ${since} the manifest has changed in a ${implied} way:`,
    ...why,
    'Raise one of them. VERSIONING.md says what is what. Nothing was written.',
  ].join('\n');
}
