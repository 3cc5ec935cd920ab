/**
 * Decides about the features that a request uses.
 *
 * | the feature is | decision |
 * |---|---|
 * | available | none: what matters is the header that it may need |
 * | unknown, or sources disagree | sent, `unknown-availability` |
 * | no-effect | ignored |
 * | unavailable | a substitute that applies → else stripped, where the policy and its removal allow it → else refused |
 * | unavailable, the platform is only assumed | sent |
 *
 * A substitute gives the same result, so it also serves where sources disagree on whether the feature is there.
 */
import { type Availability, conditionOf } from '../catalog/claims.ts';
import type { KnownFeature } from '../catalog/types.ts';
import type { SubstituteHit, Use } from '../collect/collect.ts';
import type { Path } from '../collect/walk.ts';
import { hasBody } from '../request/route.ts';
import { availabilityOf } from './context.ts';
import type { Draft } from './journal.ts';
import type { Work } from './work.ts';

/** Decides about every feature that is used. */
export function decideFeatures(work: Work): void {
  for (const use of work.collected.uses)
    for (const group of groupByStatus(use, work)) decideGroup(use.feature, group, work);
}

/** The forms of a feature that the platform treats alike. */
interface Group {
  ruling: Availability;
  readonly at: Path[];
  /** Some of it has no place in the body: the endpoint or the query uses the feature. */
  isFixed: boolean;
}

function groupByStatus({ feature, hits }: Use, work: Work): Iterable<Group> {
  const groups = new Map<string, Group>();
  const inBody = hasBody(work.facts.route.method);
  for (const hit of hits) {
    const ruling = availabilityOf(feature, work, hit);
    const group = groups.get(ruling.status) ?? { ruling, at: [], isFixed: false };
    groups.set(ruling.status, group);
    if (ruling.confidence === 'disputed') group.ruling = ruling;
    group.at.push(...hit.at);
    group.isFixed ||= hit.at.length === 0 || !inBody;
  }
  return groups.values();
}

function decideGroup(feature: KnownFeature, group: Group, work: Work): void {
  const { journal, policy, isAssumed } = work;
  const { status, confidence, claim, ended } = group.ruling;
  if (status === 'available') return;
  const dependsOn = conditionOf(feature.availability(work.platform.id));
  const subject = {
    feature: feature.name,
    at: group.at,
    confidence,
    ...(dependsOn && { dependsOn }),
    ...(claim?.fix && { fix: claim.fix }),
    ...(ended && { until: ended }),
  };
  if (status === 'no-effect')
    return journal.add({ ...subject, action: 'ignored', reason: 'no-effect' });
  if (!isAssumed && claim?.status === 'unavailable' && substitutes(feature, subject, work)) return;
  if (status === 'unknown') {
    const action = policy.unverified === 'refuse' ? 'refused' : 'sent';
    return journal.add({ ...subject, action, reason: 'unknown-availability' });
  }
  decideUnavailable(feature, group, { ...subject, reason: 'unavailable' }, work);
}

function decideUnavailable(
  feature: KnownFeature,
  { isFixed }: Group,
  subject: Omit<Draft, 'action'>,
  { journal, policy, isAssumed, keepsBody, unavailable, cuts }: Work,
): void {
  if (isAssumed)
    return journal.add({ ...subject, action: 'sent', level: 'debug', confidence: 'unknown' });
  if (policy.unavailable === 'send')
    return journal.add({ ...subject, action: 'sent', level: 'warn' });
  unavailable.add(feature.name);
  if (!isFixed && !keepsBody && mayStrip(policy.unavailable, feature)) cuts.strip.add(feature.name);
  else journal.add({ ...subject, action: 'refused' });
}

/** Uses a substitute, if one applies. */
function substitutes(
  feature: KnownFeature,
  subject: Partial<Draft>,
  { collected, keepsBody, policy, cuts, journal, unavailable }: Work,
): boolean {
  const hit: SubstituteHit | undefined = collected.substitutes.find(
    (one) => one.feature === feature,
  );
  if (!hit || keepsBody || policy.unavailable === 'refuse' || policy.unavailable === 'send')
    return false;
  cuts.substitutes.push(hit);
  unavailable.add(feature.name);
  const sends = hit.substitute.send;
  journal.add({ ...subject, action: 'substituted', reason: 'unavailable', at: hit.at, sends });
  return true;
}

/** The line `unavailable` of the policy, by what taking the feature out does. */
export function mayStrip(
  policy: Work['policy']['unavailable'],
  { removal }: Pick<KnownFeature, 'removal'>,
): boolean {
  if (policy === 'strip-safe') return removal === 'safe';
  return policy === 'strip' || (policy === 'strip-lossy' && removal !== 'breaks');
}
