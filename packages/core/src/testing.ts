/**
 * A matcher for vitest and jest: `expect.extend(matchers)`.
 * @module
 */
import { explain } from './explain/explain.ts';
import { plan } from './plan.ts';
import type { BetaPlan, BetaRequest, PlanOptions } from './types.ts';

/** What a matcher returns to vitest and jest. */
export interface MatcherResult {
  /** Passed, where it is not negated. */
  readonly pass: boolean;
  /** The plan as text. */
  readonly message: () => string;
}

/**
 * Matchers about requests and plans. A type and no interface, because `expect.extend` takes any
 * name.
 */
export type BetaMatchers = {
  /**
   * Passes where the plan of a request does not say that it will be refused. Takes a request, or a
   * plan.
   */
  toBeSendable(received: unknown, options?: PlanOptions): MatcherResult;
};

/**
 * The matchers, for `expect.extend`.
 * @example
 * ```ts
 * import type { PlanOptions } from '@beta-headers/core';
 * import { matchers } from '@beta-headers/core/testing';
 * import { expect } from 'vitest';
 *
 * declare module 'vitest' {
 *   interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
 *     toBeSendable(options?: PlanOptions): R;
 *   }
 * }
 * expect.extend(matchers);
 * expect({ method: 'POST', url: '/v1/messages', body: { max_tokens: 9 } }).toBeSendable();
 * ```
 */
export const matchers: BetaMatchers = {
  toBeSendable(received, options) {
    const planned = isPlan(received) ? received : plan(received as BetaRequest, options);
    return {
      pass: planned.verdict !== 'refused',
      message: () => explain(planned),
    };
  },
};

function isPlan(value: unknown): value is BetaPlan {
  return typeof value === 'object' && value !== null && 'verdict' in value && 'decisions' in value;
}
