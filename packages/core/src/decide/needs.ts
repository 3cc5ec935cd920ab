/** Decides about the betas that the request needs and the caller did not send. */
import { resolveName } from '../catalog/catalog.ts';
import type { KnownBeta } from '../catalog/types.ts';
import type { Need } from '../collect/collect.ts';
import { hasBody } from '../request/route.ts';
import { findAcceptance } from './context.ts';
import { mayStrip } from './features.ts';
import { sendsRejected } from './precedence.ts';
import {
  findConflict,
  findReplacements,
  isUsable,
  selectsShape,
  send,
  sendInstead,
} from './send.ts';
import type { Work } from './work.ts';

/**
 * Decides about every need. Needs with a single choice come first, because their beta may also
 * satisfy a need with several.
 */
export function decideNeeds(work: Work): void {
  const byChoice = (hasChoice: boolean): Need[] =>
    work.collected.needs.filter(({ choices }) => choices.length > 1 === hasChoice);
  for (const need of [...byChoice(false), ...byChoice(true)]) decideNeed(need, work);
}

function decideNeed(need: Need, work: Work): void {
  const { unavailable, sent, catalog } = work;
  const isSent = (id: string): boolean =>
    [id, ...findReplacements(id, work)].some((one) => sent.has(one));
  // The feature is not available: it already has a decision.
  if (unavailable.has(need.feature.name) || need.choices.some(isSent)) return;
  const known = need.choices.flatMap((id) => catalog.betas.get(id) ?? []);
  const usable = known.filter(({ id }) => isUsable(id, work));
  const certain = usable.find((beta) => findAcceptance(beta, work).status !== 'unknown');
  const best = certain ?? usable[0];
  if (best) {
    reportPassedOver(known, best, need, work);
    addNeeded(best, need, work);
  } else if (known[0]) decideRejected(known[0], need, work);
}

/** Reports the betas that would have been added if they had not been rejected before. */
function reportPassedOver(
  known: readonly KnownBeta[],
  best: KnownBeta,
  need: Need,
  work: Work,
): void {
  const { rejected, policy, journal } = work;
  if (policy.missing !== 'add') return;
  for (const { id } of known.slice(0, known.indexOf(best)))
    if (rejected.has(id) && !journal.has(id))
      journal.add({ beta: id, action: 'dropped', reason: 'rejected-before', at: need.at });
}

function addNeeded(beta: KnownBeta, { choices, at, feature }: Need, work: Work): void {
  const { policy, always, catalog, journal, sent } = work;
  const isAlways = always.some((name) => choices.includes(resolveName(catalog, name) ?? name));
  // The option `always` sends the beta anyway.
  if (policy.missing !== 'add' && isAlways) return;
  // A beta of the caller selects another version of the endpoint, which this one contradicts.
  const version = [...sent].find((id) => {
    const other = catalog.betas.get(id);
    return other?.feature === feature && selectsShape(other, work);
  });
  const conflict = findConflict(beta.id, work);
  const conflictsWith =
    version ?? (conflict && !dropOtherDate(conflict, beta, work) ? conflict : undefined);
  if (conflictsWith !== undefined) {
    const reason = version ? 'callers-shape' : 'conflict';
    return journal.add({ beta: beta.id, action: 'refused', reason, conflictsWith, at });
  }
  if (policy.missing === 'add') return send(beta, { action: 'added', reason: 'needed', at }, work);
  const action = policy.missing === 'refuse' ? 'refused' : 'missing';
  journal.add({ beta: beta.id, action, reason: 'needed', at });
}

/**
 * Drops a beta that conflicts with the needed one if it is another date of its feature. That date
 * does not enable what the body uses. Returns true if it did.
 */
function dropOtherDate(other: string, beta: KnownBeta, { catalog, sent, journal }: Work): boolean {
  if (catalog.betas.get(other)?.feature !== beta.feature) return false;
  sent.delete(other);
  journal.forget(other);
  journal.add({ beta: other, action: 'dropped', reason: 'conflict', conflictsWith: beta.id });
  return true;
}

/** Decides about a need for which every choice is rejected. */
function decideRejected(beta: KnownBeta, { choices, feature, at }: Need, work: Work): void {
  const { policy, rejected, isAssumed, keepsBody, facts, cuts, journal } = work;
  const [instead] = findReplacements(beta.id, work);
  if (instead !== undefined && policy.instead === 'replace')
    return sendInstead(instead, beta.id, at, work);
  const isRejectedBefore = rejected.has(beta.id);
  const reason = isRejectedBefore ? 'rejected-before' : 'rejected';
  if (sendsRejected({ policy, hasInstead: instead !== undefined, isAssumed, isRejectedBefore }))
    return send(beta, { action: 'added', reason, at }, work);
  // Only if the caller set the policy, because the feature itself is available.
  const strips = policy.unavailable !== 'strip-safe' && mayStrip(policy.unavailable, feature);
  const { confidence } = findAcceptance(beta, work);
  const draft = { beta: beta.id, reason, at, confidence } as const;
  if (strips && !keepsBody && at.length > 0 && hasBody(facts.route.method))
    cuts.needs.set(choices.join(), { ...draft, action: 'stripped' });
  else journal.add({ ...draft, action: 'refused' });
}
