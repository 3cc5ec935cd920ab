/** Messages → the first row of the manifest's errors that matches. */
import { ERROR_ROWS } from '../generated/errors.ts';
import type { Facts } from './flatten.ts';
import type { Found, FoundMatch } from './found.ts';
import type { ErrorRow } from './row.ts';
import { sentencesOf } from './sentences.ts';

/** A match of a row: the message or the sentence, and the groups of each place where it matched. */
export interface Match {
  readonly row: ErrorRow;
  readonly text: string;
  readonly hits: readonly RegExpMatchArray[];
  /** Everything that the error says, codes included. */
  readonly all: string;
}

/** Reads a match; `undefined` where it names nothing that concerns betas, and later rows are tried. */
export type Resolve = (match: Match) => Found | undefined;

/** A validator may list every fault; more than these are not looked at. */
const MAX_HITS = 20;
/** Statuses that mean something else, whatever the text says, unless a row was seen with them. */
const ELSEWHERE = new Set([401, 402, 407, 408, 409, 413, 415, 429, 529]);

/** The first row that matches and concerns betas. Of one row, a text that names its beta counts before one that does not. */
export function findRow(facts: Facts, resolve: Resolve): Found | undefined {
  const sentences = facts.messages.flatMap(sentencesOf);
  const codes = [...facts.words].join(' ');
  const all = [codes, ...facts.messages].join(' ');
  for (const row of ERROR_ROWS) {
    if (!fitsStatus(row, facts)) continue;
    const found: Found[] = [];
    for (const text of row.per ? sentences : [...facts.messages, codes]) {
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

/** Tests if an error may be what a row is about, by its status. A gateway may answer 5xx to what was a 400 to itself. */
function fitsStatus({ status }: ErrorRow, { statuses, isBadRequest }: Facts): boolean {
  const codes = [...statuses];
  if (codes.length === 0) return true;
  const elsewhere = codes.filter((code) => ELSEWHERE.has(code));
  if (elsewhere.length > 0) return elsewhere.some((code) => status?.includes(code));
  if (status?.every((code) => ELSEWHERE.has(code))) return false;
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
