/** The sum of a plan's decisions. */
import type { Decision, Reason, Verdict } from '../types.ts';

const isSent = ({ action }: Decision): boolean => action === 'sent' || action === 'added';

/** Decisions that say that the platform will refuse what is sent. */
export const isRefusal = (decision: Decision): boolean =>
  decision.action === 'refused' ||
  decision.action === 'missing' ||
  // Sent because the policy says so, and known not to work.
  (isSent(decision) && decision.level !== 'debug' && KNOWN_TO_FAIL.has(decision.reason));

const KNOWN_TO_FAIL: ReadonlySet<Reason> = new Set([
  'rejected',
  'rejected-before',
  'unavailable',
  'constraint',
  'conflict',
]);

/** Decisions that say that nobody knows if it works. */
const isUnverified = (decision: Decision): boolean =>
  isSent(decision) && (decision.confidence === 'unknown' || decision.confidence === 'disputed');

/** Decisions that repair a request; where nothing is done, it is refused as it came. */
export const isRepair = ({ action, reason }: Decision): boolean =>
  action === 'added' ||
  action === 'stripped' ||
  action === 'substituted' ||
  (action === 'dropped' && REPAIRS.has(reason));

const REPAIRS: ReadonlySet<Reason> = new Set([
  'rejected',
  'rejected-before',
  'instead',
  'malformed',
  'empty-header',
  'conflict',
]);

/** Sums up decisions. On a platform that is only assumed, nothing is certain. */
export function sumUp(
  decisions: readonly Decision[],
  isAssumed: boolean,
  observes: boolean,
): Verdict {
  if (decisions.some(isRefusal) || (observes && decisions.some(isRepair))) return 'refused';
  return isAssumed || decisions.some(isUnverified) ? 'unverified' : 'works';
}
