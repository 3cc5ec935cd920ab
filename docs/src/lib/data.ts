/** The published data: what stands under /data/v1/ and beside each page. */
import site from '../../package.json' with { type: 'json' };
import { betasOf } from './betas.ts';
import { type CatalogBeta, type CatalogFeature, catalog } from './catalog.ts';
import { href } from './links.ts';

const { version } = site;
const envelope = { version, schemaVersion: catalog.schemaVersion };

/** The version of this site, which is that of the packages. */
export const VERSION: string = version;

/** The files of /data/v1/ by name. */
export const dataFiles: Record<'catalog' | 'betas' | 'features' | 'platforms' | 'models', unknown> =
  {
    catalog: {
      ...envelope,
      features: catalog.features,
      betas: catalog.betas,
      platforms: catalog.platforms,
      models: catalog.models,
    },
    betas: { ...envelope, betas: catalog.betas },
    features: { ...envelope, features: catalog.features },
    platforms: { ...envelope, platforms: catalog.platforms },
    models: { ...envelope, models: catalog.models },
  };

export const dataHref = (name: string): string => href('en', `/data/v1/${name}.json`);
export const schemaHref = (name: string): string =>
  href('en', `/data/v1/schema/${name}.schema.json`);
/** The JSON twin of a page; it has every language in it. */
export const twinHref = (kind: 'betas' | 'features', name: string): string =>
  href('en', `/${kind}/${name}.json`);

export const betaTwin = (beta: CatalogBeta): unknown => ({ ...envelope, beta });
export const featureTwin = (feature: CatalogFeature): unknown => ({
  ...envelope,
  feature,
  betas: betasOf(feature),
});

/** A published file. */
export const jsonText = (body: unknown): string => `${JSON.stringify(body)}\n`;

/** The answer with such a file. */
export function jsonResponse(body: unknown): Response {
  return new Response(jsonText(body), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
