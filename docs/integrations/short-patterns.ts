/**
 * Writes the patterns of errors for the checker's workers with the terms that they share, each term
 * once. The engine has each pattern as a whole, of which the terms are two thirds.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The used part of a row of errors. */
export interface Row {
  readonly pattern: string;
  readonly unless?: string;
}

const TERMS_FILE = new URL('../../packages/manifest/error-terms.yaml', import.meta.url);
/** The first of the characters for private use, which stand for terms. No pattern has them. */
const FIRST = 0xe000;

/** Reads the terms, in the order in which they use each other, as JavaScript writes them. */
function readTerms(): string[] {
  const { terms } = parse(readFileSync(TERMS_FILE, 'utf8')) as {
    terms: readonly { readonly name: string; readonly pattern: string }[];
  };
  const known = new Map<string, string>();
  for (const { name, pattern } of terms) {
    const whole = pattern.replace(/\{([a-z][a-z-]*)\}/g, (all, term) => known.get(term) ?? all);
    known.set(name, whole.replaceAll('(?P<', '(?<'));
  }
  return [...known.values()];
}

/** Replaces each of the given terms by a character, the last one first. */
const shorten = (pattern: string, terms: readonly string[]): string =>
  terms.reduceRight(
    (text, term, i) => text.replaceAll(term, String.fromCharCode(FIRST + i)),
    pattern,
  );

/** Writes the rows as a list whose patterns are expanded when the module is loaded. */
export function writeShortRows(rows: readonly Row[]): string {
  const terms = readTerms();
  const short = terms.map((term, i) => shorten(term, terms.slice(0, i)));
  const shortRows = rows.map(({ pattern, unless, ...row }) => ({
    ...row,
    pattern: shorten(pattern, terms),
    ...(unless !== undefined && { unless: shorten(unless, terms) }),
  }));
  return [
    `const terms = ${JSON.stringify(short)};`,
    'const expand = (text) =>',
    `  text.replace(/[\\ue000-\\uefff]/g, (char) => expand(terms[char.charCodeAt(0) - ${FIRST}]));`,
    'const expandRow = ({ pattern, unless, ...row }) =>',
    '  ({ ...row, pattern: expand(pattern), ...(unless && { unless: expand(unless) }) });',
    `export const ERROR_ROWS = ${JSON.stringify(shortRows)}.map(expandRow);`,
  ].join('\n');
}
