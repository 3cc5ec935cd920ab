/** Converts a request of node:http to a `Request`, and writes a `Response` to its answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isHopByHop } from '../request/headers.ts';

/** The origin of every `Request`. A client's `Host` must not choose where anything is sent. */
const ORIGIN = 'http://gateway.invalid';

/** The size of the queue between the client and the gateway, in bytes. */
const QUEUE_BYTES = 65_536;

/** Converts a checked request. `onRead` is called when the body is read for the first time. */
export function toRequest(
  incoming: IncomingMessage,
  signal: AbortSignal,
  onRead?: () => void,
): Request {
  const { method = 'GET', url = '/', rawHeaders } = incoming;
  const headers = new Headers();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    headers.append(rawHeaders[i] as string, rawHeaders[i + 1] as string);
  const init: RequestInit = { method, headers, signal };
  if (method !== 'GET' && method !== 'HEAD') {
    // The types of the DOM have no `duplex`, which a stream needs.
    Object.assign(init, { body: openBody(incoming, onRead), duplex: 'half' });
  }
  return new Request(ORIGIN + url, init);
}

function openBody(incoming: IncomingMessage, onRead?: () => void): ReadableStream<Uint8Array> {
  let isOpen = true;
  let isFirst = true;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const fail = (error: Error): void => {
          if (isOpen) controller.error(error);
          isOpen = false;
        };
        incoming.on('data', (chunk: Buffer) => {
          if (!isOpen) return;
          controller.enqueue(chunk);
          if ((controller.desiredSize ?? 0) <= 0) incoming.pause();
        });
        incoming.on('end', () => {
          if (isOpen) controller.close();
          isOpen = false;
        });
        incoming.on('error', fail);
        incoming.on('close', () => fail(new Error('The client closed the connection.')));
        incoming.pause();
      },
      pull() {
        if (isFirst) onRead?.();
        isFirst = false;
        incoming.resume();
      },
      cancel() {
        isOpen = false;
        incoming.pause();
      },
    },
    // Without a queue, nothing is read before the gateway reads. `onRead` depends on it.
    { highWaterMark: onRead ? 0 : QUEUE_BYTES, size: ({ byteLength }) => byteLength },
  );
}

/** Options of {@link writeResponse}. */
export interface WriteOptions {
  /** The longest time that the client may take no data, in milliseconds. */
  readonly writeTimeoutMs: number;
  /** Closes the connection after the response. */
  readonly close: boolean;
  /** Is called with the first byte of the body, or with the headers if there is none. */
  readonly onFirstByte?: () => void;
}

/** Writes a response as it is received, with backpressure. Destroys the connection on an error. */
export async function writeResponse(
  response: Response,
  outgoing: ServerResponse,
  options: WriteOptions,
): Promise<void> {
  outgoing.writeHead(response.status, listHeaders(response.headers, options.close));
  const { body } = response;
  if (body === null || outgoing.req.method === 'HEAD') {
    options.onFirstByte?.();
    outgoing.end();
    await body?.cancel();
    return;
  }
  const reader = body.getReader();
  // Cancels the upstream also if it is silent.
  const cancel = (): void => void reader.cancel().catch(() => {});
  outgoing.once('close', cancel);
  try {
    await copy(reader, outgoing, options);
  } catch {
    // The client must see that the response is not complete.
    outgoing.destroy();
  } finally {
    outgoing.off('close', cancel);
  }
}

async function copy(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  outgoing: ServerResponse,
  { writeTimeoutMs, onFirstByte }: WriteOptions,
): Promise<void> {
  let read = reader.read();
  // Sends the headers together with the first data, but does not wait for it.
  const flush = setImmediate(() => outgoing.flushHeaders());
  let isFirst = true;
  for (;;) {
    const { done, value } = await read;
    if (isFirst) {
      clearImmediate(flush);
      onFirstByte?.();
      isFirst = false;
    }
    if (done) break;
    if (!outgoing.write(value)) await waitForDrain(outgoing, writeTimeoutMs);
    if (outgoing.destroyed) return;
    read = reader.read();
  }
  outgoing.end();
}

function waitForDrain(outgoing: ServerResponse, ms: number): Promise<void> {
  if (outgoing.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = (): void => {
      clearTimeout(timer);
      outgoing.off('drain', stop).off('close', stop);
      resolve();
    };
    const timer = setTimeout(() => outgoing.destroy(), ms);
    outgoing.on('drain', stop).on('close', stop);
  });
}

function listHeaders(headers: Headers, close: boolean): string[] {
  const list: string[] = [];
  for (const [name, value] of headers) if (!isHopByHop(name)) list.push(name, value);
  if (close) list.push('connection', 'close');
  return list;
}
