/** The site's data, and one Markdown page a feature and a beta in each language. */
import type { Emitter } from '../../emitter.ts';
import type { EmittedFile } from '../../file.ts';
import { betaPage } from './beta-page.ts';
import { featurePage } from './feature-page.ts';
import { indexPage } from './index-page.ts';
import { LANGUAGES } from './words.ts';

export const emitDocs: Emitter = ({ catalog, betasOf, version }) => [
  {
    path: 'docs/src/generated/catalog.json',
    content: `${JSON.stringify({ version, ...catalog })}\n`,
  },
  ...LANGUAGES.flatMap((language): EmittedFile[] => [
    { path: `packages/node/docs/${language}/README.md`, content: indexPage(catalog, language) },
    ...catalog.features.map((feature) => ({
      path: `packages/node/docs/${language}/features/${feature.name}.md`,
      content: featurePage(feature, betasOf(feature), language),
    })),
    ...catalog.features.flatMap((feature) =>
      betasOf(feature).map((beta) => ({
        path: `packages/node/docs/${language}/betas/${beta.id}.md`,
        content: betaPage(beta, feature, language),
      })),
    ),
  ]),
];
