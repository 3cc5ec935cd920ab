/**
 * The adapters of `@beta-headers/core`, with everything that they decide on the diagnostics channel
 * and on the active OpenTelemetry span.
 */
import {
  type AdapterOptions,
  type BetaMiddleware,
  betaFetch as coreFetch,
  betaMiddleware as coreMiddleware,
  type EngineCatalog,
  type Fetch,
} from '@beta-headers/core';
import { publishDecision } from './telemetry.ts';

type OnDecision = NonNullable<AdapterOptions['onDecision']>;

/**
 * A middleware for `@anthropic-ai/sdk` 1.0 and later, and for its Bedrock, Vertex, Foundry and AWS
 * clients: give it the `platform`, it does the rest. It sees each attempt in the Claude API's own
 * form, before the client turns it into the platform's.
 * @throws {TypeError} for options that cannot be, such as an unknown platform or policy; the
 * requests reject with `BetaPolicyError` when the policy refuses
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * ```
 */
export function betaMiddleware<C extends EngineCatalog<string> = EngineCatalog>(
  options: AdapterOptions<C> = {},
): BetaMiddleware {
  return coreMiddleware(observed(options));
}

/**
 * Wraps a `fetch`, for clients that have no middleware: SDK 0.x, other clients, or plain `fetch`.
 * @param fetch - what sends the request; usually `globalThis.fetch`
 * @throws {TypeError} for options that cannot be, such as an unknown platform or policy; the calls
 * reject with `BetaPolicyError` when the policy refuses
 * @example
 * ```ts
 * import { createAnthropic } from '@ai-sdk/anthropic';
 *
 * const anthropic = createAnthropic({ fetch: betaFetch(fetch) });
 * ```
 */
export function betaFetch<C extends EngineCatalog<string> = EngineCatalog>(
  fetch: Fetch,
  options: AdapterOptions<C> = {},
): Fetch {
  return coreFetch(fetch, observed(options));
}

/** The caller's own hook comes last: what it throws keeps nothing from the others. */
function observed<C extends EngineCatalog<string>>(options: AdapterOptions<C>): AdapterOptions<C> {
  if (typeof options !== 'object' || options === null) return options;
  const { onDecision } = options;
  const observe: OnDecision = (decision, plan) => {
    publishDecision(decision, plan);
    onDecision?.(decision, plan);
  };
  return onDecision === undefined || typeof onDecision === 'function'
    ? { ...options, onDecision: observe }
    : options;
}
