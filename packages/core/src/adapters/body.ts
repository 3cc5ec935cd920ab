/** Reads the bodies of requests for plans. */
import { readBody } from './read-body.ts';

/**
 * A larger body is sent without being read, and only its header is planned. The limit is the size
 * of the largest JSON request that the API accepts, a batch.
 */
export const MAX_BODY_BYTES: number = 256 * 1024 * 1024;

/** The reason why a body cannot be planned. */
export type BodyProblem = 'stream' | 'size';

/** A body for `plan()`. */
export interface OutgoingBody {
  readonly value: unknown;
  /** True for a body that can be sent only once. */
  readonly isStream: boolean;
  readonly problem?: BodyProblem;
}

/** Replaces a body that is too large. A plan treats a function as an unreadable body. */
const unreadable = (): void => undefined;

/**
 * Reads a body for `plan()`: text, bytes and Blobs of JSON. A stream is not read, because it could
 * not be sent afterwards. Neither is a body larger than {@link MAX_BODY_BYTES}.
 */
export async function readOutgoingBody(body: unknown): Promise<OutgoingBody> {
  if (isStream(body)) return { value: body, isStream: true, problem: 'stream' };
  if (sizeOf(body) > MAX_BODY_BYTES) return { value: unreadable, isStream: false, problem: 'size' };
  return { value: isBlob(body) && isText(body.type) ? await body.text() : body, isStream: false };
}

/**
 * Reads a copy of a `Request`, so that the request itself stays unused. Returns `undefined` for a
 * body that is not text, is already used, or is larger than {@link MAX_BODY_BYTES}. Rejects at once
 * on an abort, even if the body never ends.
 */
export async function readRequestBody(
  request: Request,
  signal: AbortSignal | null | undefined = request.signal,
): Promise<Uint8Array | undefined> {
  if (!request.body || request.bodyUsed) return undefined;
  if (!isText(request.headers.get('content-type') ?? '')) return undefined;
  if (Number(request.headers.get('content-length')) > MAX_BODY_BYTES) return undefined;
  signal?.throwIfAborted();
  const copy = request.clone().body as ReadableStream<Uint8Array>;
  return await readBody(copy, { request, signal, maxBytes: MAX_BODY_BYTES });
}

/** Tests if a media type may be JSON: clients often send JSON as text, or without a type. */
const isText = (type: string): boolean => /^\s*(?:$|text\/|application\/[^;]*json)/i.test(type);

function isBlob(value: unknown): value is Blob {
  return typeof Blob !== 'undefined' && value instanceof Blob;
}

function isStream(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    ('getReader' in body || Symbol.asyncIterator in body)
  );
}

function sizeOf(body: unknown): number {
  if (typeof body === 'string') return body.length;
  if (isBlob(body)) return body.size;
  return ArrayBuffer.isView(body) || body instanceof ArrayBuffer ? body.byteLength : 0;
}
