/** The comparison as text. */
import type { Comparison } from './compare.ts';
import { type Item, idOf } from './item.ts';

const COLUMNS = ['kind', 'old items', 'found', 'listed', 'lost'] as const;

/** A table of the kinds, then each lost and each added item with its file and path. */
export function formatComparison(comparison: Comparison): string {
  const { lost, added, stale, rows } = comparison;
  const counts = rows.map(([kind, old, found, listed]) => [kind, old, found, listed] as const);
  const sum = (column: 1 | 2 | 3): number => counts.reduce((total, row) => total + row[column], 0);
  const table = [...counts, ['all', sum(1), sum(2), sum(3)] as const].map(
    ([kind, old, found, listed]) => [kind, old, found, listed, old - found - listed].map(String),
  );
  return [
    ...[[...COLUMNS], ...table].map(line),
    '',
    ...added.map((item) => describe('added', item)),
    ...lost.map((item) => describe('lost', item)),
    ...stale.map((entry) => `accepted.yaml: ${entry}`),
    `${added.length} added or altered, ${lost.length} lost`,
  ].join('\n');
}

const line = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(12) : cell.padStart(10))).join('');

const describe = (change: 'added' | 'lost', item: Item): string =>
  [
    `${change} ${item.kind}: packages/manifest/${item.file}, ${item.path}`,
    ...(change === 'lost' ? [`  id: ${idOf(item)}`] : []),
    `  ${change === 'lost' ? 'old' : 'new'}: ${item.shown}`,
    ...(item.hint === undefined ? [] : [`  but: ${item.hint}`]),
    '',
  ].join('\n');
