/** Everything that decisions are made from. */
import {
  type Acceptance,
  type Availability,
  type ClaimQuery,
  claimsOn,
  findClaim,
  findCondition,
} from '../catalog/claims.ts';
import type { EngineCatalog, KnownBeta, KnownFeature, KnownPlatform } from '../catalog/types.ts';
import type { Collected } from '../collect/collect.ts';
import type { RequestFacts } from '../request/read.ts';
import type { Decision } from '../types.ts';
import type { ResolvedPolicy } from './policy.ts';

/** The options of a plan, read. */
export interface Settings {
  readonly catalog: EngineCatalog<string>;
  readonly policy: ResolvedPolicy;
  readonly observes: boolean;
  /** A change that no line of the policy is about is refused. */
  readonly refusesChange: boolean;
  readonly today: string | undefined;
  readonly always: readonly string[];
  readonly rejected: ReadonlySet<string>;
}

/** A request with its options, and what rules found in it. */
export interface Context extends Settings {
  readonly facts: RequestFacts;
  readonly collected: Collected;
  readonly platform: KnownPlatform;
  /** Nothing says which platform it is: nothing is refused because of what it lacks. */
  readonly isAssumed: boolean;
  /**
   * The betas that came with the request, and those that an earlier round put in place of
   * something.
   */
  readonly caller: readonly string[];
  /** Those of them that did not come with the request. */
  readonly substituted: ReadonlySet<string>;
  /** What {@link findAcceptance} has found. */
  readonly acceptances: Map<KnownBeta, Acceptance>;
  /** Nothing may be taken out of the body: it was tried, and what was left was no request. */
  readonly keepsBody: boolean;
}

/** A header is sent for the whole request, so the worst of its models counts. */
const RANKS = ['rejected', 'unknown'];

/** What the platform does with a beta, for the models of the request. */
export function findAcceptance(beta: KnownBeta, context: Context): Acceptance {
  const { acceptances, platform, collected, catalog } = context;
  let worst = acceptances.get(beta);
  if (worst) return worst;
  const claims = claimsOn(beta.acceptance, platform.id, catalog);
  const rulings = [...collected.models].map((model) => findClaim(claims, toQuery(context, model)));
  for (const rank of RANKS) worst ??= rulings.find(({ status }) => status === rank);
  worst ??= rulings[0] ?? findClaim(claims, toQuery(context, undefined));
  acceptances.set(beta, worst);
  return worst;
}

/** Whether a feature exists on the platform, in one form and for one model. */
export function findAvailability(
  feature: KnownFeature,
  context: Context,
  { shape, model }: { readonly shape: string | undefined; readonly model: string | undefined },
): Availability & Pick<Decision, 'dependsOn'> {
  const claims = claimsOn(feature.availability, context.platform.id, context.catalog);
  const query = { ...toQuery(context, model), shape };
  const ruling = findClaim(claims, query);
  const dependsOn = findCondition(claims, query, ruling);
  return dependsOn ? { ...ruling, dependsOn } : ruling;
}

function toQuery({ facts, today }: Context, model: string | undefined): ClaimQuery {
  const { method, path } = facts.route;
  return { method, path, model, today };
}
