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

/** The conditions that a ruling may change with. */
type Dependence = 'model' | 'form' | 'form-and-model' | 'endpoint';

/**
 * Finds the conditions that a ruling depends on: those of the claim that decided, and those by which an earlier
 * claim that says otherwise just does not apply.
 */
export function conditionOf(
  claims: readonly Claim<string>[],
  query: ClaimQuery,
  { claim, status }: Pick<Ruling<string>, 'claim' | 'status'>,
): Dependence | undefined {
  const earlier = claims.slice(0, claim ? claims.indexOf(claim) : claims.length);
  const missed = earlier.filter((one) => one.status !== status).map((one) => missesOf(one, query));
  const nearly = missed.filter((conditions) => conditions.length === 1).flat();
  const found = new Set([...nearly, ...(claim ? ownConditions(claim) : [])]);
  if (found.has('form') && found.has('model')) return 'form-and-model';
  return ORDER.find((condition) => found.has(condition));
}

type Dimension = Exclude<Dependence, 'form-and-model'>;
const ORDER: readonly Dimension[] = ['model', 'form', 'endpoint'];

/** The conditions of a claim that a request does not meet, or cannot tell. */
function missesOf({ models, shape, endpoint }: Claim<string>, query: ClaimQuery): Dimension[] {
  const { model, method, path } = query;
  const misses: Dimension[] = [];
  if (models && (model === undefined || !models.includes(model))) misses.push('model');
  if (shape?.includes(query.shape ?? '') === false) misses.push('form');
  if (endpoint?.some((one) => matchesEndpoint(one, method, path)) === false)
    misses.push('endpoint');
  return misses;
}

const ownConditions = ({ models, shape, endpoint }: Claim<string>): Dimension[] =>
  ORDER.filter((condition) => ({ model: models, form: shape, endpoint })[condition] !== undefined);
