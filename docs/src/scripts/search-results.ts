/** The results of the search as elements. */
import type { SearchResult } from '../lib/search/engine.ts';
import { splitMatches } from '../lib/search/marks.ts';
import type { SearchTexts } from './search.ts';

/** Makes the entry of one result. */
export function makeResultNode(
  { document: found, matched }: SearchResult,
  base: string,
  texts: SearchTexts,
): HTMLLIElement {
  const item = document.createElement('li');
  const link = Object.assign(document.createElement('a'), { href: base + found.path });
  const kind = Object.assign(document.createElement('span'), {
    className: 'search-kind',
    textContent: texts[found.kind] ?? '',
  });
  const title = Object.assign(document.createElement('span'), { className: 'search-title' });
  title.append(...markMatches(found.title, matched));
  link.append(title, ' ', kind);
  item.append(link);
  if (found.text) {
    const text = Object.assign(document.createElement('p'), { className: 'search-text' });
    text.append(...markMatches(found.text, matched));
    item.append(text);
  }
  return item;
}

const markMatches = (text: string, matched: readonly string[]): (Node | string)[] =>
  splitMatches(text, matched).map((part) =>
    part.marked
      ? Object.assign(document.createElement('mark'), { textContent: part.text })
      : part.text,
  );
