/** Sends betas, and finds the reasons not to. */
import type { KnownBeta } from '../catalog/types.ts';
import { isAt } from '../request/route.ts';
import { findAcceptance } from './context.ts';
import type { Draft } from './journal.ts';
import type { Work } from './work.ts';

/** Sends a beta, unless it is already sent. */
export function send(beta: KnownBeta, draft: Draft, work: Work): void {
  const { sent, journal } = work;
  if (sent.has(beta.id)) return;
  sent.add(beta.id);
  const { confidence } = findAcceptance(beta, work);
  // Markers of official clients have no influence on the confidence of a plan.
  const isMarker = beta.stage === 'internal';
  const { reason } = draft;
  const fails = reason === 'rejected-before' || (reason === 'rejected' && !work.isAssumed);
  journal.add({
    ...draft,
    beta: beta.id,
    confidence: isMarker ? undefined : confidence,
    level: fails ? 'warn' : draft.level,
  });
}

/** Sends the value that the platform wants in place of a beta. */
export function sendInstead(id: string, replaces: string, at: Draft['at'], work: Work): void {
  const beta = work.catalog.betas.get(id);
  const action = work.caller.includes(id) ? 'sent' : 'added';
  if (beta) send(beta, { action, reason: 'instead', replaces, at }, work);
}

/**
 * Finds the values that the platform wants in place of a beta, for features that the request uses.
 */
export function findReplacements(id: string, work: Work): string[] {
  const beta = work.catalog.betas.get(id);
  const { status, claim } = beta ? findAcceptance(beta, work) : {};
  const entries = status === 'rejected' ? claim?.instead : undefined;
  if (!entries) return [];
  const wanted = entries.filter((entry) => work.used.has(entry.for)).map((entry) => entry.send);
  // A replacement may be rejected too, at another endpoint or with another model.
  return [...new Set(wanted)].filter((one) => isUsable(one, work));
}

/** Tests if the platform may accept a beta. */
export function isUsable(id: string, work: Work): boolean {
  const beta = work.catalog.betas.get(id);
  return (
    beta !== undefined && !work.rejected.has(id) && findAcceptance(beta, work).status !== 'rejected'
  );
}

/** Tests if a beta selects the response shape at this endpoint. */
export function selectsShape(beta: KnownBeta, { facts }: Work): boolean {
  return beta.stage === 'legacy-shape' && isAt(facts.route, beta.selectsAt);
}

/**
 * Finds another date among `names` that selects a response shape at this endpoint, if this beta
 * does too.
 */
export function findOtherShape(
  beta: KnownBeta,
  names: Iterable<string>,
  work: Work,
): string | undefined {
  if (!selectsShape(beta, work)) return undefined;
  return [...names].find((id) => {
    const other = work.catalog.betas.get(id);
    return other?.feature === beta.feature && id !== beta.id && selectsShape(other, work);
  });
}

/** Finds a beta that is sent and that conflicts with this one, whatever the body contains. */
export function findConflict(id: string, { collected, sent }: Work): string | undefined {
  for (const { betas, constraint } of collected.constraints) {
    if (!constraint.isConflict || !betas.includes(id)) continue;
    const others = betas.filter((other) => other !== id);
    if (others.every((other) => sent.has(other))) return others[0];
  }
  return undefined;
}
