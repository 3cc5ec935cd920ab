/** `betaFetch`: an adapter in the form of `fetch`. */
import type { EngineCatalog } from '../catalog/types.ts';
import { BetaPolicyError } from '../policy-error.ts';
import { type AdapterOptions, createAdapter, type Outgoing, type Send } from './adapter.ts';
import { readRequestBody } from './body.ts';
import { createHostTest, isMessagePath, readHost } from './hosts.ts';
import { checkAdapterOptions, FETCH_OPTIONS } from './options.ts';
import { readOverride } from './overrides.ts';
import { toRefusal } from './refusal.ts';
import { chooseLogger, logOnce } from './report.ts';

/** The part of `fetch` that all runtimes, and the `fetch` options of all clients, share. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** Options of {@link betaFetch}. */
export interface FetchAdapterOptions<C extends EngineCatalog<string> = EngineCatalog>
  extends AdapterOptions<C> {
  /** Sends the requests. Default: `globalThis.fetch`, looked up for each request. */
  readonly fetch?: Fetch | undefined;
  /**
   * Your own hosts to plan for, such as a proxy: names, `llm.example.com`, or origins,
   * `https://llm.example.com:8443`. The hosts of the platforms are already known.
   */
  readonly hosts?: readonly string[] | undefined;
}

/**
 * Makes a `fetch` that plans requests, for clients without a middleware and for plain `fetch`.
 *
 * It plans requests to a known host of a platform or to one of `hosts`, and requests with the
 * header `anthropic-version`. Every other request is sent unchanged. If the plan refuses a request,
 * it is not sent, and the response is a 400 in the API's form with `x-beta-headers: refused`.
 * @throws {TypeError} for invalid options
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
  if (typeof options === 'function')
    throw new TypeError('betaFetch: the function is an option; write betaFetch({ fetch })');
  checkAdapterOptions('betaFetch', options, FETCH_OPTIONS);
  const { fetch, hosts } = options;
  const isKnown = createHostTest(hosts ?? [], options.catalog);
  // Gets the options themselves, because `onPlan` may be a getter that is read for each request.
  const adapter = createAdapter<C>(options);
  // A `fetch` that signs may follow, so only this function itself tells two clients apart.
  const client = {};
  return async (input, init) => {
    const send = fetch ?? globalThis.fetch;
    const call = readCall(input, init);
    const { url, method, headers, override } = call;
    if (override === false) return send(input, init);
    if (override === undefined && !isKnown(method, url, headers)) {
      warnOfStranger(call, options);
      return send(input, init);
    }
    const { outgoing, sendAgain } = await open(call, send);
    return adapter({ ...outgoing, client }, sendAgain).catch((error: unknown) => {
      if (error instanceof BetaPolicyError) return toRefusal(error);
      throw error;
    });
  };
}

/** A call of `fetch`, with its two arguments merged. */
interface Call extends Outgoing {
  readonly input: string | URL | Request;
  readonly init: RequestInit | undefined;
  readonly request: Request | undefined;
  readonly method: string;
}

function readCall(input: string | URL | Request, init: RequestInit | undefined): Call {
  const request = typeof input === 'string' || input instanceof URL ? undefined : input;
  return {
    input,
    init,
    request,
    url: request?.url ?? String(input),
    method: init?.method ?? request?.method ?? 'GET',
    headers: new Headers(init?.headers ?? request?.headers),
    signal: init?.signal ?? request?.signal,
    override: readOverride(init),
  };
}

/** Reads the body of a call, and makes the function that sends it with changes. */
async function open(
  call: Call,
  send: Fetch,
): Promise<{ readonly outgoing: Outgoing; readonly sendAgain: Send }> {
  const { input, init, request, headers: given } = call;
  const isOwnBody = init?.body !== undefined || !request;
  const read = isOwnBody ? undefined : await readRequestBody(request, call.signal);
  const body = isOwnBody ? init?.body : (read ?? request.body);
  const sendAgain: Send = (headers, changed) => {
    // Sends the bytes of the copy, so that the body of a `Request` stays unused for a retry.
    const replaces = changed !== body || read !== undefined;
    if (headers === given && !replaces) return send(input, init);
    const merged = { ...init, headers, ...(replaces && { body: changed as BodyInit }) };
    if (!request) return send(input, merged);
    // Chromium uses up the body of a `Request` that another one is made of, replaced or not.
    const source = replaces && !request.bodyUsed ? request.clone() : request;
    return send(new Request(source, merged), readExtras(init));
  };
  return { outgoing: { ...call, body }, sendAgain };
}

/** Reads the members of `init` that a `Request` drops, such as undici's `dispatcher`. */
function readExtras(init: RequestInit | undefined): RequestInit | undefined {
  const { body, headers, method, signal, ...extras } = init ?? {};
  return Reflect.ownKeys(extras).length > 0 ? extras : undefined;
}

/** Warns once about a host that is not planned for, if that is likely to be a mistake. */
function warnOfStranger<C extends EngineCatalog<string>>(
  { method, url }: Call,
  { logger: option }: FetchAdapterOptions<C>,
): void {
  const host = readHost(url);
  const logger = chooseLogger(option);
  if (!host || !logger || !isMessagePath(method, url)) return;
  logOnce(logger, 'warn', `host ${host}`, () => {
    const fix = `betaFetch({ hosts: [${JSON.stringify(host)}] })`;
    return `${host} is no known host of a platform, so its requests are sent as they are; ${fix}`;
  });
}
