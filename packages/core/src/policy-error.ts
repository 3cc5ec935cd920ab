import { explain } from './explain.ts';
import type { BetaPlan } from './types.ts';

/** A door refused to send a request, because the policy says so. The plan tells which betas, and why. */
export class BetaPolicyError extends Error {
  /** The same in every realm and bundle, where `instanceof` is not. */
  override readonly name = 'BetaPolicyError';
  /** Not enumerable: its body may hold a prompt, and loggers print whatever is. */
  declare readonly plan: BetaPlan;
  /** Names what was refused in its message. */
  constructor(plan: BetaPlan) {
    super(
      `the request was not sent:\n${explain({ ...plan, decisions: plan.decisions.filter((d) => d.action === 'refused') })}`,
    );
    Object.defineProperty(this, 'plan', { value: plan });
  }
}
