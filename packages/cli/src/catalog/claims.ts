/** Reads claims of the catalog: the answer of a platform in general, and where it differs. */
import type {
  CatalogAcceptance,
  CatalogAvailability,
  CatalogBeta,
  CatalogFeature,
} from '@beta-headers/manifest/data';

/** A claim of either kind. */
export type Claim = CatalogAcceptance | CatalogAvailability;

/** Tests if a claim holds only for some models, endpoints or forms. */
export const isConditional = (claim: Claim): boolean =>
  claim.models !== undefined ||
  claim.endpoint !== undefined ||
  ('shape' in claim && claim.shape !== undefined);

/** Selects the claims that hold on a day. */
export const selectCurrent = <C extends Claim>(claims: readonly C[], today: string): C[] =>
  claims.filter(({ until }) => until === undefined || until >= today);

/** Finds the general status of a list of claims: that of the first one without a condition. */
export function findStatus<C extends Claim>(
  claims: readonly C[] | undefined,
  today: string,
): C['status'] | 'unknown' {
  const general = selectCurrent(claims ?? [], today).find((claim) => !isConditional(claim));
  return general?.status ?? 'unknown';
}

/** Tests if a platform accepts a beta, or has a feature, at least in some cases. */
export function isPossible(claims: readonly Claim[] | undefined, today: string): boolean {
  const good = new Set<string>(['accepted', 'ignored', 'available']);
  return selectCurrent(claims ?? [], today).some(({ status }) => good.has(status));
}

/** Lists the claims of a beta or a feature, by platform. */
export const listClaims = (
  subject: CatalogBeta | CatalogFeature,
): Readonly<Record<string, readonly Claim[]>> =>
  'acceptance' in subject ? subject.acceptance : subject.availability;
