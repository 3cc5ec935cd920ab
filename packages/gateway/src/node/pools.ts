/** Sends requests to upstreams by pools of connections, one pool for each configured origin. */
import type { IncomingHttpHeaders } from 'node:http';
// Bun replaces the module `undici` by one of its own, which has no pools.
import { type Dispatcher, Pool, ProxyAgent } from 'undici/index.js';
import type { Send } from '../types.ts';

/** Options of {@link createPoolSend}. */
export interface PoolOptions {
  /** The longest time to connect, in milliseconds. Default: 10,000. */
  readonly connectTimeoutMs?: number;
  /** The longest time until the upstream's headers, in milliseconds. Default: 600,000. */
  readonly headersTimeoutMs?: number;
  /** The longest silence in the body of a response, in milliseconds. Default: 600,000. */
  readonly bodyTimeoutMs?: number;
  /** The largest number of connections to the origin. Default: no limit. */
  readonly connections?: number;
  /**
   * The URL of an HTTP proxy. Default: none. The environment's `HTTPS_PROXY` and its siblings are
   * not read.
   */
  readonly proxy?: string;
}

/** A `Send` that reaches one origin only. */
export interface PoolSend extends Send {
  /** The only origin that requests are sent to. */
  readonly origin: string;
  /** Closes the connections at once. Requests in flight fail. */
  close(): Promise<void>;
}

/** An error for a URL whose origin is not the configured one. */
export class OriginError extends TypeError {
  override readonly name = 'OriginError';
  readonly code = 'ERR_ORIGIN_NOT_CONFIGURED';
}

/** Statuses of responses that have no body. */
const NO_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** The size of the queue between the upstream and the client, in bytes. */
const QUEUE_BYTES = 65_536;

/**
 * Creates a `Send` that reaches one origin only. It follows no redirects, reads no proxy from the
 * environment, and streams both bodies with backpressure. Errors of undici are thrown unchanged.
 * @throws {TypeError} for a URL that is not an origin of http or https
 */
export function createPoolSend(url: string, options: PoolOptions = {}): PoolSend {
  const origin = readOrigin(url);
  const dispatcher = createDispatcher(origin, options);
  const prefix = `${origin}/`;
  const send = async (target: string, init: RequestInit): Promise<Response> => {
    const path = readPath(target, prefix, origin);
    const { signal, method = 'GET', headers, body } = init;
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const exchange = new Exchange(method, signal ?? undefined, resolve, reject);
      dispatcher.dispatch(
        { origin, path, method, headers: listHeaders(headers, body), body: readBody(body) },
        exchange,
      );
    });
  };
  return Object.assign(send, { origin, close: () => dispatcher.destroy() });
}

function readOrigin(url: string): string {
  const { protocol, origin } = URL.parse(url) ?? {};
  if (protocol !== 'http:' && protocol !== 'https:')
    throw new TypeError(`createPoolSend: ${url} is not a URL that begins with https:// or http://`);
  return origin as string;
}

function createDispatcher(origin: string, options: PoolOptions): Dispatcher {
  const {
    connectTimeoutMs = 10_000,
    headersTimeoutMs = 600_000,
    bodyTimeoutMs = 600_000,
  } = options;
  const settings = {
    connect: { timeout: connectTimeoutMs },
    headersTimeout: headersTimeoutMs,
    bodyTimeout: bodyTimeoutMs,
    connections: options.connections ?? null,
    allowH2: false,
    pipelining: 1,
  };
  return options.proxy === undefined
    ? new Pool(origin, settings)
    : new ProxyAgent({ uri: options.proxy, ...settings });
}

/** Returns the path and query of a URL of this origin. */
function readPath(target: string, prefix: string, origin: string): string {
  if (target.startsWith(prefix) && !target.includes('#')) return target.slice(prefix.length - 1);
  const url = URL.parse(target);
  if (url?.origin !== origin || url.username || url.password)
    throw new OriginError(
      `A request to ${url?.origin ?? 'an invalid URL'} was not sent: this connection reaches ` +
        `${origin} only`,
    );
  return url.pathname + url.search;
}

