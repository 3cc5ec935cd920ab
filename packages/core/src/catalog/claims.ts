/** Claims about a platform, and which of them applies to a request. */
import { matchesEndpoint } from '@beta-headers/grammar';
import type { Confidence } from '../types.ts';
import type { AcceptanceStatus, AvailabilityStatus, Claim, EngineCatalog } from './types.ts';

/** What a claim may depend on. */
export interface ClaimQuery {
  readonly method: string;
  /** The path on the Claude API. */
  readonly path: string;
  /** The id of the model; `undefined` where nobody knows which it is. */
  readonly model: string | undefined;
  /** The day; without one, claims with an end still hold. */
  readonly today: string | undefined;
  readonly shape?: string | undefined;
}

/** What the claims say, and how sure that is. What sources dispute is as good as unknown. */
export interface Ruling<S extends string> {
  readonly status: S | 'unknown';
  readonly confidence: Confidence;
  readonly claim?: Claim<S>;
  /** The last day of a claim that has ended. */
  readonly ended?: string | undefined;
}

export type Availability = Ruling<AvailabilityStatus>;
export type Acceptance = Ruling<AcceptanceStatus>;

/**
 * The claims about a platform: its own and, unless one of them always holds, those of the platform
 * that it follows. Nobody looked at those here, so none is of high confidence.
 */
export function claimsOn<S extends string>(
  claims: (platform: string) => readonly Claim<S>[],
  platform: string,
  { platforms }: Pick<EngineCatalog<string>, 'platforms'>,
): readonly Claim<S>[] {
  const own = claims(platform);
  const followed = platforms.get(platform)?.like;
  if (followed === undefined || own.some(isUnconditional)) return own;
  const derived = claimsOn(claims, followed, { platforms }).map(({ confidence, ...claim }) =>
    confidence === undefined || confidence === 'high' ? claim : { ...claim, confidence },
  );
  return [...own, ...derived];
}

const isUnconditional = ({ models, endpoint, shape, until }: Claim<string>): boolean =>
  !(models || endpoint || shape || until);

/**
 * Finds the first claim that applies. Where the model is not known, claims for some models are
 * passed over; if one of them says otherwise than the claim that is found, nobody knows.
 */
export function findClaim<S extends string>(
  claims: readonly Claim<S>[],
  query: ClaimQuery,
): Ruling<S> {
  const passed: string[] = [];
  let ended: string | undefined;
  for (const claim of claims) {
    if (!isAbout(claim, query)) continue;
    const status = claim.confidence === 'disputed' ? 'unknown' : claim.status;
    if (claim.until && query.today && claim.until < query.today) ended ??= claim.until;
    else if (claim.models && query.model === undefined) passed.push(status);
    else if (passed.some((other) => other !== status)) break;
    else return { status, confidence: confidenceOf(claim), claim, ended };
  }
  return { status: 'unknown', confidence: 'unknown' };
}

function confidenceOf({ status, confidence = 'medium' }: Claim<string>): Confidence {
  return status === 'unknown' && confidence !== 'disputed' ? 'unknown' : confidence;
}

function isAbout(
  { shape: shapes, models, endpoint }: Claim<string>,
  { method, path, model, shape = '' }: ClaimQuery,
): boolean {
  return (
    shapes?.includes(shape) !== false &&
    (model === undefined || models?.includes(model) !== false) &&
    endpoint?.some((one) => matchesEndpoint(one, method, path)) !== false
  );
}

/** What tells the claims about a subject apart. */
export function conditionOf(
  claims: readonly Claim<string>[],
): 'model' | 'form' | 'endpoint' | undefined {
  if (claims.some(({ models }) => models)) return 'model';
  if (claims.some(({ shape }) => shape)) return 'form';
  return claims.some(({ endpoint }) => endpoint) ? 'endpoint' : undefined;
}
