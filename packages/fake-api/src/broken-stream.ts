/** Breaks responses while they are sent. */
import type { CatalogPlatform } from '@beta-headers/manifest';
import { encodeEvent, encodeFrame } from './answers/stream.ts';
import { type Failure, getAwsErrorType, makeErrorBody } from './errors.ts';

/** The request that a failure is for. */
export interface FaultTarget {
  readonly platform: CatalogPlatform;
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** Cuts the connection, if there is one. */
  readonly disconnect?: (() => void) | undefined;
}

/** The time that a server gets to write buffered events, in milliseconds. */
const FLUSH_MS = 20;

/** The end of a stream: silent, a lost connection, or an event with an error. */
type Ending = 'end' | 'reset' | Failure;

/** Cuts the connection before the answer. Returns the error that `fetch` would throw. */
export function loseConnection({ disconnect }: FaultTarget): Response {
  disconnect?.();
  throw makeConnectionError('fetch failed');
}

/** Returns a response whose connection is lost after some events. */
export const resetStream = (response: Response, after: number, target: FaultTarget): Response =>
  failStream(response, after, 'reset', target);

/**
 * Returns a response that ends in this way after some events, or in the middle if it is not a
 * stream.
 */
export function failStream(
  response: Response,
  after: number,
  ending: Ending,
  target: FaultTarget,
): Response {
  if (!response.body) return response;
  const isStream = /event-?stream/.test(response.headers.get('content-type') ?? '');
  const reader = response.body.getReader();
  let events = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (events >= (isStream ? after : 1)) {
          await reader.cancel();
          return finish(controller, ending, response, target);
        }
        const { done, value } = await reader.read();
        if (done) return finish(controller, ending, response, target);
        events++;
        controller.enqueue(isStream ? value : value.subarray(0, Math.floor(value.length / 2)));
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(body, { status: response.status, headers });
}

function finish(
  controller: ReadableStreamDefaultController<Uint8Array>,
  ending: Ending,
  response: Response,
  { disconnect, platform, requestId }: FaultTarget,
): void {
  if (ending === 'reset') {
    // The server still has to write the events that came before.
    if (disconnect) setTimeout(disconnect, FLUSH_MS);
    else controller.error(makeConnectionError('terminated'));
    return;
  }
  if (ending !== 'end') {
    const isAws = response.headers.get('content-type')?.includes('amazon');
    controller.enqueue(
      isAws
        ? encodeFrame(
            { ':exception-type': getAwsExceptionName(ending.status), ':message-type': 'exception' },
            { message: ending.message },
          )
        : encodeEvent({ type: 'error', ...makeErrorBody(platform, requestId, ending) }),
    );
  }
  controller.close();
}

/** Event streams name exceptions as the shapes of the AWS model do, in camelCase. */
const getAwsExceptionName = (status: number): string =>
  getAwsErrorType(status).replace(/^./, (letter) => letter.toLowerCase());

/** The error of undici, with the code of the socket as its cause. */
function makeConnectionError(message: string): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  return new TypeError(message, { cause });
}
