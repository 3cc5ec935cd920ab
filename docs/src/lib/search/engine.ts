/** The search: tolerates typing errors, knows synonyms, and ranks names before texts. */
import MiniSearch, { type Query } from 'minisearch';
import { splitIndexed, splitQuery, type Word } from './tokens.ts';

export const SEARCH_KINDS = [
  'feature',
  'beta',
  'guide',
  'concept',
  'platform',
  'model',
  'error',
  'package',
  'change',
  'page',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A page, or a place on a page, that can be found. */
export interface SearchDocument {
  /** Without language and base. */
  readonly path: string;
  readonly kind: SearchKind;
  readonly title: string;
  /** A sentence that is shown below the title. */
  readonly text: string;
  /** Ids and other names. */
  readonly names: string;
  /** Fields, values, endpoints, hosts. */
  readonly terms: string;
  /** Headings. */
  readonly words: string;
  /** Words of its text that few other pages have. */
  readonly rest: string;
  /** Multiplies its score; 1 for a usual page. */
  readonly weight: number;
}

/** The words of one language that a search needs. */
export interface SearchWords {
  /** Words without a meaning of their own, which are ignored beside others. */
  readonly stop: readonly string[];
  /** Words that every page is about, which are ignored beside others as well. */
  readonly topic: readonly string[];
  /** Other words for what pages call differently, by the phrase that people write. */
  readonly synonyms: Readonly<Record<string, string>>;
}

export interface SearchResult {
  readonly document: SearchDocument;
  /** The words of the document that matched, for marking. */
  readonly matched: readonly string[];
}

/** The results of a query, best first, and their number. */
export type Search = (query: string, limit?: number) => SearchResult[];

type Field = 'title' | 'names' | 'terms' | 'words' | 'text' | 'rest';
const FIELDS: readonly Field[] = ['title', 'names', 'terms', 'words', 'text', 'rest'];
const BOOST: Readonly<Record<Field, number>> = {
  title: 6,
  names: 5,
  terms: 3,
  words: 2,
  text: 1,
  rest: 0.7,
};
/** A synonym must not outweigh the words that were typed. */
const SYNONYM_WEIGHT = 0.9;
/** A longer text was pasted, and belongs in the checker. */
const MAX_LETTERS = 200;
const MAX_WORDS = 12;

/** Makes the search over these documents. */
export function createSearch(
  documents: readonly SearchDocument[],
  { stop, topic, synonyms }: SearchWords,
): Search {
  const index = new MiniSearch<SearchDocument & { id: number }>({
    fields: [...FIELDS],
    tokenize: splitIndexed,
    processTerm: (term) => term,
    searchOptions: {
      boost: BOOST,
      boostDocument: (id) => documents[id as number]?.weight ?? 1,
      // Queries are already split.
      tokenize: (word) => [word],
    },
  });
  index.addAll(documents.map((document, id) => ({ ...document, id })));
  const [stopWords, topicWords] = [new Set(stop), new Set(topic)];
  const keys = documents.map((document) => listKeys(document, stopWords));
  const titles = documents.map(({ title }) =>
    splitIndexed(title).filter((word) => !stopWords.has(word)),
  );
  const split = (text: string): readonly Word[] => {
    const words = splitQuery(text).slice(0, MAX_WORDS);
    const meaningful = words.filter(({ whole }) => !stopWords.has(whole));
    const special = meaningful.filter(({ whole }) => !topicWords.has(whole));
    return [special, meaningful].find((list) => list.length > 0) ?? words;
  };
  return (typed, limit = Number.POSITIVE_INFINITY) => {
    const query = typed.slice(0, MAX_LETTERS);
    const forms = [query, ...listVariants(query, synonyms)].map(split);
    const best = findPages(index, forms);
    const key = toKey(query, stopWords);
    for (const [id, found] of best) {
      const named = key !== '' && keys[id]?.has(key) ? NAMED_BOOST : 1;
      const score = found.score * named * getTitleBoost(titles[id] ?? [], found.matched);
      best.set(id, { ...found, score });
    }
    return [...best]
      .sort(([a, left], [b, right]) => right.score - left.score || a - b)
      .slice(0, limit)
      .flatMap(([id, { matched }]) => {
        const document = documents[id];
        return document ? { document, matched } : [];
      });
  };
}

/** A page that is called exactly as the query precedes all others. */
const NAMED_BOOST = 100;

/** Lists the title and the address of a document, as a query would write them. */
const listKeys = (
  { title, path }: SearchDocument,
  stop: ReadonlySet<string>,
): ReadonlySet<string> =>
  new Set([toKey(title, stop), toKey(path.split('/').filter(Boolean).at(-1) ?? '', stop)]);

/** A title that is matched as a whole says more than a long one with the same words. */
function getTitleBoost(title: readonly string[], matched: readonly string[]): number {
  const share = title.filter((word) => matched.includes(word)).length / Math.max(title.length, 1);
  return 1 + share ** 2;
}

/** Writes a name in one form: `not a beta` is `not-betas`. */
const toKey = (text: string, stop: ReadonlySet<string>): string =>
  splitQuery(text)
    .flatMap(({ parts }) => parts)
    .filter((part) => !stop.has(part))
    .join(' ');

interface Found {
  readonly score: number;
  readonly matched: readonly string[];
}

/** A page with every word is worth this much more. */
const COMPLETE_BOOST = 2;
/** Results are left out if they are this much worse than the best. */
const MIN_SHARE = 0.12;

/**
 * Finds pages with words of a form of the query, and assumes more typing errors if there are none.
 * The first form is what was typed; the others have synonyms.
 */
function findPages(index: MiniSearch, forms: readonly (readonly Word[])[]): Map<number, Found> {
  const isKnown = (term: string): boolean =>
    index.search(term, { fuzzy: false, prefix: term.length > 3 }).length > 0;
  for (const errors of [1, 2] as const) {
    const found = new Map<number, Found>();
    forms.forEach((words, place) => {
      const queries = words.map((word) => makeQuery(word, errors, isKnown));
      const search = (combineWith: 'AND' | 'OR') => index.search({ combineWith, queries });
      const complete = new Set(search('AND').map(({ id }) => id));
      for (const { id, score: plain, terms } of search('OR')) {
        const weight = (place === 0 ? 1 : SYNONYM_WEIGHT) * (complete.has(id) ? COMPLETE_BOOST : 1);
        const score = plain * weight;
        if (score > (found.get(id)?.score ?? 0)) found.set(id, { score, matched: terms });
      }
    });
    if (found.size > 0) return dropWeak(found);
  }
  return new Map();
}

function dropWeak(found: ReadonlyMap<number, Found>): Map<number, Found> {
  const top = Math.max(...[...found.values()].map(({ score }) => score));
  return new Map([...found].filter(([, { score }]) => score >= top * MIN_SHARE));
}

/**
 * Makes the query for one word. The word as a whole counts most, then its parts together. Numbers
 * are never taken for a typing error: `4-5` is another version than `4-6`. Nor are known words.
 */
function makeQuery(
  { whole, parts }: Word,
  errors: 1 | 2,
  isKnown: (term: string) => boolean,
): Query {
  const options = (term: string) => ({
    prefix: term.length > 1,
    fuzzy: /\d/.test(term) || isKnown(term) ? false : countErrors(term, errors),
  });
  const exact = { queries: [whole], boost: scaleBoost(3), fuzzy: false, prefix: false };
  const asWhole = { queries: [whole], ...options(whole) };
  const queries: Query[] = [exact, asWhole];
  if (parts.length > 1)
    queries.push({
      combineWith: 'AND',
      queries: parts.map((part) => ({ queries: [part], ...options(part) })),
    });
  return { combineWith: 'OR', queries };
}

const scaleBoost = (factor: number): Record<Field, number> => {
  const scaled = { ...BOOST };
  for (const field of FIELDS) scaled[field] = BOOST[field] * factor;
  return scaled;
};

/** The number of typing errors that a word may have. Short words have none: `webp` is not `web`. */
function countErrors(term: string, errors: 1 | 2): number | false {
  if (term.length < 5) return false;
  return term.length < 6 ? 1 : errors;
}

/** Lists the query with each phrase of the synonyms replaced that it contains. */
function listVariants(query: string, synonyms: Readonly<Record<string, string>>): string[] {
  const text = ` ${splitQuery(query)
    .map(({ whole }) => whole)
    .join(' ')} `;
  return Object.entries(synonyms).flatMap(([phrase, other]) =>
    text.includes(` ${phrase} `) ? [text.replace(` ${phrase} `, ` ${other} `)] : [],
  );
}
