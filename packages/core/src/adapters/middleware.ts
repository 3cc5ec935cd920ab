/** `betaMiddleware`: an adapter for the official client. */
import type { EngineCatalog } from '../catalog/types.ts';
import { type AdapterOptions, createAdapter } from './adapter.ts';
import { ADAPTER_OPTIONS, checkAdapterOptions, isLogger } from './options.ts';
import { readOverride } from './overrides.ts';

/**
 * The part of the SDK's request that the middleware reads and changes (`APIRequest` of
 * `@anthropic-ai/sdk`).
 */
export interface MiddlewareRequest {
  /** The URL of the request. */
  url: string;
  /** The method. Default: `GET`. */
  method?: string | undefined;
  /** The headers of the request. */
  headers: Headers;
}

/** Matches `Middleware` of `@anthropic-ai/sdk` without importing it. */
export type BetaMiddleware = <R extends MiddlewareRequest>(
  request: R,
  next: (request: R) => Promise<Response>,
  context?: unknown,
) => Promise<Response>;

/**
 * Makes a middleware for `@anthropic-ai/sdk` 0.101 and later, and for its Bedrock, Vertex, Foundry
 * and AWS clients. It receives each attempt in the Claude API's own form, before the client
 * converts it to the platform's form and, since 0.102, before the client signs it. A request that
 * the plan refuses rejects with {@link BetaPolicyError}.
 * @throws {TypeError} for invalid options
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
  checkAdapterOptions('betaMiddleware', options, ADAPTER_OPTIONS);
  const adapter = createAdapter(options);
  // Clients sign after the middleware, so only the middleware itself tells two clients apart.
  const client = {};
  return (request, next, context) => {
    const { url, method, headers: given } = request;
    const { body: sent, signal } = request as { body?: unknown; signal?: AbortSignal | null };
    const { logger: ofClient } = Object(context) as { logger?: unknown };
    // SDKs before 0.103 pass no logger.
    const logger = isLogger(ofClient) ? ofClient : undefined;
    const override = readOverride(request);
    const outgoing = { url, method, headers: given, body: sent, signal, override, logger, client };
    return adapter(outgoing, (headers, body) =>
      next(
        headers === given && body === sent
          ? request
          : { ...request, headers, ...(body !== sent && { body }) },
      ),
    );
  };
}
