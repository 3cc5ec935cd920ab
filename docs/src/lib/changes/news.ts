/** The newest changes, for page one. */
import type { Change } from './changes.ts';

export interface News {
  /** The month of the newest change, `2026-11`. */
  readonly month: string;
  /** The number of changes in that month. */
  readonly total: number;
  readonly newest: readonly Change[];
}

/**
 * Finds the newest changes of the newest month that has any. `today` is the newest day on which a
 * source was read; announced changes after it are not news yet.
 */
export function findNews(changes: readonly Change[], today: string, count: number): News {
  const past = changes.filter(({ date }) => date <= today);
  const month = past[0]?.date.slice(0, 7) ?? '';
  const inMonth = past.filter(({ date }) => date.startsWith(month));
  return { month, total: inMonth.length, newest: inMonth.slice(0, count) };
}
