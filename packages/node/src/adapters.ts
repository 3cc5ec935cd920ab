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
import { hasListener, publishPlan } from './telemetry.ts';

/**
 * Makes a middleware for `@anthropic-ai/sdk` 0.101 and later, and for its Bedrock, Vertex, Foundry
 * and AWS clients. It receives each attempt in the Claude API's own form, before the client
 * converts it to the platform's form and, since 0.102, before the client signs it. A request that
 * the plan refuses rejects with `BetaPolicyError`.
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
 * It plans requests to a known host of a platform or to one of `hosts`, and requests with the
 * header `anthropic-version`. Every other request is sent unchanged. If the plan refuses a request,
 * it is not sent, and the response is a 400 in the API's form with `x-beta-headers: refused`.
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

/** Invalid options stay unchanged, because core reports them. */
function addTelemetry<O extends AdapterOptions<C>, C extends EngineCatalog<string>>(options: O): O {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) return options;
  const { onPlan } = options;
  if (onPlan !== undefined && typeof onPlan !== 'function') return options;
  const publishAndCall: NonNullable<AdapterOptions['onPlan']> = (event) => {
    publishPlan(event);
    return onPlan?.(event);
  };
  return {
    ...options,
    // Read for each request, so that the engine makes no event while nobody listens.
    get onPlan() {
      return onPlan || hasListener() ? publishAndCall : undefined;
    },
  };
}
