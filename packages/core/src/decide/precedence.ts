/**
 * The precedence of the decisions about a beta that the caller or an option sends. The first row
 * that matches decides.
 */
import type { Acceptance } from '../catalog/claims.ts';
import type { KnownBeta } from '../catalog/types.ts';
import type { Need } from '../collect/collect.ts';
import type { Action, Reason } from '../types.ts';
import type { ResolvedPolicy } from './policy.ts';

/**
 * A beta that the caller sent or the option `always` lists, with everything that the decision
 * depends on.
 */
export interface BetaSubject {
  readonly beta: KnownBeta;
  readonly from: 'caller' | 'always';
  readonly acceptance: Acceptance;
  /** The option `rejected` lists it. */
  readonly isRejectedBefore: boolean;
  /** A need of the request that it satisfies. */
  readonly need: Need | undefined;
  /** The platform accepts another beta that satisfies the need. */
  readonly hasOtherChoice: boolean;
  /** It selects a response shape at this endpoint. */
  readonly selectsShape: boolean;
  /** Another date that selects the shape, if the official client appended this one. */
  readonly shapeBeside: string | undefined;
  /** The values that the platform wants in its place, for features that the request uses. */
  readonly instead: readonly string[];
  /** The platform is only assumed. */
  readonly isAssumed: boolean;
  /** Anthropic runs the platform. */
  readonly isAnthropic: boolean;
  readonly policy: ResolvedPolicy;
}

/** The decision about a beta. `leave`: the decision about the need replaces it. */
export interface Outcome {
  readonly action: Action | 'leave';
  readonly reason: Reason;
  readonly conflictsWith?: string | undefined;
  readonly instead?: readonly string[];
}

interface Row {
  readonly when: (subject: BetaSubject) => boolean;
  readonly decide: (subject: BetaSubject) => Outcome;
}

const toSent = (reason: Reason) => (): Outcome => ({ action: 'sent', reason });
const toDropped = (reason: Reason) => (): Outcome => ({ action: 'dropped', reason });
const getRejectionReason = (s: BetaSubject): Reason =>
  s.isRejectedBefore ? 'rejected-before' : 'rejected';
const isRejected = (s: BetaSubject): boolean =>
  s.isRejectedBefore || s.acceptance.status === 'rejected';
/** Returns the reason why the header has no effect on the Claude API. */
const getIdleReason = (s: BetaSubject): Reason =>
  s.beta.stage === 'retired' ? 'retired' : 'graduated';
const isIdle = (s: BetaSubject): boolean =>
  ['graduated', 'retired', 'legacy-shape'].includes(s.beta.stage);

/**
 * Tests if a beta is sent although it is rejected. On an assumed platform, the manifest alone is no
 * reason to drop it.
 */
export function sendsRejected(
  s: Pick<BetaSubject, 'policy' | 'isAssumed' | 'isRejectedBefore'> & {
    readonly hasInstead: boolean;
  },
): boolean {
  return (
    s.policy.rejected === 'send' ||
    (s.hasInstead && s.policy.instead === 'send') ||
    (s.isAssumed && !s.isRejectedBefore)
  );
}

/** Tests if a claim says that the platform accepts it, even if sources disagree. */
const isClaimedAccepted = ({ acceptance: { claim } }: BetaSubject): boolean =>
  claim?.status === 'accepted' || claim?.status === 'ignored';

/** The rows, from the strongest to the weakest. */
const PRECEDENCE: readonly Row[] = [
  // The official client appended its own date after the caller's.
  {
    when: (s) => s.shapeBeside !== undefined && !s.need,
    decide: (s) => ({
      action: 'dropped',
      reason: 'callers-shape',
      conflictsWith: s.shapeBeside,
    }),
  },
  // The request needs it.
  { when: (s) => s.need !== undefined && !isRejected(s), decide: toSent('needed') },
  {
    when: (s) => s.need !== undefined && s.hasOtherChoice && s.policy.rejected !== 'send',
    decide: (s) => ({ action: 'dropped', reason: getRejectionReason(s) }),
  },
  {
    when: (s) => s.need !== undefined,
    decide: (s) => ({
      action: sendsRejected({ ...s, hasInstead: s.instead.length > 0 }) ? 'sent' : 'leave',
      reason: getRejectionReason(s),
    }),
  },
  // The platform rejects it. The values that it wants instead are sent for the features that the
  // request uses.
  {
    when: (s) => s.acceptance.status === 'rejected' && s.instead.length > 0,
    decide: (s) =>
      s.policy.instead === 'replace'
        ? { action: 'dropped', reason: 'instead', instead: s.instead }
        : { action: s.policy.instead === 'send' ? 'sent' : 'refused', reason: 'rejected' },
  },
  { when: (s) => s.isRejectedBefore, decide: reject },
  // Dropping it would change the answer.
  { when: (s) => s.selectsShape && !isRejected(s), decide: toSent('legacy-shape') },
  // The header has no effect any more. This is certain for the Claude API, and not known for other
  // platforms.
  {
    when: (s) => isIdle(s) && s.policy.graduated === 'keep',
    decide: (s) => (isRejected(s) && !s.isAssumed ? keepRejected(s) : toSent(getIdleReason(s))()),
  },
  {
    when: (s) => isIdle(s) && s.policy.graduated === 'drop',
    decide: (s) => toDropped(getIdleReason(s))(),
  },
  { when: (s) => s.beta.stage === 'legacy-shape', decide: toDropped('graduated') },
  { when: (s) => isIdle(s) && isRejected(s), decide: (s) => toDropped(getIdleReason(s))() },
  {
    when: (s) => isIdle(s) && !isClaimedAccepted(s) && !s.isAnthropic,
    decide: (s) => toDropped(getIdleReason(s))(),
  },
  { when: isIdle, decide: (s) => toSent(getIdleReason(s))() },
  { when: isRejected, decide: reject },
  // There is no objection.
  { when: (s) => s.beta.stage === 'superseded', decide: toSent('superseded') },
  { when: (s) => s.beta.stage === 'internal', decide: (s) => toSent(s.from)() },
  { when: (s) => s.acceptance.status === 'unknown', decide: decideUnverified },
  { when: () => true, decide: (s) => toSent(s.from)() },
];

/** Decides about one beta by the first row that matches. */
export function decideBeta(subject: BetaSubject): Outcome {
  const row = PRECEDENCE.find(({ when }) => when(subject)) as Row;
  return row.decide(subject);
}

/** Applies the policy's line `rejected`. */
function reject(s: BetaSubject): Outcome {
  const actions = { drop: 'dropped', refuse: 'refused', send: 'sent' } as const;
  return { action: actions[s.policy.rejected], reason: getRejectionReason(s) };
}

/**
 * Keeps a value without effect, or refuses it if the platform rejects it and the policy refuses
 * that.
 */
function keepRejected(s: BetaSubject): Outcome {
  return s.policy.rejected === 'refuse' ? reject(s) : toSent(getRejectionReason(s))();
}

/** Applies the policy's line `unverified`. */
function decideUnverified(s: BetaSubject): Outcome {
  const actions = { send: 'sent', drop: 'dropped', refuse: 'refused' } as const;
  return { action: actions[s.policy.unverified], reason: 'unknown-acceptance' };
}
