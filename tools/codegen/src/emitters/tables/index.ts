/** The rule tables of `@beta-headers/core`: only what the engine reads, with everything that is the default left out. */
import type { CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import { PLATFORMS } from '@beta-headers/manifest';
import { StructureKind } from 'ts-morph';
import type { Emitter, EmitterInput } from '../../emitter.ts';
import { literal, printTypeScript } from '../../typescript.ts';

/** core prints it before a link that does not begin with https. */
const DOCS = 'https://platform.claude.com/docs/en/';

export const emitTables: Emitter = (input) => [
  {
    path: 'packages/core/src/generated/tables.ts',
    content: printTypeScript({
      statements: [
        { kind: StructureKind.ImportDeclaration, isTypeOnly: true, moduleSpecifier: '../table.ts', namedImports: ['FeatureRow'] },
        `/** What the engine knows of each feature. A beta is \`<feature>-<date>\`. */
export const FEATURES: { readonly [feature: string]: FeatureRow } = ${literal(features(input))};`,
      ],
    }),
  },
];

function features({ catalog, betasOf }: EmitterInput): Record<string, object> {
  return Object.fromEntries(catalog.features.map((feature) => [feature.name, featureRow(feature, betasOf(feature))]));
}

function featureRow(feature: CatalogFeature, betas: readonly CatalogBeta[]): object {
  const dateOf = (id: string): string => id.slice(feature.name.length + 1);
  return {
    docs: feature.docs.startsWith(DOCS) ? feature.docs.slice(DOCS.length) : feature.docs,
    ...(feature.latest !== feature.betas.at(-1) && { latest: dateOf(feature.latest) }),
    betas: Object.fromEntries(betas.map((beta) => [dateOf(beta.id), betaRow(beta)])),
  };
}

function betaRow(beta: CatalogBeta): object {
  const on = acceptRows(beta);
  const conflicts = beta.conflicts.map((conflict) => ({ with: conflict.with, ...(conflict.endpoint && { endpoint: conflict.endpoint }) }));
  return {
    ...(beta.stage !== 'beta' && { stage: beta.stage }),
    ...(beta.independent && { independent: true }),
    ...(beta.supersededBy && { supersededBy: beta.supersededBy }),
    ...(beta.opens.length > 0 && { opens: beta.opens.map(({ note: _, ...rule }) => rule) }),
    ...(Object.keys(on).length > 0 && { on }),
    ...(beta.selectsAt.length > 0 && { selectsAt: beta.selectsAt }),
    ...(conflicts.length > 0 && { conflicts }),
  };
}

/** Accepting is the default, and so is not knowing: only what is known to be otherwise is in the table. */
function acceptRows(beta: CatalogBeta): Record<string, unknown> {
  return Object.fromEntries(
    PLATFORMS.flatMap((platform) => {
      const { accepts } = beta.platforms[platform];
      return accepts === true || accepts === 'unknown' ? [] : [[platform, accepts]];
    }),
  );
}
