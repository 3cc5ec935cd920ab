/** Sorts the values and features of one platform into the lists of its page. */
import { AUDIENCES } from '@beta-headers/manifest';
import { messages } from '../i18n/index.ts';
import {
  type CatalogAcceptance,
  type CatalogAvailability,
  type CatalogBeta,
  type CatalogFeature,
  type CatalogPlatform,
  catalog,
  getFeature,
} from './catalog.ts';
import { getFeatureMark, getHeaderMark, isAvailable } from './claim-marks.ts';
import {
  type Claim,
  describeClaimCondition,
  describeClaimNeeds,
  listClaimInstead,
} from './claims.ts';
import type { Locale } from './site.ts';

/** The fates of a value in the header or body of a request to a platform. */
export const VALUE_GROUPS = [
  'accepted',
  'conditional',
  'instead',
  'useless',
  'rejected',
  'unknown',
] as const;
export type ValueGroup = (typeof VALUE_GROUPS)[number];

/** The fates of a feature in a request to a platform. */
export const FEATURE_GROUPS = ['available', 'conditional', 'unavailable', 'unknown'] as const;
export type FeatureGroup = (typeof FEATURE_GROUPS)[number];

/** Platforms that are mistaken for one another, because one company's cloud has them all. */
export const CLOUDS: readonly (readonly string[])[] = [
  ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'claude-on-aws'],
  ['vertex', 'claude-on-google-cloud'],
  ['foundry', 'foundry-azure'],
];

/** Lists the platforms that may be mistaken for this one, itself included. */
export const listNeighbours = (id: string): CatalogPlatform[] =>
  (CLOUDS.find((cloud) => cloud.includes(id)) ?? []).flatMap(
    (one) => catalog.platforms.find((platform) => platform.id === one) ?? [],
  );

/** Tests if the value does nothing any more and no rule applies to the platform. */
function doesNothing({ stage, requires }: CatalogBeta, platform: string): boolean {
  const isOver = stage === 'graduated' || stage === 'retired';
  return isOver && !requires.some((rule) => rule.platform?.includes(platform) ?? true);
}

/** Sorts a value into a group. Values without effect are apart, because they can always go. */
function getValueGroup(beta: CatalogBeta, platform: CatalogPlatform): ValueGroup {
  const mark = getHeaderMark(beta.acceptance[platform.id] ?? []);
  // A stage is about the Claude API. Another company's platform may still want the value.
  const isFollowing = platform.operator === 'anthropic';
  if (mark === 'ignored') return 'useless';
  if (mark === 'rejected' || mark === 'instead') return mark;
  if (mark === 'some' || mark === 'disputed') return 'conditional';
  if (doesNothing(beta, platform.id) && (isFollowing || mark === 'unknown')) return 'useless';
  return mark;
}

/** Sorts a feature into a group. */
function getFeatureGroup(feature: CatalogFeature, platform: string): FeatureGroup {
  const claims = feature.availability[platform] ?? [];
  const mark = getFeatureMark(claims);
  // A claim about some models says more than `unknown`, which holds for the others.
  const isPartlyKnown = mark === 'unknown' && claims.some(({ status }) => status !== 'unknown');
  if (mark === 'some' || mark === 'disputed' || isPartlyKnown) return 'conditional';
  return mark === 'no-effect' ? 'unavailable' : mark;
}

const rank = (feature: CatalogFeature): number => AUDIENCES.indexOf(feature.audience);

/** Lists the values of each group, those for everyday use first. */
export function groupValues(platform: CatalogPlatform): Record<ValueGroup, CatalogBeta[]> {
  const groups = Object.fromEntries(VALUE_GROUPS.map((group) => [group, []])) as unknown as Record<
    ValueGroup,
    CatalogBeta[]
  >;
  const sorted = catalog.betas.toSorted(
    (a, b) => rank(getFeature(a.feature)) - rank(getFeature(b.feature)),
  );
  for (const beta of sorted) groups[getValueGroup(beta, platform)].push(beta);
  return groups;
}

/** Lists the features of each group, those for everyday use first. */
export function groupFeatures(platform: string): Record<FeatureGroup, CatalogFeature[]> {
  const groups: Record<FeatureGroup, CatalogFeature[]> = {
    available: [],
    conditional: [],
    unavailable: [],
    unknown: [],
  };
  for (const feature of catalog.features.toSorted((a, b) => rank(a) - rank(b)))
    groups[getFeatureGroup(feature, platform)].push(feature);
  return groups;
}

/** Counts the rows that the table of page one shows for a platform, and those for its opposite. */
export function countFiltered(platform: string): { readonly on: number; readonly not: number } {
  const marks = catalog.betas.map(({ feature }) =>
    getFeatureMark(getFeature(feature).availability[platform] ?? []),
  );
  return {
    on: marks.filter(isAvailable).length,
    not: marks.filter((mark) => mark === 'unavailable').length,
  };
}

/** Describes each claim in a phrase: `accepted with Claude Opus 4.5`. */
export function describeClaims(claims: readonly Claim[], locale: Locale): string[] {
  const t = messages(locale);
  return claims.map((claim) => {
    const status = claim.disputed ? t.mark.feature.disputed : t.claim.status[claim.status];
    const condition = describeClaimCondition(claim, claims, locale);
    const needs = describeClaimNeeds(claim, locale);
    const words = [status, condition].filter(Boolean).join(' ');
    const phrase = words.charAt(0).toUpperCase() + words.slice(1);
    return [`${phrase}.`, ...needs, claim.disputed?.[locale]].filter(Boolean).join(' ');
  });
}

/** Lists the values that a platform wants in place of one, without repetition. */
export const listReplacements = (claims: readonly CatalogAcceptance[]) =>
  claims.flatMap(listClaimInstead);

/** Lists the fixes for a feature that a platform does not have, without repetition. */
export const listFixCodes = (claims: readonly CatalogAvailability[]): string[] => [
  ...new Set(claims.flatMap(({ fix }) => fix ?? [])),
];

/** The day since which a value does nothing, if it is known. */
export const getEndDate = ({ retired, graduated }: CatalogBeta): string | undefined =>
  retired?.date ?? graduated?.date;

/** The wire forms of the platforms that have paths of their own. */
const OWN_PATHS: Readonly<Record<string, string>> = {
  bedrock: '/model/{model}/invoke',
  'bedrock-converse': '/model/{model}/converse',
  vertex:
    '/v1/projects/{project}/locations/{region}/publishers/anthropic/models/{model}:rawPredict',
};

/** The path of a message on a platform, with names for its variable parts. */
export const getMessagesPath = ({ id, bases }: CatalogPlatform): string =>
  OWN_PATHS[id] ?? `${bases[0] ?? ''}/v1/messages`;
