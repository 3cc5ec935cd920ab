/** A test double of the Claude API: options, memory, records. */
import { createApp } from './app.ts';
import { readBody } from './body.ts';
import {
  createFaultQueue,
  type FaultKind,
  type FaultOptions,
  fault,
  isEventStream,
} from './faults.ts';
import { type Backend, handle, readArrived, readInfo } from './handle.ts';
import { createIds } from './ids.ts';
import type { Listening, ListenOptions } from './listen.ts';
import { type FakeApiOptions, readOptions } from './options.ts';
import { type RecordedRequest, recordRequest } from './record.ts';
import { abortBody, wait } from './wait.ts';

/** A test double of the Claude API in this process. */
export interface FakeApi {
  /** Answers a request. Has the arguments of the global `fetch`, and needs no `this`. */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /** The last thousand requests, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /**
   * Appends a planned failure: `api.fault(429, { retryAfter: 1 })`.
   * @throws {TypeError} for a status or an option that cannot be
   */
  fault(kind: FaultKind | number, options?: FaultOptions): void;
  /**
   * Listens on a port of this machine, for clients that take no `fetch`. Needs Node, Bun or Deno.
   */
  listen(options?: ListenOptions): Promise<Listening>;
  /**
   * Forgets requests, files and batches, counts ids from one again, and plans the failures of the
   * options again.
   */
  reset(): void;
}

const KEPT = 1000;

/**
 * Makes a test double of the Claude API with a memory of its own.
 * @throws {TypeError} for an option that cannot be
 */
export function createFakeApi(options: FakeApiOptions = {}): FakeApi {
  const settings = readOptions(options);
  const { catalog, platform, latencyMs, onRequest } = settings;
  const backend = createBackend(settings);
  const faults = createFaultQueue(settings.faults);
  const requests: RecordedRequest[] = [];
  const known = new Set([...catalog.betas.map(({ id }) => id), ...settings.rejects]);
  const isKnown = (value: string): boolean => known.has(value);

  const serve = async (request: Request, disconnect?: () => void): Promise<Response> => {
    const url = new URL(request.url);
    if (isProbe(request, url)) return answerProbe(url, platform.id);
    const body = await readBody(request);
    if (latencyMs > 0) await wait(latencyMs, request.signal);
    const arrived = readArrived(backend, request, body);
    const info = readInfo(backend, arrived);
    const planned = faults.take(info);
    let status = 0;
    try {
      const response = await handle(backend, arrived, planned, disconnect);
      status = response.status;
      return isEventStream(response) ? abortBody(response, request) : response;
    } finally {
      const facts = { request, path: url.pathname, betas: info.betas, body, status };
      const about = { ...facts, fault: planned && String(planned.kind) };
      const record = recordRequest(about, isKnown, settings.record === 'body');
      requests.push(record);
      if (requests.length > KEPT) requests.shift();
      onRequest?.(record);
    }
  };

  return {
    fetch: async (input, init) => serve(toRequest(input, init)),
    requests,
    fault: (kind, faultOptions) => faults.add(fault(kind, faultOptions)),
    async listen(listenOptions) {
      const { listen } = await import('./listen.ts');
      return await listen(serve, listenOptions);
    },
    reset() {
      requests.length = 0;
      faults.reset();
      backend.app.clear();
      backend.ids.reset();
    },
  };
}

function createBackend(settings: ReturnType<typeof readOptions>): Backend {
  const { platform, catalog, entitled, rejects, respond, today } = settings;
  return {
    platform: platform.id,
    catalog,
    app: createApp(),
    ids: createIds(platform),
    respond,
    gateOptions: () => ({ catalog, entitled, rejects, today: today ?? readDay() }),
  };
}

const readDay = (): string => new Date().toISOString().slice(0, 10);

/**
 * Requests that are not for the API: `data:` addresses, with which the SDK looks for the `Response`
 * of a fetch, and health checks. They need no key and are not recorded.
 */
const isProbe = ({ method }: Request, { protocol, pathname }: URL): boolean =>
  protocol === 'data:' ||
  ((method === 'GET' || method === 'HEAD') && (pathname === '/' || pathname === '/health'));

const answerProbe = ({ protocol }: URL, platform: string): Response =>
  protocol === 'data:' ? new Response('') : Response.json({ status: 'ok', platform });

function toRequest(input: Request | URL | string, init?: RequestInit): Request {
  // A path alone is enough: the host makes no difference here.
  const target =
    typeof input === 'string' && input.startsWith('/')
      ? new URL(input, 'https://api.anthropic.com')
      : input;
  // A body that is a stream requires `duplex`, which callers often omit.
  return new Request(
    target,
    init?.body instanceof ReadableStream ? ({ duplex: 'half', ...init } as RequestInit) : init,
  );
}
