/** The published data: the files below /data/v2/ and the JSON of each page. */
import site from '../../package.json' with { type: 'json' };
import { listBetas } from './betas.ts';
import { type CatalogBeta, type CatalogFeature, type CatalogSource, catalog } from './catalog.ts';
import { href } from './links.ts';
import { answerNeed } from './need/answer.ts';
import { writeAnswer } from './need/text.ts';
import type { Locale } from './site.ts';

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

/** Makes the JSON of one beta: the answer first, then the facts and the sources that they cite. */
export const makeBetaJson = (beta: CatalogBeta): unknown => ({
  ...envelope,
  ...makeNeedJson(beta),
  beta: removeRepeats(beta),
  sources: listCitedSources([beta]),
});

/** Makes the JSON of one feature, with its betas and the sources that they cite. */
export const makeFeatureJson = (feature: CatalogFeature): unknown => {
  const [short, ...betas] = removeRepeats([feature, ...listBetas(feature)]);
  return {
    ...envelope,
    ...makeNeedJson(feature),
    feature: short,
    betas,
    sources: listCitedSources([feature, listBetas(feature)]),
  };
};

/** Makes the answer to "Do you need it?", and the place of the value on each platform. */
function makeNeedJson(subject: CatalogBeta | CatalogFeature): object {
  const need = answerNeed(catalog, subject);
  const { kind, since, by, platforms } = need;
  const write = (locale: Locale): string => writeAnswer(need, subject, locale);
  return {
    need: { kind, ...(since && { since }), by, text: { en: write('en'), id: write('id') } },
    placement: platforms.map(({ platform, answer, send, wire, field, ...rest }) => ({
      platform,
      answer,
      send,
      ...(send.length > 0 && { in: wire === 'header' ? 'header' : 'body', field }),
      ...rest,
    })),
  };
}

/** Leaves out the words of a citation that the same file has already. */
function removeRepeats<T>(part: T): T {
  const seen = new Set<string>();
  return JSON.parse(
    JSON.stringify(part, (_key, value) => {
      if (typeof value?.source !== 'string' || typeof value?.says !== 'string') return value;
      const key = JSON.stringify(value);
      if (!seen.has(key)) {
        seen.add(key);
        return value;
      }
      const { says: _, ...citation } = value;
      return citation;
    }),
  );
}

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
