/** The comparison as Markdown: what ran, and its counts. */
import type { Effect } from './cell.ts';
import { type Cell, nameCell } from './compare.ts';

/** The number of compared requests by their outcome. */
export type EffectCounts = Readonly<Record<Effect | 'failed', number>>;

/** Counts cells by their outcome. */
export function countEffects(cells: readonly Cell[]): EffectCounts {
  const counts = { fixed: 0, unchanged: 0, failed: 0 };
  for (const { outcome } of cells) counts[outcome.ok ? outcome.effect : 'failed']++;
  return counts;
}

const HEAD = ['client', 'version', 'form', 'platform', 'streamed'];
const EFFECTS = ['fixed', 'unchanged', 'failed'] as const;

/** Formats a row for each client × platform × stream, a sum, and what failed. */
export function formatTable(cells: readonly Cell[]): string {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const { client, platform, stream } = cell;
    const form = client.form === 'own' ? 'its own' : 'Messages';
    const key = [client.name, client.version, form, platform, stream ? 'yes' : 'no'].join(' | ');
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  const rows = [...groups].map(([key, group]) => `| ${key} | ${formatCounts(group)} |`);
  const failures = cells.flatMap((cell) =>
    cell.outcome.ok ? [] : [`- ${nameCell(cell)}: ${cell.outcome.reason}`],
  );
  return [
    `| ${[...HEAD, ...EFFECTS].join(' | ')} |`,
    `|${' --- |'.repeat(HEAD.length + EFFECTS.length)}`,
    ...rows,
    `| all | | | | | ${formatCounts(cells)} |`,
    '',
    ...failures,
    '',
  ].join('\n');
}

function formatCounts(cells: readonly Cell[]): string {
  const counts = countEffects(cells);
  return EFFECTS.map((effect) => counts[effect]).join(' | ');
}
