import type { EngineCatalog } from '../catalog/types.ts';
import { type AdapterOptions, createAdapter } from './adapter.ts';

/**
 * The part of the SDK's request that the middleware reads and changes (`APIRequest` of
 * `@anthropic-ai/sdk`).
 */
export interface MiddlewareRequest {
  /** Where the request goes. */
  url: string;
  /** `GET` where there is none. */
  method?: string | undefined;
  /** What is sent with it. */
  headers: Headers;
}

/** Fits `Middleware` of `@anthropic-ai/sdk` without importing it. */
export type BetaMiddleware = <R extends MiddlewareRequest>(
  request: R,
  next: (request: R) => Promise<Response>,
  context?: unknown,
) => Promise<Response>;

/**
 * A middleware for `@anthropic-ai/sdk` 1.0 and later, and for its Bedrock, Vertex, Foundry and AWS
 * clients: give it the `platform`, it does the rest. It sees each attempt in the Claude API's own
 * form, before the client turns it into the platform's.
 * @throws {TypeError} for options that cannot be, such as an unknown platform or policy; the
 * requests reject with {@link BetaPolicyError} when the policy refuses
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
  const adapter = createAdapter(options);
  return (request, next) => {
    const { url, method, headers: given } = request;
    const { body: sent, signal } = request as { body?: unknown; signal?: AbortSignal | null };
    return adapter({ url, method, headers: given, body: sent, signal }, (headers, body) =>
      next(
        headers === given && body === sent
          ? request
          : { ...request, headers, ...(body !== sent && { body }) },
      ),
    );
  };
}
