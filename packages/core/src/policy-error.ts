import { isRefusal, isRepair } from './assemble/verdict.ts';
import { explain } from './explain/explain.ts';
import { listRemedies } from './remedy.ts';
import type { BetaPlan, Decision, Platform } from './types.ts';

/**
 * `BETA_POLICY`: the request would not work, or the policy refuses it. `BETA_SIGNED`: it would have
 * to change, and its signature forbids that.
 */
export type BetaPolicyCode = 'BETA_POLICY' | 'BETA_SIGNED';

/**
 * A request was not sent, because it would not work or the policy says so. Its message names the
 * platform, the places in the body, and what to do.
 */
export class BetaPolicyError extends Error {
  /** Stable across realms and bundles, unlike `instanceof`. */
  override readonly name = 'BetaPolicyError';
  /** Distinguishes it from other errors of a client. */
  readonly code: BetaPolicyCode;
  /**
   * The status that the API would answer with. Frameworks retry an error without a status, and send
   * none with this one again.
   */
  readonly status = 400;
  /** The platform that the request was planned for. */
  readonly platform: Platform;
  /** The decisions that refuse the request. */
  readonly decisions: readonly Decision[];
  /** Not enumerable: its body may hold a prompt, and loggers print every enumerable property. */
  declare readonly plan: BetaPlan;

  /** Makes the error of a plan. */
  constructor(plan: BetaPlan, code: BetaPolicyCode = 'BETA_POLICY') {
    const decisions = code === 'BETA_SIGNED' ? listChanges(plan) : listRefusals(plan);
    super(formatMessage(plan, decisions, code));
    this.code = code;
    this.platform = plan.platform;
    this.decisions = decisions;
    Object.defineProperty(this, 'plan', { value: plan });
  }

  /** Returns the error for a log, without body and header. */
  toJSON(): {
    name: string;
    code: BetaPolicyCode;
    message: string;
    platform: Platform;
    decisions: readonly Decision[];
  } {
    const { name, code, message, platform, decisions } = this;
    return { name, code, message, platform, decisions };
  }
}

function formatMessage(
  plan: BetaPlan,
  decisions: readonly Decision[],
  code: BetaPolicyCode,
): string {
  const text = explain({ ...plan, decisions: [...decisions] });
  if (code === 'BETA_POLICY')
    return ['the request was not sent', text, ...listRemedies(decisions)].join('\n');
  return `the request was not sent: it has to change, and it is signed already (AWS SigV4)
${text}
Use betaMiddleware() with @anthropic-ai/sdk 0.102 or later, which runs before the client signs.
With another client, call plan() before it signs, and send the header and body of the plan.`;
}

/** Lists the decisions that cause a refusal. */
function listRefusals({ decisions }: BetaPlan): Decision[] {
  const refusals = decisions.filter(({ action }) => action === 'refused' || action === 'missing');
  return refusals.length > 0 ? refusals : decisions.filter(isToBlame);
}

/** Lists the decisions that change a request. */
const listChanges = ({ decisions }: BetaPlan): Decision[] =>
  decisions.filter(({ action }) => action !== 'sent' && action !== 'ignored');

/** Tests if a decision sends something that will not work, or only observes it. */
const isToBlame = (decision: Decision): boolean => isRefusal(decision) || isRepair(decision);

/**
 * Throws when a plan says that the request will not work. For tests, and for programs that send
 * requests without an adapter.
 * @throws {BetaPolicyError} when the verdict is `refused`
 */
export function assertSendable(plan: BetaPlan): void {
  if (plan.verdict === 'refused') throw new BetaPolicyError(plan);
}
