/** Changes of the manifest as text, in the groups of the changelog. */
import { pluralize } from '../text.ts';
import type { Change } from './change.ts';
import { impliedBump } from './changes.ts';
import { CHANGE_GROUPS } from './kinds.ts';
import { renderEnglish } from './render.en.ts';

/** Formats a change as one line of English, with its subject. */
export const formatChange = (change: Change): string =>
  `${change.subject} ${renderEnglish(change)}`;

/** Formats a paragraph for each group and a line for each change, then the bump. */
export function formatChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return 'nothing changed in meaning: no bump';
  const groups = CHANGE_GROUPS.flatMap((group) => {
    const lines = changes
      .filter((change) => change.group === group)
      .map((change) => `  ${change.bump.padEnd(5)}  ${formatChange(change)}`);
    return lines.length > 0 ? [[group, ...lines].join('\n')] : [];
  });
  return [...groups, `${pluralize(changes.length, 'change')}: ${impliedBump(changes)}`].join(
    '\n\n',
  );
}
