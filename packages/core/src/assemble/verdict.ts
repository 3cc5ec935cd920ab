/** Derives the verdict from a plan's decisions. */
import type { Decision, Reason, Verdict } from '../types.ts';

const isSent = ({ action }: Decision): boolean => action === 'sent' || action === 'added';

/** Tests if a decision means that the platform will refuse the request. */
export const isRefusal = (decision: Decision): boolean =>
  decision.action === 'refused' ||
  decision.action === 'missing' ||
  // Sent because of the policy, and known not to work.
  (isSent(decision) && decision.level !== 'debug' && KNOWN_TO_FAIL.has(decision.reason));

const KNOWN_TO_FAIL: ReadonlySet<Reason> = new Set([
  'rejected',
  'rejected-before',
  'unavailable',
  'constraint',
  'conflict',
]);

/** Tests if a decision means that it is not known whether the request works. */
const isUnverified = (decision: Decision): boolean =>
  isSent(decision) && (decision.confidence === 'unknown' || decision.confidence === 'disputed');

/** Tests if a decision repairs the request. Without the repair, the platform would refuse it. */
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

/** Derives the verdict. On an assumed platform, nothing is certain. */
export function sumUp(
  decisions: readonly Decision[],
  isAssumed: boolean,
  observes: boolean,
): Verdict {
  if (decisions.some(isRefusal) || (observes && decisions.some(isRepair))) return 'refused';
  return isAssumed || decisions.some(isUnverified) ? 'unverified' : 'works';
}
