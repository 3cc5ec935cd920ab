/** Finds the first row of the manifest's errors that matches a message. */
import { ERROR_ROWS } from '../generated/errors.ts';
import type { Facts } from './flatten.ts';
import type { Found, FoundMatch } from './found.ts';
import type { ErrorRow } from './row.ts';
import { splitSentences } from './sentences.ts';

/** A match of a row: the message or sentence, and the groups of each place that matched. */
export interface Match {
  readonly row: ErrorRow;
  readonly text: string;
  readonly hits: readonly RegExpMatchArray[];
  /** All texts of the error, including codes. */
  readonly all: string;
}

/**
 * Interprets a match. Returns `undefined` if it does not concern betas; then later rows are tried.
 */
export type Resolve = (match: Match) => Found | undefined;

/** The number of places of one message that are read. A validator may list every fault. */
const MAX_HITS = 20;
/** Statuses with another meaning, whatever the text says, unless a row lists them. */
const UNRELATED_STATUSES = new Set([401, 402, 407, 408, 409, 413, 415, 429, 529]);

/**
 * Finds the first row that matches and concerns betas. For one row, a text that names its beta
 * takes precedence.
 */
export function findRow(facts: Facts, resolve: Resolve): Found | undefined {
  const sentences = facts.messages.flatMap(splitSentences);
  // Each code is read by itself, because two of them together are no statement of anyone.
  const texts = [...facts.messages, ...facts.words];
  const all = [...facts.words, ...facts.messages].join(' ');
  for (const row of ERROR_ROWS) {
    if (!matchesStatus(row, facts)) continue;
    const found: Found[] = [];
    for (const text of row.per ? sentences : texts) {
      const hits = matchRow(row, text);
      if (hits.length === 0) continue;
      if (row.kind === 'unrelated') return undefined;
      const answer = resolve({ row, text, hits, all });
      if (answer) found.push({ ...answer, row: row.id, match: toMatch(text, hits) });
    }
    const best = found.find(({ betas }) => betas.length > 0) ?? found[0];
    if (best) return best;
  }
  return undefined;
}

function toMatch(text: string, [hit]: readonly RegExpMatchArray[]): FoundMatch {
  return { before: text.slice(0, hit?.index), words: hit?.[0] ?? '' };
}

/**
 * Tests if an error's status is possible for a row. A gateway may answer 5xx after it received a
 * 400 itself.
 */
function matchesStatus({ status }: ErrorRow, { statuses, isBadRequest }: Facts): boolean {
  const codes = [...statuses];
  if (codes.length === 0) return true;
  const unrelated = codes.filter((code) => UNRELATED_STATUSES.has(code));
  if (unrelated.length > 0) return unrelated.some((code) => status?.includes(code));
  if (status?.every((code) => UNRELATED_STATUSES.has(code))) return false;
  if (!codes.some((code) => code >= 400)) return false;
  return isBadRequest || !codes.some((code) => code >= 500);
}

interface Compiled {
  readonly pattern: RegExp;
  readonly unless: RegExp | undefined;
}

const compiled = new Map<string, Compiled>();

function compile({ id, pattern, unless }: ErrorRow): Compiled {
  let found = compiled.get(id);
  if (!found) {
    found = {
      pattern: new RegExp(pattern, 'gi'),
      unless: unless === undefined ? undefined : new RegExp(unless, 'i'),
    };
    compiled.set(id, found);
  }
  return found;
}

function matchRow(row: ErrorRow, text: string): RegExpMatchArray[] {
  const { pattern, unless } = compile(row);
  const hits: RegExpMatchArray[] = [];
  for (const hit of text.matchAll(pattern)) {
    hits.push(hit);
    if (hits.length === MAX_HITS || !hit.groups) break;
  }
  return hits.length > 0 && !unless?.test(text) ? hits : [];
}
