/** The doors of `@beta-headers/core`, with everything that they decide on the diagnostics channel and on the active OpenTelemetry span. */
import {
  type BetaMiddleware,
  betaFetch as coreFetch,
  betaMiddleware as coreMiddleware,
  type DoorOptions,
  type Fetch,
  type Platform,
} from '@beta-headers/core';
import { showDecision } from './telemetry.ts';

type OnDecision = NonNullable<DoorOptions['onDecision']>;

/**
 * A middleware for `@anthropic-ai/sdk` 1.0 and later, and for its Bedrock, Vertex, Foundry and AWS clients: give it the `platform`, it does the rest.
 * It sees each attempt in the Claude API's own form, before the client turns it into the platform's.
 * @throws {TypeError} for options that cannot be, such as an unknown platform or policy; the requests reject with `BetaPolicyError` when the policy refuses
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * ```
 */
export function betaMiddleware<P extends Platform = Platform>(
  options: DoorOptions<P> = {},
): BetaMiddleware {
  return coreMiddleware(observed(options));
}

/**
 * Wraps a `fetch`, for clients that have no middleware: SDK 0.x, other clients, or plain `fetch`.
 * @param fetch - what sends the request; usually `globalThis.fetch`
 * @throws {TypeError} for options that cannot be, such as an unknown platform or policy; the calls reject with `BetaPolicyError` when the policy refuses
 * @example
 * ```ts
 * import { createAnthropic } from '@ai-sdk/anthropic';
 *
 * const anthropic = createAnthropic({ fetch: betaFetch(fetch) });
 * ```
 */
export function betaFetch<P extends Platform = Platform>(
  fetch: Fetch,
  options: DoorOptions<P> = {},
): Fetch {
  return coreFetch(fetch, observed(options));
}

/** The caller's own hook comes last: what it throws keeps nothing from the others. */
function observed<P extends Platform>(options: DoorOptions<P>): DoorOptions<P> {
  const { platform, onDecision } = options;
  const observe: OnDecision = (decision, plan) => {
    showDecision(decision, plan, platform);
    onDecision?.(decision, plan);
  };
  return { ...options, onDecision: observe };
}
