import type { EngineCatalog } from '../catalog/types.ts';
import { type AdapterOptions, createAdapter } from './adapter.ts';

/** The part of `fetch` that every runtime and every client's `fetch` option agree on. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * Wraps a `fetch`, for clients that have no middleware: SDK 0.x, other clients, or plain `fetch`.
 * @param fetch - what sends the request; usually `globalThis.fetch`
 * @throws {TypeError} for options that cannot be, such as an unknown platform or policy; the calls
 * reject with {@link BetaPolicyError} when the policy refuses
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
  if (typeof fetch !== 'function')
    throw new TypeError(
      'betaFetch: give the function that sends the request, usually globalThis.fetch',
    );
  const adapter = createAdapter(options);
  return async (input, init) => {
    const request = typeof input === 'string' || input instanceof URL ? undefined : input;
    const given =
      init?.body !== undefined ? init.body : request && ((await textOf(request)) ?? request.body);
    const outgoing = {
      url: request?.url ?? String(input),
      method: init?.method ?? request?.method ?? 'GET',
      headers: new Headers(init?.headers ?? request?.headers),
      body: given,
      signal: init?.signal ?? request?.signal,
    };
    return adapter(outgoing, (headers, body) => {
      // A text of our own leaves the body of a `Request` whole, so that it can be sent again.
      const changed = {
        ...init,
        headers,
        ...((body !== given || (request && typeof body === 'string')) && { body: body as string }),
      };
      return fetch(request ? new Request(request, changed) : input, request ? undefined : changed);
    });
  };
}

/** The JSON of a `Request`, read from a copy so that the request itself stays whole. */
async function textOf(request: Request): Promise<string | undefined> {
  return request.body && request.headers.get('content-type')?.includes('json')
    ? request.clone().text()
    : undefined;
}
