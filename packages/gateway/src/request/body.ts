/** Reads the body of a request that is planned. */
import { ParsedBody } from '@beta-headers/core/adapter';
import { GatewayError } from '../answers/error.ts';
import { describeJsonError } from './json-error.ts';

/** Bytes that `fetch` sends. `Uint8Array<ArrayBuffer>` is an error in TypeScript 5.6. */
export type Bytes = ReturnType<TextEncoder['encode']>;

/** A body, as it arrived and as the plan reads it. */
export interface PlannedBody {
  /** The bytes as received. They are sent if nothing changes. */
  readonly bytes: Bytes;
  /** The JSON; `undefined` if it is none. */
  readonly parsed: ParsedBody | undefined;
  /** Describes the first error in a body that is no JSON. */
  readonly problem: string;
}

/**
 * Reads a body, decodes it and parses it, each once.
 * @throws {GatewayError} if it is too large or ends too early
 */
export async function readPlannedBody(request: Request, maxBytes: number): Promise<PlannedBody> {
  const bytes = await readBytes(request, maxBytes);
  const text = new TextDecoder().decode(bytes);
  try {
    return { bytes, parsed: new ParsedBody(text), problem: '' };
  } catch {
    return { bytes, parsed: undefined, problem: describeJsonError(text) };
  }
}

/**
 * Reads the bytes of a body.
 * @throws {GatewayError} if it is too large or ends too early
 */
export async function readBytes(request: Request, maxBytes: number): Promise<Bytes> {
  const length = request.headers.get('content-length');
  if (Number(length) > maxBytes) throw createSizeError(maxBytes);
  try {
    // The server already checks the length of a body that declares one. Reading `body` first would
    // cost a quarter of the whole request on Node, where it makes a stream.
    if (length !== null) return limitSize(new Uint8Array(await request.arrayBuffer()), maxBytes);
    const { body } = request;
    return body ? await readLimited(request, body, maxBytes) : new Uint8Array();
  } catch (error) {
    if (error instanceof GatewayError) throw error;
    if (request.signal.aborted) throw new GatewayError('client_gone', 'the client is gone');
    throw new GatewayError('body_unreadable', 'the body ended before it was complete');
  }
}

function limitSize(bytes: Bytes, maxBytes: number): Bytes {
  if (bytes.byteLength > maxBytes) throw createSizeError(maxBytes);
  return bytes;
}

/**
 * The requests whose body is read. In Node the signal of a `Request` follows the caller's signal
 * only until the `Request` is garbage-collected.
 */
const reading = new Set<Request>();

async function readLimited(
  request: Request,
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Bytes> {
  const { signal } = request;
  const reader = body.getReader();
  // The cancellation ends the read in progress.
  const stop = (): void => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', stop);
  reading.add(request);
  try {
    const bytes = await readAll(reader, maxBytes);
    signal.throwIfAborted();
    return bytes;
  } catch (error) {
    stop();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    reading.delete(request);
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinParts(parts, size);
    size += value.byteLength;
    if (size > maxBytes) throw createSizeError(maxBytes);
    parts.push(value);
  }
}

function joinParts(parts: readonly Uint8Array[], size: number): Bytes {
  const all = new Uint8Array(size);
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.byteLength;
  }
  return all;
}

function createSizeError(maxBytes: number): GatewayError {
  const limit = maxBytes >= 2 ** 20 ? `${Math.floor(maxBytes / 2 ** 20)} MiB` : `${maxBytes} bytes`;
  return new GatewayError(
    'body_too_large',
    `the body is larger than ${limit}, the limit of this gateway; send less, or ` +
      'raise maxBodyBytes (in the file: limits.maxBodyBytes)',
  );
}
