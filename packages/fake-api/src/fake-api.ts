/** A stand-in Claude API in a process: options, memory, records. */
import type { Catalog, Platform } from '@beta-headers/manifest';
import { catalog as manifest } from '@beta-headers/manifest/data';
import { createApp } from './app.ts';
import { bodyKeys, bodyValue, readBody } from './body.ts';
import { readParts } from './gate/read.ts';
import { type Arrived, type Backend, handle, readArrived } from './handle.ts';
import { createIds } from './ids.ts';

/** Options of `createFakeApi`; all of them have a default. */
export interface FakeApiOptions {
  /** The platform to stand in for. Default: `claude-api`. */
  readonly platform?: Platform;
  /** The manifest to gate by. Default: the published one. */
  readonly catalog?: Catalog;
  /** Which betas the organization may use. Default: all. */
  readonly entitled?: (beta: string) => boolean;
  /**
   * Betas that the organization is not enrolled in, where a list says it better than `entitled`.
   */
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
  /**
   * The betas as the platform reads them: from the header, or from `anthropic_beta` in a Bedrock
   * body.
   */
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
export function platforms(catalog: Catalog = manifest): Platform[] {
  return catalog.platforms.map(({ id }) => id);
}

/** Makes a stand-in Claude API with a memory of its own. Throws on an option that cannot be. */
export function createFakeApi(options: FakeApiOptions = {}): FakeApi {
  const backend = createBackend(options);
  const { latencyMs = 0, onRequest } = options;
  const requests: RecordedRequest[] = [];
  return {
    async fetch(input, init) {
      const request = toRequest(input, init);
      const body = await readBody(request);
      if (latencyMs > 0) await wait(latencyMs, request.signal);
      const arrived = readArrived(backend, request, body);
      const response = await handle(backend, arrived);
      const record = recordOf(arrived, response.status);
      requests.push(record);
      if (requests.length > KEPT) requests.shift();
      onRequest?.(record);
      return response;
    },
    requests,
    reset() {
      requests.length = 0;
      backend.app.clear();
      backend.ids.reset();
    },
  };
}

function createBackend(options: FakeApiOptions): Backend {
  const { platform = 'claude-api', catalog = manifest, latencyMs = 0, today } = options;
  const entry = catalog.platforms.find(({ id }) => id === platform);
  if (!entry)
    throw new TypeError(
      `createFakeApi: there is no platform "${platform}"; use one of ${platforms(catalog).join(', ')}`,
    );
  if (!(latencyMs >= 0 && latencyMs < 2 ** 31))
    throw new TypeError(`createFakeApi: latencyMs is ${latencyMs}; write milliseconds, 0 or more`);
  if (today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(today))
    throw new TypeError(`createFakeApi: today is "${today}"; write it as 2026-11-30`);
  const entitled = (beta: string): boolean =>
    (options.entitled?.(beta) ?? true) && !options.notEnrolled?.includes(beta);
  const { rejects } = options;
  return {
    platform,
    catalog,
    app: createApp(),
    ids: createIds(entry),
    gateOptions: () => ({ catalog, entitled, rejects, today: today ?? readDay() }),
  };
}

const readDay = (): string => new Date().toISOString().slice(0, 10);

function recordOf({ request, url, body, served }: Arrived, status: number): RecordedRequest {
  const betas = served && readParts(served, request.headers, bodyValue(body)).betas;
  return Object.freeze({
    method: request.method,
    path: url.pathname,
    betaHeader: request.headers.get('anthropic-beta') ?? undefined,
    betas: betas ?? [],
    bodyKeys: bodyKeys(body),
    status,
  });
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
