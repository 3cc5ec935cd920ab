/** The facts that a table cannot hold: unknown values, exceptions, contradictions, replacements. */
import type { Catalog } from '@beta-headers/manifest/data';
import { type Answer, findNewestDay, readAnswers, type Targets } from './answers.ts';

/** The facts beside the table, by the name that the gateway gives the platform. */
export interface Notes {
  /** Values of unknown acceptance, for which the gateway's own default applies. */
  readonly unknown: Readonly<Record<string, readonly string[]>>;
  /** Values that some models or endpoints answer differently from the table. */
  readonly exceptions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Values about which the sources contradict each other. */
  readonly disputed: Readonly<Record<string, readonly string[]>>;
  /** All replacements of values that have several. */
  readonly replacements: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** Collects the notes about the platforms of a table. */
export function collectNotes(data: Catalog, targets: Targets): Notes {
  const byTarget = <T>(read: (answers: readonly Answer[]) => T): Record<string, T> =>
    Object.fromEntries(
      Object.entries(targets).map(([target, platform]) => [
        target,
        read(readAnswers(data, platform)),
      ]),
    );
  return {
    unknown: byTarget((answers) => listIds(answers, ({ status }) => status === 'unknown')),
    exceptions: byTarget((answers) => mapIds(answers, 'exceptions', 1)),
    disputed: byTarget((answers) => listIds(answers, ({ disputed }) => disputed)),
    replacements: byTarget((answers) => mapIds(answers, 'instead', 2)),
  };
}

/** Writes the first line of a table: the manifest that it comes from. */
export function describeOrigin(data: Catalog, version: string): string {
  return `beta-headers manifest ${version}, newest source of ${findNewestDay(data)}`;
}

/** Lists the ids of the answers that meet a condition. */
export function listIds(
  answers: readonly Answer[],
  isWanted: (answer: Answer) => boolean,
): string[] {
  return answers.filter(isWanted).map(({ id }) => id);
}

/** Lists the rejected values that have a replacement, as `old -> new`. */
export function listRenames(answers: readonly Answer[]): string[] {
  return answers
    .filter(({ instead }) => instead.length > 0)
    .map(({ id, instead }) => `${id} -> ${instead.join(' + ')}`);
}

/** Lists the values that some models or endpoints answer differently. */
export function listExceptions(answers: readonly Answer[]): string[] {
  return answers
    .filter(({ exceptions }) => exceptions.length > 0)
    .map(({ id, status, exceptions }) => `${id}: ${status}; ${exceptions.join('; ')}`);
}

function mapIds(
  answers: readonly Answer[],
  key: 'exceptions' | 'instead',
  least: number,
): Record<string, readonly string[]> {
  return Object.fromEntries(
    answers
      .filter((answer) => answer[key].length >= least)
      .map((answer) => [answer.id, answer[key]]),
  );
}
