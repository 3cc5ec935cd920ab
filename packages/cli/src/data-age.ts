/** Hints at new data if the installed data is old. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Context } from './commands/command.ts';

/** The age from which the hint is given. */
const OLD_DAYS = 60;

const DAY_MS = 86_400_000;

let newest: string | undefined;

/**
 * Finds the newest day on which a source of the manifest was read. The text is searched and not
 * parsed, because commands that do not need the data have to start fast.
 */
export function findNewestDay(): string {
  if (newest !== undefined) return newest;
  const { resolve } = createRequire(import.meta.url);
  const text = readFileSync(resolve('@beta-headers/manifest/data.json'), 'utf8');
  newest = '';
  for (const [, day = ''] of text.matchAll(/"checked": ?"(\d{4}-\d\d-\d\d)"/g))
    if (day > newest) newest = day;
  return newest;
}

/** Returns the day of a time, in UTC. */
const toDay = (time: Date): string => time.toISOString().slice(0, 10);

/** Returns the current day. */
export const readToday = ({ now }: Context): string => toDay(now?.() ?? new Date());

/** Writes a hint to stderr if the data is older than 60 days. */
export function hintAtAge(context: Context): void {
  const day = findNewestDay();
  const days = Math.floor((Date.parse(readToday(context)) - Date.parse(day)) / DAY_MS);
  if (days > OLD_DAYS)
    context.output.note(
      `note: the data of this version is ${days} days old (${day}); update with ` +
        '`npm install --global @beta-headers/cli@latest`',
    );
}