/** Lists names and values in turn, without those that undici sets for the connection. */
function listHeaders(headers: RequestInit['headers'], body: RequestInit['body']): string[] {
  const list: string[] = [];
  const isStream = body instanceof ReadableStream;
  for (const [name, value] of headers instanceof Headers ? headers : new Headers(headers)) {
    // undici uses a `host` that is given. The length of a known body is its own.
    if (name === 'host' || (name === 'content-length' && !isStream)) continue;
    list.push(name, value);
  }
  return list;
}

type DispatchBody = NonNullable<Dispatcher.DispatchOptions['body']> | null;

/** undici takes every iterable, although its types do not list web streams. */
const readBody = (body: RequestInit['body']): DispatchBody =>
  (body instanceof ReadableStream ? readParts(body) : (body ?? null)) as DispatchBody;

/**
 * Reads a stream, and leaves the rest of it if the upstream fails. A cancellation would end the
 * client's connection, maybe before the client has the response.
 */
async function* readParts(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    reader.releaseLock();
  }
}

/** One request and its response. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #method: string;
  readonly #signal: AbortSignal | undefined;
  readonly #resolve: (response: Response) => void;
  readonly #reject: (error: unknown) => void;
  #upstream: Dispatcher.DispatchController | undefined;
  #body: ReadableStreamDefaultController<Uint8Array> | undefined;
  #hasEnded = false;

  constructor(
    method: string,
    signal: AbortSignal | undefined,
    resolve: (response: Response) => void,
    reject: (error: unknown) => void,
  ) {
    this.#method = method;
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    signal?.addEventListener('abort', this.#onAbort);
  }

  onRequestStart(upstream: Dispatcher.DispatchController): void {
    this.#upstream = upstream;
    if (this.#signal?.aborted) upstream.abort(toError(this.#signal.reason));
  }

  onResponseStart(
    upstream: Dispatcher.DispatchController,
    status: number,
    given: IncomingHttpHeaders,
  ): void {
    if (status < 200) return;
    const hasBody = this.#method !== 'HEAD' && !NO_BODY.has(status);
    const headers = toHeaders(given);
    this.#resolve(new Response(hasBody ? this.#openBody(upstream) : null, { status, headers }));
  }

  onResponseData(upstream: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (this.#hasEnded || !this.#body) return;
    this.#body.enqueue(chunk);
    if ((this.#body.desiredSize ?? 0) <= 0) upstream.pause();
  }

  onResponseEnd(): void {
    if (this.#end()) this.#body?.close();
  }

  onResponseError(_upstream: unknown, error: Error): void {
    if (!this.#end()) return;
    this.#body?.error(error);
    this.#reject(error);
  }

  #openBody(upstream: Dispatcher.DispatchController): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#body = controller;
        },
        pull: () => upstream.resume(),
        cancel: (reason) => {
          this.#end();
          upstream.abort(toError(reason));
        },
      },
      { highWaterMark: QUEUE_BYTES, size: ({ byteLength }) => byteLength },
    );
  }

  readonly #onAbort = (): void => {
    const { reason } = this.#signal as AbortSignal;
    if (!this.#end()) return;
    this.#body?.error(reason);
    this.#reject(reason);
    this.#upstream?.abort(toError(reason));
  };

  /** Ends the exchange once. Returns false if it has ended before. */
  #end(): boolean {
    if (this.#hasEnded) return false;
    this.#hasEnded = true;
    this.#signal?.removeEventListener('abort', this.#onAbort);
    return true;
  }
}

function toHeaders(given: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given))
    for (const item of Array.isArray(value) ? value : [value ?? '']) headers.append(name, item);
  return headers;
}

const toError = (reason: unknown): Error =>
  reason instanceof Error ? reason : new DOMException('The request was aborted.', 'AbortError');

/** One pool for each origin. */
export interface Pools {
  /** Returns the pool of a URL's origin, and creates it for the first URL of the origin. */
  get(url: string): PoolSend;
  /** Closes all connections at once. */
  close(): Promise<void>;
}

/** Creates an empty set of pools. */
export function createPools(options: PoolOptions = {}): Pools {
  const pools = new Map<string, PoolSend>();
  return {
    get(url) {
      const origin = readOrigin(url);
      const pool = pools.get(origin) ?? createPoolSend(origin, options);
      pools.set(origin, pool);
      return pool;
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}
