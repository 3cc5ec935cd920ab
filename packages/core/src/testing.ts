/**
 * A matcher for vitest and jest: `expect.extend(matchers)`.
 * @module
 */
import { explain } from './explain/explain.ts';
import { plan } from './plan.ts';
import type { BetaPlan, BetaRequest, PlanOptions } from './types.ts';

/** The result of a matcher in vitest and jest. */
export interface MatcherResult {
  /** True if the matcher passes when it is not negated. */
  readonly pass: boolean;
  /** The plan as text. */
  readonly message: () => string;
}

/**
 * Matchers for requests and plans. A type instead of an interface, because `expect.extend` takes an
 * object with any keys.
 */
export type BetaMatchers = {
  /** Passes if the request will not be refused. Takes a request or a plan. */
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
