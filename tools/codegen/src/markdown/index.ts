/**
 * Emits a Markdown page for each feature and beta in each language, for the folder docs/ of the
 * Node package.
 */
import type { Catalog, CatalogBeta } from '@beta-headers/manifest';
import type { EmittedFile } from '../emitted-file.ts';
import { renderBetaPage } from './beta-page.ts';
import { renderFeaturePage } from './feature-page.ts';
import { renderIndexPage } from './index-page.ts';
import { LANGUAGES } from './texts.ts';

/** The folder that holds these pages and nothing else. */
export const MARKDOWN_FOLDER = 'packages/node/docs';

/** Emits all pages of a catalog. */
export function emitMarkdown(catalog: Catalog): readonly EmittedFile[] {
  const byId = new Map(catalog.betas.map((beta) => [beta.id, beta]));
  const features = catalog.features.map((feature) => ({
    feature,
    betas: feature.betas.map((id) => byId.get(id) as CatalogBeta),
  }));
  return LANGUAGES.flatMap((language): EmittedFile[] => {
    const folder = `${MARKDOWN_FOLDER}/${language}`;
    return [
      { path: `${folder}/README.md`, content: renderIndexPage(catalog, language) },
      ...features.flatMap(({ feature, betas }) => [
        {
          path: `${folder}/features/${feature.name}.md`,
          content: renderFeaturePage(feature, betas, language),
        },
        ...betas.map((beta) => ({
          path: `${folder}/betas/${beta.id}.md`,
          content: renderBetaPage(catalog, beta, feature, language),
        })),
      ]),
    ];
  });
}
