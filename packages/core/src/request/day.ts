/** The last value that is known to be valid. Most requests have the same day. */
let known: string | undefined;

/** Tests if a value is a valid day, `2026-11-30`. Days are compared as strings. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  if (value === known) return true;
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(value);
  const isValid = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  if (isValid) known = value;
  return isValid;
}

const DAY_MS = 86_400_000;
let today: { readonly number: number; readonly text: string } = { number: Number.NaN, text: '' };

/** Returns the current day in UTC. Formats it once a day, because each plan needs it. */
export function readToday(): string {
  const number = Math.floor(Date.now() / DAY_MS);
  if (number !== today.number)
    today = { number, text: new Date(number * DAY_MS).toISOString().slice(0, 10) };
  return today.text;
}
