/**
 * The precedence of everything that can be said about a beta that came with a request: the first
 * row that holds decides.
 */
import type { Acceptance } from '../catalog/claims.ts';
import type { KnownBeta } from '../catalog/types.ts';
import type { Need } from '../collect/collect.ts';
import type { Action, Reason } from '../types.ts';
import type { ResolvedPolicy } from './policy.ts';

/**
 * A beta that the caller sent or the options ask for, and everything that its decision depends on.
 */
export interface BetaSubject {
  readonly beta: KnownBeta;
  readonly from: 'caller' | 'always';
  readonly acceptance: Acceptance;
  /** The option `rejected` has it. */
  readonly isRejectedBefore: boolean;
  /** Something in the request that it satisfies. */
  readonly need: Need | undefined;
  /** The platform accepts another beta that satisfies that. */
  readonly hasOtherChoice: boolean;
  /** It selects a response shape on this endpoint. */
  readonly selectsShape: boolean;
  /** Another date that selects the shape, where the client appended this one by itself. */
  readonly shapeBeside: string | undefined;
  /** What the platform wants in its place, for features that the request uses. */
  readonly instead: readonly string[];
  /** The platform is only assumed. */
  readonly isAssumed: boolean;
  /** Anthropic runs the platform. */
  readonly isAnthropic: boolean;
  readonly policy: ResolvedPolicy;
}

/** What is done with a beta. `leave`: the need that it would satisfy decides. */
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

const sent = (reason: Reason) => (): Outcome => ({ action: 'sent', reason });
const dropped = (reason: Reason) => (): Outcome => ({ action: 'dropped', reason });
const rejection = (s: BetaSubject): Reason => (s.isRejectedBefore ? 'rejected-before' : 'rejected');
const isRejected = (s: BetaSubject): boolean =>
  s.isRejectedBefore || s.acceptance.status === 'rejected';
/** The reason for which its header does nothing (any more) on the Claude API. */
const idleReason = (s: BetaSubject): Reason =>
  s.beta.stage === 'retired' ? 'retired' : 'graduated';
const isIdle = (s: BetaSubject): boolean =>
  ['graduated', 'retired', 'legacy-shape'].includes(s.beta.stage);

/**
 * Tests if a beta is sent although it is rejected. What the manifest says is no reason on a
 * platform that is only assumed.
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

/** Tests if somebody claims that the platform takes it, though others may dispute it. */
const isClaimedTaken = ({ acceptance: { claim } }: BetaSubject): boolean =>
  claim?.status === 'accepted' || claim?.status === 'ignored';

/** Every row, from the strongest to the weakest. */
export const PRECEDENCE: readonly Row[] = [
  // The official client appended a date of its own behind the caller's.
  {
    when: (s) => s.shapeBeside !== undefined && !s.need,
    decide: (s) => ({
      action: 'dropped',
      reason: 'callers-shape',
      conflictsWith: s.shapeBeside,
    }),
  },
  // Something in the request needs it.
  { when: (s) => s.need !== undefined && !isRejected(s), decide: sent('needed') },
  {
    when: (s) => s.need !== undefined && s.hasOtherChoice && s.policy.rejected !== 'send',
    decide: (s) => ({ action: 'dropped', reason: rejection(s) }),
  },
  {
    when: (s) => s.need !== undefined,
    decide: (s) => ({
      action: sendsRejected({ ...s, hasInstead: s.instead.length > 0 }) ? 'sent' : 'leave',
      reason: rejection(s),
    }),
  },
  // The platform rejects it. What it wants in its place is sent for the features that the request
  // uses.
  {
    when: (s) => s.acceptance.status === 'rejected' && s.instead.length > 0,
    decide: (s) =>
      s.policy.instead === 'replace'
        ? { action: 'dropped', reason: 'instead', instead: s.instead }
        : { action: s.policy.instead === 'send' ? 'sent' : 'refused', reason: 'rejected' },
  },
  { when: (s) => s.isRejectedBefore, decide: reject },
  // Dropping it changes the answer.
  { when: (s) => s.selectsShape && !isRejected(s), decide: sent('legacy-shape') },
  // The header does nothing (any more): for the Claude API that is certain, for others nobody says
  // so.
  {
    when: (s) => isIdle(s) && s.policy.graduated === 'keep',
    decide: (s) => (isRejected(s) && !s.isAssumed ? keepRejected(s) : sent(idleReason(s))()),
  },
  {
    when: (s) => isIdle(s) && s.policy.graduated === 'drop',
    decide: (s) => dropped(idleReason(s))(),
  },
  { when: (s) => s.beta.stage === 'legacy-shape', decide: dropped('graduated') },
  { when: (s) => isIdle(s) && isRejected(s), decide: (s) => dropped(idleReason(s))() },
  {
    when: (s) => isIdle(s) && !isClaimedTaken(s) && !s.isAnthropic,
    decide: (s) => dropped(idleReason(s))(),
  },
  { when: isIdle, decide: (s) => sent(idleReason(s))() },
  { when: isRejected, decide: reject },
  // Nothing is wrong with it.
  { when: (s) => s.beta.stage === 'superseded', decide: sent('superseded') },
  { when: (s) => s.beta.stage === 'internal', decide: (s) => sent(s.from)() },
  { when: (s) => s.acceptance.status === 'unknown', decide: askUnverified },
  { when: () => true, decide: (s) => sent(s.from)() },
];

/** Decides about one beta. */
export function decideBeta(subject: BetaSubject): Outcome {
  const row = PRECEDENCE.find(({ when }) => when(subject)) as Row;
  return row.decide(subject);
}

/** The line `rejected` of the policy. */
function reject(s: BetaSubject): Outcome {
  const actions = { drop: 'dropped', refuse: 'refused', send: 'sent' } as const;
  return { action: actions[s.policy.rejected], reason: rejection(s) };
}

/** Refuses an idle value that is kept, where the platform rejects it and the policy refuses that. */
function keepRejected(s: BetaSubject): Outcome {
  return s.policy.rejected === 'refuse' ? reject(s) : sent(rejection(s))();
}

/** The line `unverified` of the policy. */
function askUnverified(s: BetaSubject): Outcome {
  const actions = { send: 'sent', drop: 'dropped', refuse: 'refused' } as const;
  return { action: actions[s.policy.unverified], reason: 'unknown-acceptance' };
}
