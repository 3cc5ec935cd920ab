/** Compares the bump of the changesets with the one that the manifest's changes imply. */
import {
  type Bump,
  formatChange,
  impliedBump,
  type Change as ManifestChange,
} from '@beta-headers/manifest/diff';
import type { Change } from './changelog.ts';

const BUMPS: readonly string[] = ['none', 'patch', 'minor', 'major'] satisfies (Bump | 'none')[];

/** Explains why the bump of the changesets is too small; undefined if it is not. */
export function explainSmallBump(
  changes: readonly ManifestChange[],
  changesets: readonly Change[],
  since: string,
): string | undefined {
  const requested = Math.max(
    0,
    ...changesets.flatMap((change) => change.releases.map(({ type }) => BUMPS.indexOf(type))),
  );
  const implied = impliedBump(changes);
  if (implied === undefined || requested >= BUMPS.indexOf(implied)) return undefined;
  const reasons = changes
    .filter((change) => change.bump === implied)
    .map((change) => `  ${formatChange(change)}`);
  return [
    `The changesets say ${BUMPS[requested]}, and since ${since} the manifest has changed in a ` +
      `${implied} way:`,
    ...reasons,
    'Raise one of them. VERSIONING.md lists the bump of every change. Nothing was written.',
  ].join('\n');
}
