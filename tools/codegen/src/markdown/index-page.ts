import type { Catalog } from '@beta-headers/manifest';
import { formatBullets, formatCode, joinParts } from './markdown.ts';
import { type Language, TEXTS } from './texts.ts';

/** The list of all features, for a reader who comes from the folder. */
export function renderIndexPage(catalog: Catalog, language: Language): string {
  const words = TEXTS[language];
  return joinParts(
    `<!-- ${words.generated} -->`,
    `# ${words.features}`,
    formatBullets(
      catalog.features.map(
        (feature) =>
          `[${feature.title[language]}](features/${feature.name}.md): ` +
          `${formatCode(feature.latest)}${feature.overlay ? ` (${words.fromOverlay})` : ''}`,
      ),
    ),
  );
}
