/** The file of an index: documents as rows, which is a third smaller than objects. */
import { SEARCH_KINDS, type SearchDocument } from './engine.ts';

type Row = readonly [
  path: string,
  kind: number,
  title: string,
  text: string,
  names: string,
  terms: string,
  words: string,
  rest: string,
  weight: number,
];

/** Formats the documents of one language. */
export const formatIndex = (documents: readonly SearchDocument[]): string =>
  JSON.stringify(
    documents.map(
      ({ path, kind, title, text, names, terms, words, rest, weight }): Row => [
        path,
        SEARCH_KINDS.indexOf(kind),
        title,
        text,
        names,
        terms,
        words,
        rest,
        weight,
      ],
    ),
  );

/** Reads a formatted index. */
export const parseIndex = (json: string): SearchDocument[] =>
  (JSON.parse(json) as readonly Row[]).map(
    ([path, kind, title, text, names, terms, words, rest, weight]) => ({
      path,
      kind: SEARCH_KINDS[kind] ?? 'page',
      title,
      text,
      names,
      terms,
      words,
      rest,
      weight,
    }),
  );
