/**
 * Decides about the features that a request uses.
 *
 * | the feature is | decision |
 * |---|---|
 * | available | none: the header that it may need has a decision of its own |
 * | unknown, or sources disagree | sent, `unknown-availability` |
 * | no-effect | ignored |
 * | unavailable | a substitute, else stripped if policy and removal allow it, else refused |
 * | unavailable, but the platform is only assumed | sent |
 *
 * A substitute gives the same result, so it is also used if sources disagree on whether the
 * platform has the feature.
 */
import type { KnownFeature } from '../catalog/types.ts';
import type { UseHit } from '../collect/collect.ts';
import type { Path } from '../collect/walk.ts';
import { hasBody } from '../request/route.ts';
import { findAvailability, findDependence } from './context.ts';
import type { Draft } from './journal.ts';
import type { Work } from './work.ts';

/** Decides about every feature that the request uses. */
export function decideFeatures(work: Work): void {
  for (const { feature, hits } of work.collected.uses)
    for (const hit of hits) decideUse(feature, hit, work);
}

function decideUse(feature: KnownFeature, { shape, model, at }: UseHit, work: Work): void {
  const { journal, policy, isAssumed } = work;
  const ruling = findAvailability(feature, work, { shape, model });
  const { status, confidence, claim, ended } = ruling;
  if (status === 'available') return;
  const subject = {
    feature: feature.name,
    at,
    confidence,
    dependsOn: findDependence(feature, work, { shape, model }, ruling),
    fix: claim?.fix,
    until: ended,
  };
  if (status === 'no-effect')
    return journal.add({ ...subject, action: 'ignored', reason: 'no-effect' });
  const draft = { ...subject, reason: 'unavailable' } as const;
  if (!isAssumed && claim?.status === 'unavailable' && trySubstitute(feature, draft, work)) return;
  if (status === 'unavailable') return decideUnavailable(feature, draft, work);
  const action = policy.unverified === 'refuse' ? 'refused' : 'sent';
  journal.add({ ...subject, action, reason: 'unknown-availability' });
}

type Subject = Omit<Draft, 'action' | 'at'> & { readonly at: readonly Path[] };

function decideUnavailable(feature: KnownFeature, subject: Subject, work: Work): void {
  const { journal, policy, isAssumed, keepsBody, unavailable, cuts, facts } = work;
  if (isAssumed)
    return journal.add({ ...subject, action: 'sent', level: 'debug', confidence: 'unknown' });
  if (policy.unavailable === 'send')
    return journal.add({ ...subject, action: 'sent', level: 'warn' });
  unavailable.add(feature.name);
  // A feature that the endpoint or the query uses cannot be removed from the body.
  const isInBody = subject.at.length > 0 && hasBody(facts.route.method);
  if (isInBody && !keepsBody && mayStrip(policy.unavailable, feature))
    cuts.strip.set(feature.name, { ...subject, action: 'stripped' });
  else journal.add({ ...subject, action: 'refused' });
}

/** Applies a substitute, if there is one. Returns true if it did. */
function trySubstitute(feature: KnownFeature, subject: Subject, work: Work): boolean {
  const { collected, keepsBody, policy, cuts, journal, unavailable } = work;
  const hit = collected.substitutes.find((one) => one.feature === feature);
  if (!hit || keepsBody || policy.unavailable === 'refuse' || policy.unavailable === 'send')
    return false;
  cuts.substitutes.add(hit.substitute);
  unavailable.add(feature.name);
  const { send: sends } = hit.substitute;
  journal.add({ ...subject, action: 'substituted', at: hit.at, sends });
  return true;
}

/**
 * Tests if the policy's line `unavailable` allows to remove a feature, by the effect of the
 * removal.
 */
export function mayStrip(
  policy: Work['policy']['unavailable'],
  { removal }: Pick<KnownFeature, 'removal'>,
): boolean {
  if (policy === 'strip-safe') return removal === 'safe';
  return policy === 'strip' || (policy === 'strip-lossy' && removal !== 'breaks');
}
