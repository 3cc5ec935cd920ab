/** Reads the built site, and makes the documents of the search in one language. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../site.ts';
import { makeDocuments } from './documents.ts';
import type { SearchDocument } from './engine.ts';
import { type IndexedPage, readPage } from './page.ts';

/** Makes the documents from every page below the folder that has an address. */
export const readDocuments = (folder: string, locale: Locale): SearchDocument[] =>
  makeDocuments(listPages(folder, locale), locale);

function listPages(folder: string, locale: Locale): IndexedPage[] {
  const others = LOCALES.filter((one) => one !== 'en');
  return globSync('**/index.html', { cwd: join(folder, locale === 'en' ? '' : locale) })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => locale !== 'en' || !others.some((one) => file.startsWith(`${one}/`)))
    .sort()
    .flatMap((file) => {
      const html = readFileSync(join(folder, locale === 'en' ? '' : locale, file), 'utf8');
      return readPage(html, `/${file.replace(/index\.html$/, '')}`) ?? [];
    });
}
