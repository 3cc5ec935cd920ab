/** Betas in a text, by their names or in words. */
import { isBetaToken } from '../request/header.ts';
import { isInternal, knownBetas, latestOf } from './lookup.ts';

/** What ends in a date as the name of a beta does. */
const DATED = /^[a-z][\w-]*-20\d\d-\d\d-\d\d$/;
/** No place or sentence of an error is longer in tokens that matter. */
const MAX_LIST = 20_000;

/** The betas that a text names: known ones, and whatever else ends in a date as they do. */
export function betasIn(text: string): string[] {
  return unique((text.match(/[\w-]+/g) ?? []).map(knownName).filter(isBeta));
}

/** A beta's name, also where somebody wrote it in capitals; any other word as it is. */
export function knownName(word: string): string {
  return knownBetas.has(word.toLowerCase()) ? word.toLowerCase() : word;
}

/** Whether a word is the name of a beta, known or not. */
export function isBeta(word: string): boolean {
  return word.length < 200 && (knownBetas.has(word) || DATED.test(word));
}

/** Betas whose feature a text calls by its name, `Fast mode` or `the tool-search-tool beta`: the newest of each. One that stands right before "beta" is meant alone. */
export function featuresIn(text: string): string[] {
  const words = ` ${text
    .toLowerCase()
    .replaceAll('long context', 'context 1m')
    .replace(/[^a-z0-9]+/g, ' ')} `;
  const names = unique(
    [...knownBetas.values()].flatMap(({ id, feature }) => (isInternal(id) ? [] : feature.name)),
  );
  const spelt = (name: string): string => ` ${name.replaceAll('-', ' ')} `;
  const meant = names
    .filter((name) => words.includes(`${spelt(name)}beta `))
    .sort((a, b) => b.length - a.length);
  // A name of one word, `skills`, is a word like any other where it does not stand there.
  const found =
    meant.length > 0
      ? meant.slice(0, 1)
      : names.filter((name) => name.includes('-') && words.includes(spelt(name)));
  return found.map((name) => latestOf(name) as string);
}

/** `a`, "b" and c. What a terminal broke within backticks is put together again. */
export function listIn(text: string): string[] {
  const quoted = text
    .slice(0, MAX_LIST)
    .replace(/`[^`]*`/g, (name) => `${name.replaceAll(' ', '')} `);
  return unique(
    quoted
      .split(/,| /)
      .map((name) => name.replace(/^[`'"]|[`'".]{1,2}$/g, ''))
      .filter(isBetaToken),
  );
}

/** Each once, in order. */
export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
