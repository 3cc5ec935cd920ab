import type { Catalog } from '@beta-headers/manifest';
import { escapeLine, formatCode } from '@beta-headers/manifest/markdown';
import { formatBullets, joinParts } from './markdown.ts';
import { type Language, TEXTS } from './texts.ts';

/** Renders the list of all features. */
export function renderIndexPage(catalog: Catalog, language: Language): string {
  const texts = TEXTS[language];
  return joinParts(
    `<!-- ${texts.generated} -->`,
    `# ${texts.features}`,
    formatBullets(
      catalog.features.map(
        (feature) =>
          `[${escapeLine(feature.title[language])}](features/${feature.name}.md): ` +
          `${formatCode(feature.latest)}${feature.overlay ? ` (${texts.fromOverlay})` : ''}`,
      ),
    ),
  );
}
