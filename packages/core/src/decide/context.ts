/** The input of all decisions. */
import {
  type Acceptance,
  type Availability,
  type ClaimQuery,
  findClaim,
  findCondition,
  listClaims,
  queryModel,
} from '../catalog/claims.ts';
import type { EngineCatalog, KnownBeta, KnownFeature, KnownPlatform } from '../catalog/types.ts';
import type { Collected, UseHit } from '../collect/collect.ts';
import type { RequestFacts } from '../request/read.ts';
import type { Decision } from '../types.ts';
import type { ResolvedPolicy } from './policy.ts';

/** The options of a plan, with their defaults. */
export interface Settings {
  readonly catalog: EngineCatalog<string>;
  readonly policy: ResolvedPolicy;
  readonly observes: boolean;
  /** Changes that no line of the policy covers are refused. */
  readonly refusesChange: boolean;
  readonly today: string | undefined;
  readonly always: readonly string[];
  readonly rejected: ReadonlySet<string>;
}

/** A request with its options and the results of the rules. */
export interface Context extends Settings {
  readonly facts: RequestFacts;
  readonly collected: Collected;
  readonly platform: KnownPlatform;
  /** The platform is only assumed, so nothing is refused because the platform lacks it. */
  readonly isAssumed: boolean;
  /** The betas of the caller, and those that an earlier round sent in place of a removed part. */
  readonly caller: readonly string[];
  /** The betas that an earlier round sent in place of a removed part. */
  readonly substituted: ReadonlySet<string>;
  /** The cache of {@link findAcceptance}. */
  readonly acceptances: Map<KnownBeta, Acceptance>;
  /** Nothing may be removed from the body, because an earlier attempt left no valid request. */
  readonly keepsBody: boolean;
}

/**
 * The statuses from worst to best. A header is sent for the whole request, so the worst status of
 * its models counts.
 */
const RANKS = ['rejected', 'unknown'];

/** Finds out if the platform accepts a beta, for all models of the request. */
export function findAcceptance(beta: KnownBeta, context: Context): Acceptance {
  const { acceptances, platform, collected, catalog } = context;
  let worst = acceptances.get(beta);
  if (worst) return worst;
  const claims = listClaims(beta.acceptance, platform.id, catalog);
  const rulings = [...collected.models].map((model) => findClaim(claims, toQuery(context, model)));
  for (const rank of RANKS) worst ??= rulings.find(({ status }) => status === rank);
  worst ??= rulings[0] ?? findClaim(claims, toQuery(context, undefined));
  acceptances.set(beta, worst);
  return worst;
}

/** The form in which a feature is used, and the model. */
type Usage = Pick<UseHit, 'shape' | 'model'>;

/** Finds out if the platform has a feature, in one form and for one model. */
export function findAvailability(
  feature: KnownFeature,
  context: Context,
  { shape, model }: Usage,
): Availability {
  const claims = listClaims(feature.availability, context.platform.id, context.catalog);
  return findClaim(claims, toQuery(context, model, shape));
}

/** Finds the conditions that the availability of a feature depends on. */
export function findDependence(
  feature: KnownFeature,
  context: Context,
  { shape, model }: Usage,
  ruling: Availability,
): Decision['dependsOn'] {
  const claims = listClaims(feature.availability, context.platform.id, context.catalog);
  return findCondition(claims, toQuery(context, model, shape), ruling);
}

function toQuery(
  { facts, today, catalog }: Context,
  model: string | undefined,
  shape?: string | undefined,
): ClaimQuery {
  const { method, path } = facts.route;
  return { method, path, ...queryModel(model, catalog), today, shape };
}
