/**
 * Writes pages in other formats into the built site: Markdown and JSON for pages about data, and
 * Markdown for guides.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { listAlternates, readAlternate } from '../src/lib/alternates.ts';
import { catalog } from '../src/lib/catalog.ts';
import { formatJson, makeBetaJson, makeFeatureJson } from '../src/lib/data.ts';
import { readGuide } from '../src/lib/guides.ts';
import { listIndexFiles } from '../src/lib/index-markdown.ts';
import { listPlaceFiles } from '../src/lib/place-files.ts';
import { GUIDES, LOCALES } from '../src/lib/site.ts';

export function writeAlternates(): AstroIntegration {
  return {
    name: 'alternates',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const write = (path: string, text: string): void =>
          writeFileSync(join(fileURLToPath(dir), path), text);
        for (const kind of ['features', 'betas'] as const) {
          for (const { locale, name } of listAlternates(kind))
            write(
              `${locale === 'en' ? '' : `${locale}/`}${kind}/${name}.md`,
              readAlternate(locale, kind, name),
            );
        }
        for (const locale of LOCALES) {
          for (const guide of GUIDES)
            write(
              `${locale === 'en' ? '' : `${locale}/`}guides/${guide}.md`,
              readGuide(locale, guide).markdown,
            );
        }
        for (const { path, text } of [...listPlaceFiles(), ...listIndexFiles()]) write(path, text);
        for (const feature of catalog.features)
          write(`features/${feature.name}.json`, formatJson(makeFeatureJson(feature)));
        for (const beta of catalog.betas)
          write(`betas/${beta.id}.json`, formatJson(makeBetaJson(beta)));
      },
    },
  };
}
