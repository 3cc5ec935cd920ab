/** Ranks the rows of the catalog table by how well they match a search. */
import { computeSlipDistance } from '@beta-headers/grammar';

export interface Searchable {
  readonly id: string;
  /** The names of the beta and its feature in every language, in lower case. */
  readonly names: string;
  /** Everything else that is searched, such as fields and endpoints, in lower case. */
  readonly text: string;
}

/** The scores of one word, best first. A match in a name outranks any number of others. */
const SCORE = { phrase: 50, word: 100, start: 60, part: 12, text: 4, typo: 40 } as const;

/** A word of a sentence that says nothing about the feature. */
const FILLERS = new Set(
  'a an and anthropic apa atau beta claude dan di for header headers how in is of on or the to untuk what which yang'.split(
    ' ',
  ),
);

/**
 * Lists the rows that match, best first; equally good rows keep their order. Every word counts. If
 * no row has them all, the rows with the most are listed.
 */
export function rankRows<R extends Searchable>(rows: readonly R[], query: string): R[] {
  const words = splitQuery(query);
  if (words.length === 0) return [...rows];
  const phrase = words.join(' ');
  const scores = words.map((word) => scoreWord(word, rows));
  const ranked = rows.map((row, index) => {
    const own = scores.map((list) => list[index] ?? 0);
    return {
      row,
      index,
      found: own.filter((score) => score > 0).length,
      named: own.filter((score) => score >= SCORE.typo).length,
      score: own.reduce((sum, score) => sum + score, row.names.includes(phrase) ? SCORE.phrase : 0),
    };
  });
  const complete = ranked.some(({ found }) => found === words.length);
  return ranked
    .filter(({ found, named }) => (complete ? found === words.length : named > 0))
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(({ row }) => row);
}

/** Splits a query into words, without those that say nothing, unless it has no others. */
function splitQuery(query: string): string[] {
  const words = query
    .toLowerCase()
    .split(/[\s,:"']+/)
    .filter(Boolean);
  const telling = words.filter((word) => !FILLERS.has(word));
  return telling.length > 0 ? telling : words;
}

/** Scores one word for each row. Slips of the keyboard count only if the word is nowhere. */
function scoreWord(word: string, rows: readonly Searchable[]): number[] {
  const exact = rows.map((row) => scoreExact(word, row));
  return exact.some((score) => score > 0) ? exact : rows.map((row) => scoreTypo(word, row));
}

const splitNames = (names: string): string[] => names.split(/[^\p{L}\p{N}]+/u);

function scoreExact(word: string, { id, names, text }: Searchable): number {
  if (id === word) return 2 * SCORE.word;
  const parts = splitNames(names);
  const position = parts.indexOf(word);
  if (position >= 0) return SCORE.word - Math.min(position, 20);
  if (parts.some((part) => part.startsWith(word))) return SCORE.start;
  if (names.includes(word)) return word.includes('-') ? SCORE.start : SCORE.part;
  return text.includes(word) ? SCORE.text : 0;
}

/** The number of slips that a word of this length may have. */
const countSlips = ({ length }: string): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

function scoreTypo(word: string, { names }: Searchable): number {
  const near = splitNames(names).some(
    (part) => (computeSlipDistance(word, part) ?? Number.POSITIVE_INFINITY) <= countSlips(word),
  );
  return near ? SCORE.typo : 0;
}
