/** Records requests of clients, without keys and without headers that describe the client. */
import { createFakeApi } from '@beta-headers/fake-api';
import { type Fetch, type Platform, parseBetas } from '@beta-headers/node';

/** One request of one client. */
export interface Recorded {
  /** The package and its exact version, `@ai-sdk/anthropic@4.0.105`. */
  readonly client: string;
  /** A description of the request. */
  readonly name: string;
  readonly platform: Platform;
  readonly method: string;
  /** The path with its query, without the host. */
  readonly path: string;
  /** Every `anthropic-beta` and `anthropic-version` header. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: unknown;
}

/** A request that a client sends over the given `fetch`. */
export interface ClientRequest {
  readonly name: string;
  readonly send: (fetch: Fetch) => PromiseLike<unknown>;
}

/** Records the first request that a client sends. The response does not matter. */
export async function record(
  client: string,
  platform: Platform,
  { name, send }: ClientRequest,
): Promise<Recorded> {
  const api = createFakeApi({ platform });
  let seen: Recorded | undefined;
  const call = Promise.resolve(
    send(async (input, init) => {
      const request = new Request(input, init);
      seen ??= { client, name, platform, ...(await readRequest(request.clone())) };
      return api.fetch(request);
    }),
  );
  const failure = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!seen) throw new Error(`${client}, ${name}: the client sent nothing`, { cause: failure });
  return seen;
}

async function readRequest(
  request: Request,
): Promise<Omit<Recorded, 'client' | 'name' | 'platform'>> {
  const { pathname, search } = new URL(request.url);
  const headers = [...request.headers].filter(([name]) => /^anthropic-(beta|version)$/.test(name));
  const json = request.headers.get('content-type')?.includes('json') ?? false;
  return {
    method: request.method,
    path: pathname + search,
    headers,
    ...(json && { body: JSON.parse(await request.text()) as unknown }),
  };
}

/** The betas of a request, and the request without them. */
export interface SeparatedRequest {
  readonly betas: readonly string[];
  readonly bare: Recorded;
}

/** Keys that contain message params: Converse's additional fields and the items of a batch. */
const INNER = ['additionalModelRequestFields', 'requests', 'params'];

/** Removes the betas from a request: from its header, its body and leaked body fields. */
export function separateBetas(recorded: Recorded): SeparatedRequest {
  const isBetas = ([name]: readonly [string, string]): boolean =>
    name.toLowerCase() === 'anthropic-beta';
  const found: unknown[] = recorded.headers.filter(isBetas).map(([, value]) => value);
  const removeBetas = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(removeBetas);
    if (typeof value !== 'object' || value === null) return value;
    const { anthropic_beta, betas, ...rest } = value as Record<string, unknown>;
    found.push(anthropic_beta, betas);
    return Object.fromEntries(
      Object.entries(rest).map(([name, inner]) => [
        name,
        INNER.includes(name) ? removeBetas(inner) : inner,
      ]),
    );
  };
  const bare = {
    ...recorded,
    headers: recorded.headers.filter((header) => !isBetas(header)),
    body: removeBetas(recorded.body),
  };
  return { betas: parseBetas(found.flat().filter((beta) => typeof beta === 'string')), bare };
}
