/** The distance of a day from today, in words. */

/** The words of one language. `{n}` is replaced by the number of days. */
export interface DayWords {
  readonly ahead: string;
  readonly tomorrow: string;
  readonly today: string;
  readonly past: string;
}

const DAY = 86_400_000;

/** Describes a day, seen from the beginning of another in UTC milliseconds. */
export function describeDaysLeft(date: string, today: number, words: DayWords): string {
  const days = Math.round((Date.parse(date) - today) / DAY);
  if (days < 0) return words.past;
  if (days === 0) return words.today;
  return days === 1 ? words.tomorrow : words.ahead.replace('{n}', String(days));
}
