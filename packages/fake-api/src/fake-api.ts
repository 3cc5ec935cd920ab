/** Puts the parts together: read, record, gate, answer. */
import type { Catalog, Platform } from '@beta-headers/manifest';
import { catalog as manifest } from '@beta-headers/manifest/data';
import { createApp } from './app.ts';
import { type Body, bodyKeys, bodyValue, readBody } from './body.ts';
import { type Call, HttpError } from './call.ts';
import { failureResponse, requestIdHeader } from './errors.ts';
import { type Entitled, gate } from './gate/index.ts';
import { isObject } from './gate/walk.ts';
import { createIds } from './ids.ts';
import { readApiVersion, readBetas, readParams, readRoute } from './wire.ts';

/** Options of `createFakeApi`; all of them have a default. */
export interface FakeApiOptions {
  /** The platform to stand in for. Default: `claude-api`. */
  readonly platform?: Platform;
  /** The manifest to gate by. Default: the published one. */
  readonly catalog?: Catalog;
  /** Which betas the organization may use. Default: all. */
  readonly entitled?: (beta: string) => boolean;
  /** Betas that the organization is not enrolled in, where a list says it better than `entitled`. */
  readonly notEnrolled?: readonly string[];
  /** How long every answer takes at least, in milliseconds. Default: 0. */
  readonly latencyMs?: number;
  /** Called with the record of each request once it is answered. */
  readonly onRequest?: (request: RecordedRequest) => void;
}

/** What is kept of a request: no prompt, no key. */
export interface RecordedRequest {
  readonly method: string;
  /** The path as received, without the query. */
  readonly path: string;
  /** The `anthropic-beta` header as received; undefined where there was none. */
  readonly betaHeader: string | undefined;
  /** The betas as the platform reads them: from the header, or from `anthropic_beta` in a Bedrock body. */
  readonly betas: readonly string[];
  /** The names at the top of the body. */
  readonly bodyKeys: readonly string[];
  /** The status of the answer. */
  readonly status: number;
}

/** A stand-in Claude API in this process. */
export interface FakeApi {
  /** Answers a request; takes what the global `fetch` takes, and needs no `this`. */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /** The last thousand requests, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** Forgets requests, files and batches, and starts to count ids from one. */
  reset(): void;
}

const KEPT = 1000;

/** The platforms that there are to stand in for. */
export function platforms(): Platform[] {
  return manifest.platforms.map(({ id }) => id);
}

/** Makes a stand-in Claude API with a memory of its own. Throws on a platform or a latency that cannot be. */
export function createFakeApi(options: FakeApiOptions = {}): FakeApi {
  const { platform = 'claude-api', catalog = manifest, latencyMs = 0, onRequest } = options;
  if (!platforms().includes(platform))
    throw new TypeError(
      `createFakeApi: there is no platform "${platform}"; use one of ${platforms().join(', ')}`,
    );
  if (!(latencyMs >= 0 && latencyMs < 2 ** 31))
    throw new TypeError(`createFakeApi: latencyMs is ${latencyMs}; write milliseconds, 0 or more`);
  const entitled: Entitled = (beta) =>
    (options.entitled?.(beta) ?? true) && !options.notEnrolled?.includes(beta);
  const app = createApp();
  const ids = createIds(platform);
  const requests: RecordedRequest[] = [];

  async function answer(request: Request, url: URL, body: Body): Promise<Response> {
    const requestId = ids.next('req');
    try {
      const response = await app.answer(admit(request, url, body), url);
      for (const [name, value] of Object.entries(requestIdHeader(platform, requestId)))
        response.headers.set(name, value);
      return response;
    } catch (error) {
      if (error instanceof Refused) return failureResponse(platform, requestId, error.failure);
      if (error instanceof HttpError)
        return failureResponse(platform, requestId, {
          status: error.status,
          message: error.message,
        });
      throw error;
    }
  }

  /** The call behind a request, or the reason to refuse it. */
  function admit(request: Request, url: URL, body: Body): Call {
    const { headers, method } = request;
    const route = readRoute(platform, method, url.pathname);
    const isLogin = route?.path === '/v1/oauth/token';
    if (!isLogin && !['x-api-key', 'api-key', 'authorization'].some((name) => headers.get(name)))
      throw new HttpError(401, 'x-api-key header is required');
    if (body.kind === 'broken') throw new HttpError(400, body.message);
    if (!route) throw new HttpError(404, `Not found: ${method} ${url.pathname}`);
    const path = route.path.replace(/(?<=.)\/+$/, '');
    const value = bodyValue(body);
    if (
      method === 'POST' &&
      /^\/v1\/messages(?:\/count_tokens|\/batches)?$/.test(path) &&
      !isObject(value)
    ) {
      throw new HttpError(400, 'The request body must be a JSON object.');
    }
    const params = readParams(platform, value);
    const betas = readBetas(platform, headers, params);
    const apiVersion = readApiVersion(headers, value);
    const query = Object.fromEntries(url.searchParams);
    const refusal = gate(
      catalog,
      { platform, method, path, betas, apiVersion, model: route.model, body: params, query },
      entitled,
    );
    if (refusal) throw new Refused(refusal);
    const fields = isObject(value) ? value : {};
    const model = route.model ?? (typeof fields.model === 'string' ? fields.model : 'unknown');
    return {
      platform,
      catalog,
      ids,
      method,
      path,
      origin: url.origin,
      betas: betas ?? [],
      model,
      stream: route.stream ?? fields.stream === true,
      params,
      body,
    };
  }

  async function fetch(input: Request | URL | string, init?: RequestInit): Promise<Response> {
    const request = toRequest(input, init);
    const url = new URL(request.url);
    const body = await readBody(request);
    if (latencyMs > 0) await wait(latencyMs, request.signal);
    const response = await answer(request, url, body);
    const record: RecordedRequest = Object.freeze({
      method: request.method,
      path: url.pathname,
      betaHeader: request.headers.get('anthropic-beta') ?? undefined,
      betas: readBetas(platform, request.headers, readParams(platform, bodyValue(body))) ?? [],
      bodyKeys: bodyKeys(body),
      status: response.status,
    });
    requests.push(record);
    if (requests.length > KEPT) requests.shift();
    onRequest?.(record);
    return response;
  }

  return {
    fetch,
    requests,
    reset() {
      requests.length = 0;
      app.clear();
      ids.reset();
    },
  };
}

class Refused extends Error {
  readonly failure: NonNullable<ReturnType<typeof gate>>;

  constructor(failure: NonNullable<ReturnType<typeof gate>>) {
    super(failure.message);
    this.failure = failure;
  }
}

function toRequest(input: Request | URL | string, init?: RequestInit): Request {
  // A path alone will do: which host it is makes no difference here.
  const target =
    typeof input === 'string' && input.startsWith('/')
      ? new URL(input, 'https://api.anthropic.com')
      : input;
  // Streams as bodies need `duplex`, which not every caller of a fetch knows to say.
  return new Request(
    target,
    init?.body instanceof ReadableStream ? ({ duplex: 'half', ...init } as RequestInit) : init,
  );
}

/** Resolves after `ms`, or rejects as soon as the caller gives up. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, ms);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
