/** The Markdown files of the pages about platforms, models, Claude Code and concepts. */
import { catalog } from './catalog.ts';
import { readConcept } from './concepts.ts';
import { CONCEPTS } from './place-links.ts';
import {
  writeClientMarkdown,
  writeModelMarkdown,
  writeModelsMarkdown,
  writePlatformMarkdown,
  writePlatformsMarkdown,
} from './place-markdown.ts';
import { LOCALES } from './site.ts';

/** Lists the files with their paths below the root of the site. */
export const listPlaceFiles = (): { readonly path: string; readonly text: string }[] =>
  LOCALES.flatMap((locale) => {
    const folder = locale === 'en' ? '' : `${locale}/`;
    return [
      { path: `${folder}platforms.md`, text: writePlatformsMarkdown(locale) },
      ...catalog.platforms.map((platform) => ({
        path: `${folder}platforms/${platform.id}.md`,
        text: writePlatformMarkdown(platform, locale),
      })),
      { path: `${folder}models.md`, text: writeModelsMarkdown(locale) },
      ...catalog.models.map((model) => ({
        path: `${folder}models/${model.id}.md`,
        text: writeModelMarkdown(model, locale),
      })),
      { path: `${folder}claude-code.md`, text: writeClientMarkdown(locale) },
      ...CONCEPTS.map((name) => ({
        path: `${folder}concepts/${name}.md`,
        text: readConcept(locale, name).markdown,
      })),
    ];
  });
