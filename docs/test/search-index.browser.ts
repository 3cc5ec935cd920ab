/** The built index: its size, its addresses, and the answers to queries of readers. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Search } from '../src/lib/search/engine.ts';
import { parseIndex } from '../src/lib/search/index-file.ts';
import { LOCALES, type Locale } from '../src/lib/site.ts';
import { loadSearch } from '../src/scripts/search-engine.ts';
import { dist, requireBuild } from './built.ts';
import { QUERIES } from './search-queries.ts';

const MAX_BYTES = 60_000;
const NEAR = 3;

const read = (locale: Locale): string =>
  readFileSync(join(dist, 'search', `${locale}.json`), 'utf8');
const search = {} as Record<Locale, Search>;
beforeAll(() => {
  requireBuild();
  for (const locale of LOCALES) search[locale] = loadSearch(read(locale), locale);
});

/** Reports whether the site has the page: some are made from parts of the Catalog. */
const exists = (locale: Locale, path: string): boolean =>
  existsSync(join(dist, locale === 'en' ? '' : locale, path.replace(/#.*/, ''), 'index.html'));

describe.each(LOCALES)('the index in %s', (locale) => {
  it(`has at most ${MAX_BYTES} bytes, compressed`, () => {
    expect(gzipSync(read(locale), { level: 9 }).length).toBeLessThanOrEqual(MAX_BYTES);
  });

  it('has a title, an address and no evidence for everything', () => {
    const documents = parseIndex(read(locale));
    expect(documents.length).toBeGreaterThan(200);
    for (const { path, title, text } of documents) {
      expect(exists(locale, path), path).toBe(true);
      expect(title, path).not.toBe('');
      // Glued words would mean that the texts of elements were joined.
      expect(text, path).not.toMatch(/[a-z](?:Accepted|Graduated|Sources)\b/);
    }
    expect(new Set(documents.map(({ path }) => path)).size).toBe(documents.length);
    expect(documents.some(({ path }) => path.startsWith('/timeline/'))).toBe(false);
  });

  it.each(QUERIES[locale])('answers “%s”', (query, ...paths) => {
    const wanted = paths.filter((path) => exists(locale, path));
    expect(wanted, 'no page answers this').not.toEqual([]);
    const found = search[locale](query, NEAR).map(({ document }) => document.path);
    expect(
      found.some((path) => wanted.includes(path)),
      `${found.join(' ')} instead of ${wanted.join(' ')}`,
    ).toBe(true);
  });
});
