/** Makes the documents of the search from the built pages and from the Catalog. */
import { takeFirstSentence } from '../inline.ts';
import { GUIDES, getGuidePath, type Locale, PATHS } from '../site.ts';
import { describeSubject } from './catalog-facts.ts';
import type { SearchDocument, SearchKind } from './engine.ts';
import type { IndexedPage } from './page.ts';
import { splitQuery } from './tokens.ts';

/** The kinds by the beginning of the path, the first that fits. */
const KINDS: readonly (readonly [RegExp, SearchKind])[] = [
  [/^\/features\/./, 'feature'],
  [/^\/betas\/./, 'beta'],
  [/^\/guides\/./, 'guide'],
  [/^\/(?:concepts\/.|claude-code\/)/, 'concept'],
  [/^\/platforms\/./, 'platform'],
  [/^\/models\/./, 'model'],
  [/^\/packages\/./, 'package'],
  [/^\/changes\/./, 'change'],
];

/**
 * The weights of the kinds, by how often each is wanted. A query of a whole name finds its page
 * first.
 */
const WEIGHTS: Readonly<Record<SearchKind, number>> = {
  feature: 1.3,
  beta: 0.8,
  guide: 1.3,
  concept: 1.5,
  platform: 1.2,
  model: 1.2,
  error: 1,
  package: 0.7,
  change: 0.5,
  page: 1,
};

/** A word that more of these pages have does not tell them apart. */
const MAX_PAGES = 8;
const MAX_DISTINCTIVE = 200;
const MAX_LETTERS = 50;
/** Pages whose texts are prose. Those of the Catalog would mostly add evidence. */
const PROSE: ReadonlySet<SearchKind> = new Set(['guide', 'concept', 'package']);

/** The kind of a page by its path. */
const getKind = (path: string): SearchKind =>
  KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? 'page';

/** Makes the documents of one language, in the order of the pages. */
export function makeDocuments(pages: readonly IndexedPage[], locale: Locale): SearchDocument[] {
  const frequencies = countPages(pages);
  return [
    ...pages.map((page): SearchDocument => {
      const kind = getKind(page.path);
      const facts = describeSubject(page.path, kind, locale);
      const { names = '', terms = '', weight = 1 } = facts;
      return {
        path: page.path,
        kind,
        title: page.title,
        text: facts.text ?? takeFirstSentence(page.description),
        names: `${names} ${getLastSegment(page.path)}`.trim(),
        terms,
        words: joinHeadings(page, kind),
        rest: listDistinctive(page, kind, frequencies),
        weight: Math.round(WEIGHTS[kind] * weight * getGuideWeight(page.path) * 100) / 100,
      };
    }),
    ...pages.flatMap(listErrorDocuments),
  ];
}

/** The last part of an address is a name of the page, whatever its title says. */
const getLastSegment = (path: string): string => path.split('/').filter(Boolean).at(-1) ?? '';

/** Guides are in the order in which they are wanted: from 1.1 for the first to 0.9. */
function getGuideWeight(path: string): number {
  const place = GUIDES.findIndex((guide) => getGuidePath(guide) === path);
  return place < 0 ? 1 : 1.1 - (0.2 * place) / GUIDES.length;
}

const MAX_SECTION = 320;

/** Makes a document for each wording that the page of errors explains. */
function listErrorDocuments({ path, headings }: IndexedPage): SearchDocument[] {
  if (path !== PATHS.errors) return [];
  return headings
    .filter(({ level }) => level === 3)
    .map(({ id, text, section }) => ({
      path: `${path}#${id}`,
      kind: 'error',
      title: text,
      text: takeFirstSentence(section.replace(/\s+/g, ' ').trim()),
      names: '',
      terms: section.replace(/\s+/g, ' ').slice(0, MAX_SECTION),
      words: '',
      rest: '',
      weight: WEIGHTS.error,
    }));
}

/** Counts on how many pages of prose each word is. */
function countPages(pages: readonly IndexedPage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages.filter(({ path }) => PROSE.has(getKind(path))))
    for (const word of new Set(splitQuery(page.text).map(({ whole }) => whole)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Joins the headings of a page, without those of a list that is made from the Catalog. */
const joinHeadings = ({ headings }: IndexedPage, kind: SearchKind): string =>
  headings
    .filter(({ level }) => PROSE.has(kind) || (kind === 'page' && level === 2))
    .map(({ text }) => text)
    .join(' ');

/** Lists the words of a page of prose that few other pages have. */
function listDistinctive(
  { text, title }: IndexedPage,
  kind: SearchKind,
  frequencies: ReadonlyMap<string, number>,
): string {
  if (!PROSE.has(kind)) return '';
  const known = new Set(splitQuery(title).map(({ whole }) => whole));
  const isDistinctive = (word: string): boolean =>
    /\p{L}{3}/u.test(word) &&
    word.length < MAX_LETTERS &&
    !known.has(word) &&
    (frequencies.get(word) ?? 0) <= MAX_PAGES;
  return [...new Set(splitQuery(text).map(({ whole }) => whole))]
    .filter(isDistinctive)
    .slice(0, MAX_DISTINCTIVE)
    .join(' ');
}
