/** The months of the list of changes: the newest are shown whole, the others are linked. */
import { groupByDate } from './changes.ts';

/** The number of months that the list shows whole. */
const SHOWN_MONTHS = 3;

type Months<T> = [string, T[]][];

/** Splits entries (newest first) into the months that are shown and the older ones. */
export function splitMonths<T extends { readonly date: string }>(
  entries: readonly T[],
): { readonly shown: Months<T>; readonly older: Months<T> } {
  const months = groupByDate(entries, 7);
  return { shown: months.slice(0, SHOWN_MONTHS), older: months.slice(SHOWN_MONTHS) };
}

/** Maps the id of each entry to its month. */
export const listMonthsById = (
  entries: readonly { readonly id: string; readonly date: string }[],
): Record<string, string> =>
  Object.fromEntries(entries.map(({ id, date }) => [id, date.slice(0, 7)]));
