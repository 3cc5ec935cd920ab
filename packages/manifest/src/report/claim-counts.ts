/** Counts the claims on each platform. */
import { ACCEPTANCE_STATUSES, AVAILABILITY_STATUSES } from '@beta-headers/grammar';
import type { Catalog, CatalogAcceptance, CatalogAvailability } from '../catalog-types.ts';

/** The number of claims about one platform, by status and confidence. */
export interface ClaimCounts {
  /** Features or values, by the status of their claim without conditions. */
  readonly byStatus: Readonly<Record<string, number>>;
  /** Lists of several claims, which depend on the model, the endpoint, the shape or the day. */
  readonly conditional: number;
  /** Lists that were copied from another platform, because of `like`. */
  readonly derived: number;
  /** Own claims other than `unknown`, by confidence. */
  readonly high: number;
  readonly medium: number;
  readonly low: number;
  /** Claims without a confidence. */
  readonly unrated: number;
  readonly disputed: number;
}

/** The statuses of each kind of claim, in the order of the table. */
export const STATUSES = {
  availability: AVAILABILITY_STATUSES,
  acceptance: ACCEPTANCE_STATUSES,
} as const;

/** The kinds of claims. */
export type ClaimKind = keyof typeof STATUSES;

/** A claim of either kind. */
export type Claim = CatalogAvailability | CatalogAcceptance;

/** The claims about a feature or a value, by platform. */
export interface Claims {
  readonly name: string;
  readonly claims: Readonly<Record<string, readonly Claim[]>>;
}

/** Lists the claims about each feature or each value. */
export function listClaims(kind: ClaimKind, { features, betas }: Catalog): Claims[] {
  return kind === 'availability'
    ? features.map(({ name, availability }) => ({ name, claims: availability }))
    : betas.map(({ id, acceptance }) => ({ name: id, claims: acceptance }));
}

/** Counts the claims of every platform, in the order of the Catalog. */
export function countClaims(kind: ClaimKind, catalog: Catalog): Record<string, ClaimCounts> {
  const owners = listClaims(kind, catalog);
  return Object.fromEntries(
    catalog.platforms.map(({ id }) => [
      id,
      countLists(
        kind,
        owners.map(({ claims }) => claims[id] ?? []),
      ),
    ]),
  );
}

function countLists(kind: ClaimKind, lists: readonly (readonly Claim[])[]): ClaimCounts {
  const stated = lists
    .flat()
    .filter(({ status, derivedFrom }) => status !== 'unknown' && derivedFrom === undefined);
  const sure = (confidence: Claim['confidence']): number =>
    stated.filter((claim) => claim.confidence === confidence).length;
  return {
    byStatus: Object.fromEntries(
      STATUSES[kind].map((status) => [
        status,
        lists.filter((claims) => claims.at(-1)?.status === status).length,
      ]),
    ),
    conditional: lists.filter(({ length }) => length > 1).length,
    derived: lists.filter((claims) => claims.some(({ derivedFrom }) => derivedFrom)).length,
    high: sure('high'),
    medium: sure('medium'),
    low: sure('low'),
    unrated: sure(undefined),
    disputed: stated.filter(({ disputed }) => disputed !== undefined).length,
  };
}

/** Lists `feature platform` for every claim other than `unknown` that has no evidence. */
export function findClaimsWithoutEvidence(catalog: Catalog): string[] {
  return (['availability', 'acceptance'] as const).flatMap((kind) =>
    listClaims(kind, catalog).flatMap(({ name, claims }) =>
      Object.entries(claims).flatMap(([platform, list]) =>
        list.some(({ status, evidence }) => status !== 'unknown' && evidence.length === 0)
          ? [`${name} ${platform}`]
          : [],
      ),
    ),
  );
}
