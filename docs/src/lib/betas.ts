/** Small answers about betas and features that several pages give. */
import {
  type CatalogBeta,
  type CatalogConstraint,
  type CatalogFeature,
  catalog,
  findBeta,
} from './catalog.ts';
import { betaHref } from './links.ts';
import { parseEndpoint } from './rules.ts';
import type { Locale } from './site.ts';

/** When a beta began: the known release date, else the date in its name. */
export const getStartDate = (beta: CatalogBeta): string => beta.released?.date ?? beta.date;

/** The first release of the TypeScript SDK that knows a beta. */
export const findSdkSince = (beta: CatalogBeta): string | undefined => beta.sdk.since.typescript;

/**
 * The groups of endpoints that a beta is about: `/v1/files`, `/v1/organizations/webhooks`.
 * A rule about message params is about messages.
 */
export function listEndpointGroups({ requires, selectsAt, sdk }: CatalogBeta): string[] {
  const named = [
    ...requires.flatMap(
      (rule) => rule.endpoint ?? (rule.at === undefined ? [] : ['POST /v1/messages']),
    ),
    ...selectsAt,
    ...sdk.sends,
  ];
  return [
    ...new Set(named.map((endpoint) => getEndpointGroup(parseEndpoint(endpoint).path))),
  ].sort();
}

/** `/v1/organizations` is many groups, every other resource is one. */
function getEndpointGroup(path: string): string {
  const parts = path.split('/').slice(1);
  return `/${parts.slice(0, parts[1] === 'organizations' ? 3 : 2).join('/')}`;
}

/** The address of a beta's page for ids that have one, as `renderInline` takes it. */
export const makeBetaLinker =
  (locale: Locale, except?: string) =>
  (id: string): string | undefined =>
    id !== except && findBeta(id) ? betaHref(locale, id) : undefined;

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

/** Everything that free text search in the table may find. */
export function makeSearchText(beta: CatalogBeta, feature: CatalogFeature): string {
  const { title } = beta;
  const parts = [
    beta.id,
    feature.name,
    beta.constant,
    title.en,
    title.id,
    feature.title.en,
    feature.title.id,
  ];
  const rules = [...beta.requires, ...feature.uses].flatMap((rule) => [
    rule.at,
    ...(rule.endpoint ?? []),
    ...[rule.is ?? []].flat(),
    ...(rule.in ?? []),
  ]);
  return [
    ...new Set(
      [...parts, ...rules]
        .filter((part) => part !== undefined)
        .map((part) => String(part).toLowerCase()),
    ),
  ].join(' ');
}
