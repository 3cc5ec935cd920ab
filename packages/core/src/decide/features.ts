/**
 * Decides about the features that a request uses.
 *
 * | the feature is | decision |
 * |---|---|
 * | available | none: what matters is the header that it may need |
 * | available, and sources disagree | sent, `unknown-availability`, confidence `disputed` |
 * | unknown | sent, `unknown-availability` |
 * | no-effect | ignored |
 * | unavailable | a substitute that applies → else stripped, where the policy and its removal allow it → else refused |
 * | unavailable, the platform is only assumed | sent |
 */
import { type Availability, conditionOf } from '../catalog/claims.ts';
import type { KnownFeature } from '../catalog/types.ts';
import type { SubstituteHit, Use, UseHit } from '../collect/collect.ts';
import type { Path } from '../collect/walk.ts';
import { hasBody } from '../request/route.ts';
import { availabilityOf, type Context } from './context.ts';
import type { Draft, Journal } from './journal.ts';

/** What is to be taken out of the body. */
export interface Cuts {
  /** Features, with every place that uses them. */
  readonly strip: Set<string>;
  /** Needs of which every beta is rejected, by their choices; the beta that the decision is about. */
  readonly needs: Map<string, string>;
  readonly substitutes: SubstituteHit[];
}

/** The features that the platform does not have, and of which the request keeps something. */
export type Unavailable = ReadonlySet<string>;

/** Decides about every feature that is used. */
export function decideFeatures(context: Context, journal: Journal, cuts: Cuts): Unavailable {
  const unavailable = new Set<string>();
  for (const use of context.collected.uses) {
    for (const [status, group] of groupByStatus(use, context)) {
      if (status === 'unavailable') {
        if (decideUnavailable(use, group, context, journal, cuts))
          unavailable.add(use.feature.name);
      } else decideOther(use, status, group, journal, context);
    }
  }
  return unavailable;
}

interface Group {
  readonly ruling: Availability;
  readonly at: Path[];
  /** Some of it has no place in the body: the endpoint or the query uses the feature. */
  readonly isFixed: boolean;
}

/** The forms in which a feature is used, by what the platform does with them; the worst comes first. */
function groupByStatus(use: Use, context: Context): [Availability['status'], Group][] {
  const groups = new Map<Availability['status'], Group>();
  const inBody = hasBody(context.facts.route.method);
  for (const hit of use.hits) {
    const ruling = availabilityOf(use.feature, context, hit);
    const known = groups.get(ruling.status);
    groups.set(ruling.status, {
      ruling: known && !isWorse(ruling, known.ruling) ? known.ruling : ruling,
      at: [...(known?.at ?? []), ...hit.at],
      isFixed: known?.isFixed === true || isFixed(hit, inBody),
    });
  }
  return [...groups];
}

const isFixed = (hit: UseHit, inBody: boolean): boolean => hit.at.length === 0 || !inBody;
const isWorse = (one: Availability, other: Availability): boolean =>
  one.confidence === 'disputed' && other.confidence !== 'disputed';

function decideOther(
  { feature }: Use,
  status: Availability['status'],
  { ruling, at }: Group,
  journal: Journal,
  context: Context,
): void {
  if (status === 'available' && ruling.confidence !== 'disputed') return;
  const more = moreOf(feature, ruling, context);
  if (status === 'no-effect')
    return journal.add({
      action: 'ignored',
      reason: 'no-effect',
      feature: feature.name,
      at,
      ...more,
    });
  const action = context.policy.unverified === 'refuse' ? 'refused' : 'sent';
  journal.add({ action, reason: 'unknown-availability', feature: feature.name, at, ...more });
}

/** Returns true where the feature stays in the request all the same. */
function decideUnavailable(
  { feature }: Use,
  { ruling, at, isFixed: fixed }: Group,
  context: Context,
  journal: Journal,
  cuts: Cuts,
): boolean {
  const { policy, isAssumed, keepsBody, collected } = context;
  const subject = {
    reason: 'unavailable',
    feature: feature.name,
    ...moreOf(feature, ruling, context),
  } as const;
  if (isAssumed) {
    journal.add({ ...subject, action: 'sent', at, level: 'debug', confidence: 'unknown' });
    return false;
  }
  if (policy.unavailable === 'send') {
    journal.add({ ...subject, action: 'sent', at, level: 'warn' });
    return false;
  }
  const substitute = collected.substitutes.find((hit) => hit.feature === feature);
  if (substitute && !keepsBody && policy.unavailable !== 'refuse') {
    cuts.substitutes.push(substitute);
    const { send } = substitute.substitute;
    journal.add({ ...subject, action: 'substituted', at: substitute.at, sends: send });
    return true;
  }
  if (!fixed && !keepsBody && mayStrip(policy.unavailable, feature.removal)) {
    cuts.strip.add(feature.name);
    return true;
  }
  journal.add({ ...subject, action: 'refused', at });
  return true;
}

/** The line `unavailable` of the policy, by what taking the feature out does. */
export function mayStrip(
  policy: Context['policy']['unavailable'],
  removal: 'safe' | 'changes-answer' | 'breaks',
): boolean {
  switch (policy) {
    case 'strip':
      return true;
    case 'strip-lossy':
      return removal !== 'breaks';
    case 'strip-safe':
      return removal === 'safe';
    default:
      return false;
  }
}

function moreOf(
  feature: KnownFeature,
  { confidence, claim, ended }: Availability,
  { platform }: Context,
): Partial<Draft> {
  const dependsOn = conditionOf(feature.availability(platform.id));
  return {
    ...(dependsOn && { dependsOn }),
    confidence,
    ...(claim?.fix && { fix: claim.fix }),
    ...(ended && { until: ended }),
  };
}
