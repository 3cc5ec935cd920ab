/** Puts the parts together: read, record, gate, answer. */
import type { Catalog, Platform } from '@beta-headers/manifest';
import { catalog as manifest } from '@beta-headers/manifest/data';
import { createApp } from './app.ts';
import { type Body, bodyKeys, bodyValue, readBody } from './body.ts';
import { type Call, HttpError } from './call.ts';
import { failureResponse, requestIdHeader } from './errors.ts';
import { gate, type Judgement, type Reason, type Refusal } from './gate/index.ts';
import { readParts } from './gate/read.ts';
import { isObject } from './gate/walk.ts';
import { createIds } from './ids.ts';
import { readServed, type Served } from './wire.ts';

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
  /** Values that the platform rejects, whatever the manifest says of them. */
  readonly rejects?: readonly string[];
  /** The day by which claims end and models are gone, `2026-11-30`. Default: today. */
  readonly today?: string;
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

/** The header of an answer to a request of which nobody knows what the platform does with it: the reasons. */
export const UNVERIFIED = 'x-fake-api-unverified';

/** The platforms that there are to stand in for. */
export function platforms(catalog: Catalog = manifest): Platform[] {
  return catalog.platforms.map(({ id }) => id);
}

/** Makes a stand-in Claude API with a memory of its own. Throws on a platform or a latency that cannot be. */
export function createFakeApi(options: FakeApiOptions = {}): FakeApi {
  const { platform = 'claude-api', catalog = manifest, latencyMs = 0, onRequest } = options;
  if (!platforms(catalog).includes(platform))
    throw new TypeError(
      `createFakeApi: there is no platform "${platform}"; use one of ${platforms(catalog).join(', ')}`,
    );
  if (options.today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(options.today))
    throw new TypeError(`createFakeApi: today is "${options.today}"; write it as 2026-11-30`);
  if (!(latencyMs >= 0 && latencyMs < 2 ** 31))
    throw new TypeError(`createFakeApi: latencyMs is ${latencyMs}; write milliseconds, 0 or more`);
  const entitled = (beta: string): boolean =>
    (options.entitled?.(beta) ?? true) && !options.notEnrolled?.includes(beta);
  const app = createApp();
  const ids = createIds(platform);
  const requests: RecordedRequest[] = [];

  async function answer(
    request: Request,
    url: URL,
    body: Body,
    served: Served | undefined,
  ): Promise<Response> {
    const requestId = ids.next('req');
    const by = served?.platform ?? platform;
    try {
      const { call, doubts } = admit(request, url, body, served);
      const response = await app.answer(call, url);
      for (const [name, value] of Object.entries(requestIdHeader(by, requestId)))
        response.headers.set(name, value);
      if (doubts.length > 0) response.headers.set(UNVERIFIED, shortList(doubts));
      return response;
    } catch (error) {
      if (error instanceof Refused) return failureResponse(by, requestId, error.refusal);
      if (error instanceof HttpError)
        return failureResponse(by, requestId, { status: error.status, message: error.message });
      throw error;
    }
  }

  /** The call behind a request, and what nobody knows about it. Throws the reason to refuse it. */
  function admit(
    request: Request,
    url: URL,
    body: Body,
    served: Served | undefined,
  ): { readonly call: Call; readonly doubts: readonly Reason[] } {
    const { headers, method } = request;
    const isLogin = served?.path === '/v1/oauth/token';
    if (!isLogin && !['x-api-key', 'api-key', 'authorization'].some((name) => headers.get(name)))
      throw new HttpError(401, 'x-api-key header is required');
    if (body.kind === 'broken') throw new HttpError(400, body.message);
    if (!served) throw new HttpError(404, `Not found: ${method} ${url.pathname}`);
    const path = served.path.replace(/(?<=.)\/+$/, '');
    const value = bodyValue(body);
    if (isMessages(method, path) && !isObject(value))
      throw new HttpError(400, 'The request body must be a JSON object.');
    const { body: params, betas = [], ...parts } = readParts(served, headers, value);
    const hasBetas = headers.has('anthropic-beta') || betas.length > 0;
    const judgement: Judgement = gate(
      {
        ...parts,
        platform: served.platform,
        method,
        path,
        betas: hasBetas ? betas : undefined,
        model: served.model,
        body: params,
        query: Object.fromEntries(url.searchParams),
      },
      { catalog, entitled, rejects: options.rejects, today: options.today ?? readDay() },
    );
    if (judgement.refusal) throw new Refused(judgement.refusal);
    const fields = isObject(value) ? value : {};
    const call: Call = {
      platform: served.platform,
      form: served.form,
      catalog,
      ids,
      method,
      path,
      origin: url.origin,
      betas,
      model: served.model ?? (typeof fields.model === 'string' ? fields.model : 'unknown'),
      stream: served.stream ?? fields.stream === true,
      params,
      body,
    };
    return { call, doubts: judgement.reasons };
  }

  async function fetch(input: Request | URL | string, init?: RequestInit): Promise<Response> {
    const request = toRequest(input, init);
    const url = new URL(request.url);
    const body = await readBody(request);
    if (latencyMs > 0) await wait(latencyMs, request.signal);
    const served = readServed(catalog, platform, request.method, url.pathname);
    const response = await answer(request, url, body, served);
    const record: RecordedRequest = Object.freeze({
      method: request.method,
      path: url.pathname,
      betaHeader: request.headers.get('anthropic-beta') ?? undefined,
      betas: served ? (readParts(served, request.headers, bodyValue(body)).betas ?? []) : [],
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
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

const isMessages = (method: string, path: string): boolean =>
  method === 'POST' && /^\/v1\/messages(?:\/count_tokens|\/batches)?$/.test(path);

const readDay = (): string => new Date().toISOString().slice(0, 10);

/** As many reasons are in the header. */
const SHOWN = 10;

/** Reasons as one header value; a name from the body may hold what no header can. */
function shortList(reasons: readonly Reason[]): string {
  const texts = reasons.map(({ code, subject }) => {
    const name = subject.replace(/[^\w./@:+ -]/g, '?').slice(0, 100);
    return name === '' ? code : `${code} ${name}`;
  });
  const more = texts.length > SHOWN ? [`and ${texts.length - SHOWN} more`] : [];
  return [...texts.slice(0, SHOWN), ...more].join(', ');
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
