/** The sum of a plan's decisions. */
import type { Decision, Reason, Verdict } from '../types.ts';

/** Decisions that say that the platform will refuse what is sent. */
const isRefusal = ({ action, reason, level }: Decision, isAssumed: boolean): boolean =>
  action === 'refused' ||
  action === 'missing' ||
  // Sent because the policy says so, and known not to work.
  (level !== 'debug' && action === 'sent' && KNOWN_TO_FAIL.has(reason)) ||
  (!isAssumed && (action === 'sent' || action === 'added') && REJECTIONS.has(reason));

const KNOWN_TO_FAIL: ReadonlySet<Reason> = new Set(['unavailable', 'constraint', 'conflict']);
const REJECTIONS: ReadonlySet<Reason> = new Set(['rejected', 'rejected-before']);

/** Decisions that say that nobody knows if it works. */
const isUnverified = ({ action, confidence }: Decision): boolean =>
  (action === 'sent' || action === 'added') &&
  (confidence === 'unknown' || confidence === 'disputed');

/** Decisions that repair a request; where nothing is done, it is refused as it came. */
const isRepair = ({ action, reason }: Decision): boolean =>
  action === 'stripped' ||
  action === 'substituted' ||
  (action === 'dropped' && REPAIRS.has(reason));

const REPAIRS: ReadonlySet<Reason> = new Set([
  'rejected',
  'rejected-before',
  'instead',
  'malformed',
  'conflict',
]);

/** Sums up decisions. On a platform that is only assumed, nothing is certain. */
export function sumUp(
  decisions: readonly Decision[],
  isAssumed: boolean,
  observes: boolean,
): Verdict {
  const isRefused = decisions.some((decision) => isRefusal(decision, isAssumed));
  if (isRefused || (observes && decisions.some(isRepair))) return 'refused';
  return isAssumed || decisions.some(isUnverified) ? 'unverified' : 'works';
}
