/** Formats a comparison as text. */
import type { Comparison } from './compare.ts';
import { formatId, type Item } from './item.ts';

const COLUMNS = ['kind', 'old items', 'found', 'listed', 'lost'] as const;

/**
 * Formats a table of the kinds, then each lost item with its file and path, then altered claims.
 * With `showAdded`, new items follow.
 */
export function formatComparison(comparison: Comparison, showAdded = false): string {
  const { lost, added, stale, rows } = comparison;
  const sum = (column: 1 | 2 | 3): number => rows.reduce((total, row) => total + row[column], 0);
  const table = [...rows, ['all', sum(1), sum(2), sum(3)] as const].map(
    ([kind, old, found, listed]) => [kind, old, found, listed, old - found - listed].map(String),
  );
  const altered = added.filter(({ kind }) => kind.startsWith('altered'));
  const shown = showAdded ? added : altered;
  return [
    ...[[...COLUMNS], ...table].map(formatLine),
    '',
    ...lost.map(describeLost),
    ...stale.map((entry) => `accepted.yaml: ${entry}`),
    ...shown.map(describeAdded),
    `${lost.length} lost; ${altered.length} altered, ${added.length - altered.length} added`,
  ].join('\n');
}

const formatLine = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(12) : cell.padStart(10))).join('');

const formatPlace = ({ kind, file, path }: Item): string =>
  `${kind}: packages/manifest/${file}, ${path}`;

const describeLost = (item: Item): string =>
  [
    `lost ${formatPlace(item)}`,
    `  id: ${formatId(item)}`,
    `  old: ${item.shown}`,
    ...(item.hint === undefined ? [] : [`  but: ${item.hint}`]),
    '',
  ].join('\n');

const describeAdded = (item: Item): string =>
  [
    item.kind.startsWith('altered') ? formatPlace(item) : `added ${formatPlace(item)}`,
    `  new: ${item.shown}`,
    ...(item.hint === undefined ? [] : [`  but: ${item.hint}`]),
    '',
  ].join('\n');
