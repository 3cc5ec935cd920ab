/** The published data: the files below /data/v2/ and the JSON of each page. */
import site from '../../package.json' with { type: 'json' };
import { listBetas } from './betas.ts';
import { type CatalogBeta, type CatalogFeature, type CatalogSource, catalog } from './catalog.ts';
import { href } from './links.ts';

const { version } = site;
const envelope = { version, schemaVersion: catalog.schemaVersion };

/** The version of the site, which is also the version of the packages. */
export const VERSION: string = version;

const { features, betas, platforms, models, sources, fixes, notBetas, errors } = catalog;

/** The files of /data/v2/ by name. */
export const dataFiles: Readonly<Record<string, unknown>> = {
  catalog: { ...envelope, ...catalog },
  betas: { ...envelope, betas },
  features: { ...envelope, features },
  platforms: { ...envelope, platforms },
  models: { ...envelope, models },
  sources: { ...envelope, sources },
  fixes: { ...envelope, fixes },
  'not-betas': { ...envelope, notBetas },
  errors: { ...envelope, errors },
};

export const getDataPath = (name: string): string => `/data/v2/${name}.json`;
export const getDataHref = (name: string): string => href('en', getDataPath(name));
export const getSchemaHref = (name: string): string =>
  href('en', `/data/v2/schema/${name}.schema.json`);
/** The address of a page as JSON, in all languages. */
export const getJsonHref = (kind: 'betas' | 'features', name: string): string =>
  href('en', `/${kind}/${name}.json`);

/** Makes the JSON of one beta, with the sources that it cites. */
export const makeBetaJson = (beta: CatalogBeta): unknown => ({
  ...envelope,
  beta,
  sources: listCitedSources([beta]),
});

/** Makes the JSON of one feature, with its betas and the sources that they cite. */
export const makeFeatureJson = (feature: CatalogFeature): unknown => ({
  ...envelope,
  feature,
  betas: listBetas(feature),
  sources: listCitedSources([feature, listBetas(feature)]),
});

/** Lists the sources that a part of the Catalog cites, in their order. */
function listCitedSources(part: unknown): CatalogSource[] {
  const cited = new Set<unknown>();
  JSON.stringify(part, (key, value) => {
    if (key === 'source') cited.add(value);
    return value;
  });
  return sources.filter(({ id }) => cited.has(id));
}

/** Formats a published file. */
export const formatJson = (body: unknown): string => `${JSON.stringify(body)}\n`;

/** Makes the response with a published file. */
export function makeJsonResponse(body: unknown): Response {
  return new Response(formatJson(body), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
