/**
 * The adapters of `@beta-headers/core`, which also publish their decisions on the diagnostics
 * channel and on the active OpenTelemetry span.
 */
import {
  type AdapterOptions,
  type BetaMiddleware,
  betaFetch as coreFetch,
  betaMiddleware as coreMiddleware,
  type EngineCatalog,
  type Fetch,
  type FetchAdapterOptions,
} from '@beta-headers/core';
import { publishPlan } from './telemetry.ts';

/**
 * Makes a middleware for `@anthropic-ai/sdk` 0.101 and later, and for its Bedrock, Vertex, Foundry
 * and AWS clients. It sees each attempt in the Claude API's own form, before the client turns it
 * into the platform's and, since 0.102, before the client signs it. Requests that the plan refuses
 * reject with `BetaPolicyError`.
 * @throws {TypeError} for options that are not valid
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
  return coreMiddleware(addTelemetry(options));
}

/**
 * Makes a `fetch` that plans requests, for clients without a middleware and for plain `fetch`.
 *
 * It plans what goes to a known host of a platform, to one of `hosts`, or has the header
 * `anthropic-version`; every other request passes through untouched. A request that the plan
 * refuses is answered with a 400 in the API's form, with `x-beta-headers: refused`, and not sent.
 * @throws {TypeError} for options that are not valid
 * @example
 * ```ts
 * import { createAnthropic } from '@ai-sdk/anthropic';
 *
 * const anthropic = createAnthropic({ fetch: betaFetch() });
 * ```
 */
export function betaFetch<C extends EngineCatalog<string> = EngineCatalog>(
  options: FetchAdapterOptions<C> = {},
): Fetch {
  return coreFetch(addTelemetry(options));
}

/** Options that are not valid stay as they are, because core says what is wrong with them. */
function addTelemetry<O extends AdapterOptions<C>, C extends EngineCatalog<string>>(options: O): O {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) return options;
  const { onPlan } = options;
  if (onPlan !== undefined && typeof onPlan !== 'function') return options;
  const publishAndCall: NonNullable<AdapterOptions['onPlan']> = (event) => {
    publishPlan(event);
    return onPlan?.(event);
  };
  return { ...options, onPlan: publishAndCall };
}
