import type { Catalog } from '@beta-headers/manifest';
import { bullets, code, page } from './markdown.ts';
import { type Language, WORDS } from './words.ts';

/** The list of all features, for a reader who comes from the folder. */
export function indexPage(catalog: Catalog, language: Language): string {
  const words = WORDS[language];
  return page(
    `<!-- ${words.generated} -->`,
    `# ${words.features}`,
    bullets(
      catalog.features.map(
        (feature) =>
          `[${feature.title[language]}](features/${feature.name}.md): ${code(feature.latest)}`,
      ),
    ),
  );
}
