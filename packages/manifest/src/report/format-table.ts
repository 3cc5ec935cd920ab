/** Formats aligned columns for a terminal. */

type Cell = string | number;

/** Formats a table. The title heads the first column; the other columns are right-aligned. */
export function formatTable(
  [title, ...heads]: readonly [string, ...string[]],
  rows: readonly (readonly Cell[])[],
): string {
  const shown = rows.map(([name, ...cells]) => [`  ${name}`, ...cells.map(String)]);
  const width = (column: number): number =>
    Math.max(...[[title, ...heads], ...shown].map((row) => row[column]?.length ?? 0));
  const lines = [[title, ...heads], ...shown].map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(width(0)) : cell.padStart(width(i)))).join('  '),
  );
  return lines.join('\n');
}
