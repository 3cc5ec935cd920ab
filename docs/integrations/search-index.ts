/** Writes the index of the search in each language, from the pages that were built. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatIndex } from '../src/lib/search/index-file.ts';
import { getIndexPath } from '../src/lib/search/index-path.ts';
import { readDocuments } from '../src/lib/search/site-index.ts';
import { LOCALES } from '../src/lib/site.ts';

export function writeSearchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const locale of LOCALES) {
          const file = join(folder, getIndexPath(locale));
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, formatIndex(readDocuments(folder, locale)));
        }
      },
    },
  };
}
