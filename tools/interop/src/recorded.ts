/** Requests as clients put them on the wire: recorded without keys, and without a word of what the client says about itself. */
import { createFakeApi } from '@beta-headers/fake-api';
import { type Fetch, type Platform, parseBetas } from '@beta-headers/node';

/** One request of one client. */
export interface Recorded {
  /** The package and its exact version, `@ai-sdk/anthropic@4.0.105`. */
  readonly client: string;
  /** What the client was asked for. */
  readonly name: string;
  readonly platform: Platform;
  readonly method: string;
  /** The path with its query, without the host. */
  readonly path: string;
  /** `anthropic-beta` and `anthropic-version`, as often as they came. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: unknown;
}

/** Something to ask of a client, over the given `fetch`. */
export interface Ask {
  readonly name: string;
  readonly send: (fetch: Fetch) => PromiseLike<unknown>;
}

/** Records the first request that a client sends; what comes back does not matter. */
export async function record(
  client: string,
  platform: Platform,
  { name, send }: Ask,
): Promise<Recorded> {
  const api = createFakeApi({ platform });
  let seen: Recorded | undefined;
  const sent = Promise.resolve(
    send(async (input, init) => {
      const request = new Request(input, init);
      seen ??= { client, name, platform, ...(await readRequest(request.clone())) };
      return api.fetch(request);
    }),
  );
  const failure = await sent.then(
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

/** What the client asked for by name, and the same request as if it had asked for nothing. */
export interface Parted {
  readonly betas: readonly string[];
  readonly bare: Recorded;
}

/** Where message params stand in a body, besides the body itself: what Converse hands through, and the items of a batch. */
const INNER = ['additionalModelRequestFields', 'requests', 'params'];

/** Takes the betas out of a request: from the header, from the body where the platform wants them, and from where they leaked to. */
export function part(recorded: Recorded): Parted {
  const isBetas = ([name]: readonly [string, string]): boolean =>
    name.toLowerCase() === 'anthropic-beta';
  const found: unknown[] = recorded.headers.filter(isBetas).map(([, value]) => value);
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(without);
    if (typeof value !== 'object' || value === null) return value;
    const { anthropic_beta, betas, ...rest } = value as Record<string, unknown>;
    found.push(anthropic_beta, betas);
    return Object.fromEntries(
      Object.entries(rest).map(([name, inner]) => [
        name,
        INNER.includes(name) ? without(inner) : inner,
      ]),
    );
  };
  const bare = {
    ...recorded,
    headers: recorded.headers.filter((header) => !isBetas(header)),
    body: without(recorded.body),
  };
  return { betas: parseBetas(found.flat().filter((beta) => typeof beta === 'string')), bare };
}
