/** The published data: what is under /data/v2/ and beside each page. */
import site from '../../package.json' with { type: 'json' };
import { listBetas } from './betas.ts';
import { type CatalogBeta, type CatalogFeature, type CatalogSource, catalog } from './catalog.ts';
import { href } from './links.ts';

const { version } = site;
const envelope = { version, schemaVersion: catalog.schemaVersion };

/** The version of this site, which is that of the packages. */
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

export const dataPath = (name: string): string => `/data/v2/${name}.json`;
export const dataHref = (name: string): string => href('en', dataPath(name));
export const schemaHref = (name: string): string =>
  href('en', `/data/v2/schema/${name}.schema.json`);
/** The JSON twin of a page; it has every language in it. */
export const jsonHref = (kind: 'betas' | 'features', name: string): string =>
  href('en', `/${kind}/${name}.json`);

/** One beta with the sources that it cites. */
export const makeBetaJson = (beta: CatalogBeta): unknown => ({
  ...envelope,
  beta,
  sources: listCitedSources([beta]),
});

/** One feature with its betas, and the sources that they cite. */
export const makeFeatureJson = (feature: CatalogFeature): unknown => ({
  ...envelope,
  feature,
  betas: listBetas(feature),
  sources: listCitedSources([feature, listBetas(feature)]),
});

/** The sources that some part of the Catalog cites, in their order. */
function listCitedSources(part: unknown): CatalogSource[] {
  const cited = new Set<unknown>();
  JSON.stringify(part, (key, value) => {
    if (key === 'source') cited.add(value);
    return value;
  });
  return sources.filter(({ id }) => cited.has(id));
}

/** A published file. */
export const formatJson = (body: unknown): string => `${JSON.stringify(body)}\n`;

/** The answer with such a file. */
export function makeJsonResponse(body: unknown): Response {
  return new Response(formatJson(body), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
