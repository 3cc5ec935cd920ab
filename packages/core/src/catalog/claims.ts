/** Finds the claims that apply to a request on a platform. */
import { matchesEndpoint } from '@beta-headers/grammar';
import type { Confidence } from '../types.ts';
import type { AcceptanceStatus, AvailabilityStatus, Claim, EngineCatalog } from './types.ts';

/** The properties of a request that a claim may depend on. */
export interface ClaimQuery {
  readonly method: string;
  /** The path on the Claude API. */
  readonly path: string;
  /** The id of the model; `undefined` if the name does not show it. */
  readonly model: string | undefined;
  /** The manifest does not have the model, so it is not known which claims about models hold. */
  readonly isNewModel: boolean;
  /** The current day. Without it, claims that have an end date still hold. */
  readonly today: string | undefined;
  readonly shape?: string | undefined;
}

/** The status according to the claims, and its confidence. A disputed status counts as unknown. */
export interface Ruling<S extends string> {
  readonly status: S | 'unknown';
  readonly confidence: Confidence;
  readonly claim?: Claim<S>;
  /** The last day of a claim that has expired. */
  readonly ended?: string | undefined;
}

export type Availability = Ruling<AvailabilityStatus>;
export type Acceptance = Ruling<AcceptanceStatus>;

/**
 * Lists the claims about a platform: its own and, unless one of those is unconditional, the claims
 * about the platform that it follows. Claims that are taken over have at most medium confidence,
 * because no source confirms them for this platform.
 */
export function listClaims<S extends string>(
  claims: (platform: string) => readonly Claim<S>[],
  platform: string,
  { platforms }: Pick<EngineCatalog<string>, 'platforms'>,
): readonly Claim<S>[] {
  const own = claims(platform);
  const followed = platforms.get(platform)?.like;
  if (followed === undefined || own.some(isUnconditional)) return own;
  const derived = listClaims(claims, followed, { platforms }).map(({ confidence, ...claim }) =>
    confidence === undefined || confidence === 'high' ? claim : { ...claim, confidence },
  );
  return [...own, ...derived];
}

const isUnconditional = ({ models, endpoint, shape, until }: Claim<string>): boolean =>
  !(models || endpoint || shape || until);

/**
 * Reads the model for a query. A model that is newer than the manifest is none of the models that
 * its sources speak of, not even of those in "all others".
 */
export function queryModel(
  model: string | undefined,
  { models }: Pick<EngineCatalog<string>, 'models'>,
): Pick<ClaimQuery, 'model' | 'isNewModel'> {
  return { model, isNewModel: model !== undefined && !models.has(model) };
}

/**
 * Finds the first claim that applies. If the model is not known or is new, claims for other models
 * are skipped; if a skipped claim contradicts the result, the status is unknown.
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
    else if (claim.models && !isForModel(claim.models, query)) passed.push(status);
    else if (passed.some((other) => other !== status)) break;
    else return { status, confidence: toConfidence(claim), claim, ended };
  }
  return { status: 'unknown', confidence: 'unknown' };
}

function toConfidence({ status, confidence = 'medium' }: Claim<string>): Confidence {
  return status === 'unknown' && confidence !== 'disputed' ? 'unknown' : confidence;
}

function isAbout(
  { shape: shapes, models, endpoint }: Claim<string>,
  { method, path, shape = '', ...query }: ClaimQuery,
): boolean {
  return (
    shapes?.includes(shape) !== false &&
    (models === undefined || isModelOpen(query) || isForModel(models, query)) &&
    endpoint?.some((one) => matchesEndpoint(one, method, path)) !== false
  );
}

/** Tests if any claim about models may hold, because the model is not known or is new. */
const isModelOpen = ({ model, isNewModel }: Pick<ClaimQuery, 'model' | 'isNewModel'>): boolean =>
  model === undefined || isNewModel;

const isForModel = (models: readonly string[], { model }: Pick<ClaimQuery, 'model'>): boolean =>
  model !== undefined && models.includes(model);

/** The conditions that a ruling may depend on. */
type Dependence = 'model' | 'form' | 'form-and-model' | 'endpoint';

/**
 * Finds the conditions that a ruling depends on: the conditions of its claim, and the condition of
 * an earlier claim with another status that failed by this condition alone.
 */
export function findCondition(
  claims: readonly Claim<string>[],
  query: ClaimQuery,
  { claim, status }: Pick<Ruling<string>, 'claim' | 'status'>,
): Dependence | undefined {
  const earlier = claims.slice(0, claim ? claims.indexOf(claim) : claims.length);
  const missed = earlier
    .filter((one) => one.status !== status)
    .map((one) => listMisses(one, query));
  const nearly = missed.filter((conditions) => conditions.length === 1).flat();
  const found = new Set([...nearly, ...(claim ? listConditions(claim) : [])]);
  if (found.has('form') && found.has('model')) return 'form-and-model';
  return ORDER.find((condition) => found.has(condition));
}

type Dimension = Exclude<Dependence, 'form-and-model'>;
const ORDER: readonly Dimension[] = ['model', 'form', 'endpoint'];

/** Lists the conditions of a claim that a request does not meet, or that cannot be checked. */
function listMisses({ models, shape, endpoint }: Claim<string>, query: ClaimQuery): Dimension[] {
  const { model, method, path } = query;
  const misses: Dimension[] = [];
  if (models && (model === undefined || !models.includes(model))) misses.push('model');
  if (shape?.includes(query.shape ?? '') === false) misses.push('form');
  if (endpoint?.some((one) => matchesEndpoint(one, method, path)) === false)
    misses.push('endpoint');
  return misses;
}

const listConditions = ({ models, shape, endpoint }: Claim<string>): Dimension[] =>
  ORDER.filter((condition) => ({ model: models, form: shape, endpoint })[condition] !== undefined);
