/** Look-ups about betas and features that several pages share. */
import { MESSAGES_PATH } from '@beta-headers/grammar';
import {
  type CatalogBeta,
  type CatalogConstraint,
  type CatalogFeature,
  catalog,
  findBeta,
} from './catalog.ts';
import { getBetaHref } from './links.ts';
import { parseEndpoint } from './rules.ts';
import type { Locale } from './site.ts';

/** The known release date of a beta, else the date in its name. */
export const getStartDate = (beta: CatalogBeta): string => beta.released?.date ?? beta.date;

/** The first release of the TypeScript SDK that knows a beta. */
export const findSdkSince = (beta: CatalogBeta): string | undefined => beta.sdk.since.typescript;

/**
 * Lists the groups of endpoints that a beta belongs to, such as `/v1/files`. A rule about message
 * params counts as one about `/v1/messages`.
 */
export function listEndpointGroups({ requires, selectsAt, sdk }: CatalogBeta): string[] {
  const named = [
    ...requires.flatMap(
      (rule) => rule.endpoint ?? (rule.at === undefined ? [] : [`POST ${MESSAGES_PATH}`]),
    ),
    ...selectsAt,
    ...sdk.sends,
  ];
  return [
    ...new Set(named.map((endpoint) => getEndpointGroup(parseEndpoint(endpoint).path))),
  ].sort();
}

/** Each resource is one group; `/v1/organizations` has one for each resource below it. */
function getEndpointGroup(path: string): string {
  const parts = path.split('/').slice(1);
  return `/${parts.slice(0, parts[1] === 'organizations' ? 3 : 2).join('/')}`;
}

/** Makes the function that links betas in texts, except to the page's own beta. */
export const makeBetaLinker =
  (locale: Locale, except?: string) =>
  (id: string): string | undefined =>
    id !== except && findBeta(id) ? getBetaHref(locale, id) : undefined;

/** The betas of a feature, oldest first. */
export const listBetas = (feature: CatalogFeature): CatalogBeta[] =>
  feature.betas.flatMap((id) => findBeta(id) ?? []);

/** Features of one family, by title. */
export const listFeatures = (family: string): CatalogFeature[] =>
  catalog.features.filter((feature) => feature.family === family);

/** The constraints of any feature that name one of these betas. */
export const findConstraints = (ids: readonly string[]): CatalogConstraint[] =>
  catalog.features
    .flatMap(({ constraints }) => constraints)
    .filter(({ all }) => all.some((part) => 'beta' in part && ids.includes(part.beta)));

/**
 * Makes the text that the search of the table reads, without what the row itself shows. The names
 * in the other language come first, up to a line break; then the words of rules, each once.
 */
export function makeSearchText(beta: CatalogBeta, feature: CatalogFeature, locale: Locale): string {
  const other = locale === 'en' ? 'id' : 'en';
  const names = [feature.name, beta.title[other], feature.title[locale], feature.title[other]];
  const rules = [...beta.requires, ...feature.uses].flatMap((rule) => [
    rule.at ?? '',
    ...(rule.endpoint ?? []),
    ...[rule.is ?? []].flat(),
    ...(rule.in ?? []),
  ]);
  const words = rules.flatMap((part) =>
    String(part)
      .toLowerCase()
      .split(/[^a-z0-9_-]+/),
  );
  return [
    [...new Set(names.map((name) => name.toLowerCase()))].join(' '),
    [...new Set([...words, ...(feature.models?.only ?? [])])].filter(isTelling).join(' '),
  ].join('\n');
}

/** Parts of paths and endpoints that nearly every rule has. */
const COMMON = new Set(['messages', 'content', 'type', 'tools', 'post', 'get', 'delete', 'v1']);
const isTelling = (word: string): boolean => word.length > 1 && !COMMON.has(word);
