import { isRefusal, isRepair } from './assemble/verdict.ts';
import { explain } from './explain/explain.ts';
import type { BetaPlan, Decision, Platform } from './types.ts';

/**
 * A request was not sent, because it would not work or the policy says so. Says which decisions
 * refuse it, why, and what to do.
 */
export class BetaPolicyError extends Error {
  /** The same in every realm and bundle, where `instanceof` is not. */
  override readonly name = 'BetaPolicyError';
  /** Tells it from other errors of a client. */
  readonly code = 'BETA_POLICY';
  /** The platform that the request was planned for. */
  readonly platform: Platform;
  /** What refuses the request. */
  readonly decisions: readonly Decision[];
  /** Not enumerable: its body may hold a prompt, and loggers print whatever is. */
  declare readonly plan: BetaPlan;

  /** Names what was refused in its message. */
  constructor(plan: BetaPlan) {
    const refusals = plan.decisions.filter(
      ({ action }) => action === 'refused' || action === 'missing',
    );
    const decisions = refusals.length > 0 ? refusals : plan.decisions.filter(isToBlame);
    super(`the request was not sent\n${explain({ ...plan, decisions })}`);
    this.platform = plan.platform;
    this.decisions = decisions;
    Object.defineProperty(this, 'plan', { value: plan });
  }

  /** What a log may keep: no body, no header. */
  toJSON(): {
    name: string;
    code: string;
    message: string;
    platform: Platform;
    decisions: readonly Decision[];
  } {
    const { name, code, message, platform, decisions } = this;
    return { name, code, message, platform, decisions };
  }
}

/** Tests if a decision sends or only observes what will not work. */
const isToBlame = (decision: Decision): boolean => isRefusal(decision) || isRepair(decision);

/**
 * Throws where a plan says that the request will not work. For tests, and for whoever sends
 * requests without an adapter.
 * @throws {BetaPolicyError} when the verdict is `refused`
 */
export function assertSendable(plan: BetaPlan): void {
  if (plan.verdict === 'refused') throw new BetaPolicyError(plan);
}
