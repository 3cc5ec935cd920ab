/** The part of the search that is loaded with the index: the search and what shows its results. */
import { createSearch, type Search } from '../lib/search/engine.ts';
import { parseIndex } from '../lib/search/index-file.ts';
import { wordsEn } from '../lib/search/words.en.ts';
import { wordsId } from '../lib/search/words.id.ts';

export { makeResultNode } from './search-results.ts';

/** Makes the search from a fetched index. */
export const loadSearch = (index: string, locale: string): Search =>
  createSearch(parseIndex(index), locale === 'id' ? wordsId : wordsEn);
