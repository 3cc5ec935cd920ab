/** Failures on purpose: errors, broken streams, slow answers, lost connections. */
import { type FaultTarget, failStream, loseConnection, resetStream } from './broken-stream.ts';
import { makeFailureResponse, makeRateLimitHeaders } from './errors.ts';
import { checkOptionNames, suggest } from './names.ts';
import type { RequestInfo } from './request-info.ts';
import { wait } from './wait.ts';

/** A failure without a status: a lost connection, a stream that ends early, a slow answer. */
export type FaultKind = 'reset' | 'truncate-stream' | 'slow';

/** Options of `fault`. */
export interface FaultOptions {
  /** The number of requests that fail. Default: 1; `Infinity` for all. */
  readonly times?: number;
  /** The requests that fail; others pass and do not count. Default: all. */
  readonly when?: (request: RequestInfo) => boolean;
  /** Status: the seconds in the header `retry-after`. */
  readonly retryAfter?: number;
  /** Status: the message of the error. */
  readonly message?: string;
  /** Status: the `error.type`. Default: the API's for the status. */
  readonly type?: string;
  /** Status: more headers of the answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * The number of events of a stream that arrive before the failure. `reset` and a status fail
   * before the answer without it; `truncate-stream` ends after 3. An answer that is not streamed
   * is cut in the middle.
   */
  readonly after?: number;
  /** `slow`: milliseconds before each event, or before an answer that is not streamed. */
  readonly ms?: number;
}

/** A planned failure. Made by `fault`. */
export class Fault {
  readonly kind: FaultKind | number;
  readonly options: FaultOptions;

  /** @internal Use `fault`, which checks its arguments. */
  constructor(kind: FaultKind | number, options: FaultOptions) {
    this.kind = kind;
    this.options = options;
  }
}

const KINDS: readonly string[] = ['reset', 'truncate-stream', 'slow'];
const OPTIONS: readonly string[] = [
  'times',
  'when',
  'retryAfter',
  'message',
  'type',
  'headers',
  'after',
  'ms',
];

/**
 * Describes a failure, for the option `faults`, for `api.fault` and as an answer of `respond`.
 * @throws {TypeError} for a status or an option that cannot be
 * @example
 * ```ts
 * const faults = [fault(429, { retryAfter: 1, times: 2 }), fault('truncate-stream', { after: 4 })];
 * const api = createFakeApi({ faults });
 * ```
 */
export function fault(kind: FaultKind | number, options: FaultOptions = {}): Fault {
  const isStatus = Number.isInteger(kind) && Number(kind) >= 400 && Number(kind) <= 599;
  if (!isStatus && !KINDS.includes(String(kind)))
    throw new TypeError(
      `fault: "${kind}" is neither a status from 400 to 599 nor one of ${KINDS.join(', ')}` +
        suggest(String(kind), KINDS),
    );
  checkOptionNames('fault', options, OPTIONS);
  for (const name of ['times', 'retryAfter', 'after', 'ms'] as const) {
    const value = options[name];
    if (value !== undefined && !(typeof value === 'number' && value >= 0))
      throw new TypeError(`fault: ${name} is ${String(value)}; write a number, 0 or more`);
  }
  if (kind === 'slow' && !(Number(options.ms) > 0))
    throw new TypeError('fault: slow needs `ms`, the milliseconds before each event');
  return new Fault(kind, options);
}

/** The faults that wait for their requests. */
export interface FaultQueue {
  add(fault: Fault): void;
  /** Removes and returns the first fault that matches the request. */
  take(request: RequestInfo): Fault | undefined;
  /** Restores the faults of the options. */
  reset(): void;
}

/** Makes a queue that begins with some faults. */
export function createFaultQueue(initial: readonly Fault[]): FaultQueue {
  interface Entry {
    readonly fault: Fault;
    left: number;
  }
  const toEntry = (one: Fault): Entry => ({ fault: one, left: one.options.times ?? 1 });
  let entries = initial.map(toEntry);
  return {
    add: (one) => void entries.push(toEntry(one)),
    take(request) {
      const entry = entries.find(
        ({ fault: { options }, left }) => left > 0 && (options.when?.(request) ?? true),
      );
      if (!entry) return undefined;
      entry.left--;
      if (entry.left <= 0) entries = entries.filter((other) => other !== entry);
      return entry.fault;
    },
    reset() {
      entries = initial.map(toEntry);
    },
  };
}

/** Answers a request with a failure. `answer` makes the answer without the failure. */
export async function applyFault(
  { kind, options }: Fault,
  target: FaultTarget,
  answer: () => Promise<Response>,
): Promise<Response> {
  const { after, ms = 0 } = options;
  if (kind === 'slow') return slowDown(await answer(), ms, target.signal);
  if (kind === 'reset')
    return after === undefined
      ? loseConnection(target)
      : resetStream(await answer(), after, target);
  if (kind === 'truncate-stream') return failStream(await answer(), after ?? 3, 'end', target);
  const status = Number(kind);
  const { message = 'This failure was requested by a fault of the test.', type } = options;
  const failure = { status, message, ...(type !== undefined && { type }) };
  if (after !== undefined) {
    const response = await answer();
    if (isEventStream(response)) return failStream(response, after, failure, target);
  }
  const headers = {
    ...makeRateLimitHeaders(target.platform, status, options.retryAfter),
    ...options.headers,
  };
  return makeFailureResponse(target.platform, target.requestId, { ...failure, headers });
}

/** Tests if a response is a stream of events. */
export const isEventStream = ({ headers }: Response): boolean =>
  /event-?stream/.test(headers.get('content-type') ?? '');

async function slowDown(response: Response, ms: number, signal: AbortSignal): Promise<Response> {
  if (!isEventStream(response) || !response.body) {
    await wait(ms, signal);
    return response;
  }
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await wait(ms, signal);
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, response);
}
