/** Writes a `Response` to an answer of node:http. */
import type { ServerResponse } from 'node:http';
import { isHopByHop } from '../request/headers.ts';

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
    if (!outgoing.write(value)) await waitForClient(outgoing, 'drain', writeTimeoutMs);
    if (outgoing.destroyed) return;
    read = reader.read();
  }
  outgoing.end();
  // A small rest fits into the queue, and waits for the client as well.
  if (outgoing.socket && outgoing.writableLength > 0)
    await waitForClient(outgoing, 'finish', writeTimeoutMs);
}

/** Waits until the client takes the queued data, and ends its connection if it does not. */
function waitForClient(
  outgoing: ServerResponse,
  event: 'drain' | 'finish',
  ms: number,
): Promise<void> {
  if (outgoing.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = (): void => {
      clearTimeout(timer);
      outgoing.off(event, stop).off('close', stop);
      resolve();
    };
    const timer = setTimeout(() => outgoing.destroy(), ms);
    outgoing.on(event, stop).on('close', stop);
  });
}

function listHeaders(headers: Headers, close: boolean): string[] {
  const list: string[] = [];
  for (const [name, value] of headers) if (!isHopByHop(name)) list.push(name, value);
  if (close) list.push('connection', 'close');
  return list;
}
