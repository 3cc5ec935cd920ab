/** Reads values of options that several commands have. */
import { findNearest, isCalendarDate } from '@beta-headers/grammar';
import { CommandError } from './exit-code.ts';

/** Reads a day. @throws {CommandError} if it is none */
export function readDay(value: string): string {
  if (isCalendarDate(value)) return value;
  throw new CommandError(`--today: ${JSON.stringify(value)} is no day; write it as 2026-11-30`);
}

/** Reads one of a few values. @throws {CommandError} with the nearest and the list */
export function readChoice<Choice extends string>(
  what: string,
  value: string,
  choices: readonly Choice[],
  list: string,
): Choice {
  const choice = choices.find((one) => one === value);
  if (choice !== undefined) return choice;
  throw createNameError(what, value, choices, `${list}: ${choices.join(', ')}`);
}

/** Makes the error for an unknown name, with the nearest. */
export function createNameError(
  what: string,
  value: string,
  known: readonly string[],
  list?: string,
): CommandError {
  const nearest = findNearest(value, known);
  const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`;
  return new CommandError(
    `no ${what} is called ${JSON.stringify(value)}${hint}${list === undefined ? '' : `\n${list}`}`,
  );
}
