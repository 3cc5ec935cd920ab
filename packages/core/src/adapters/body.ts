/** Bodies as they reach an adapter. */

/**
 * Larger bodies are sent without being read, and only their header is planned. It is the size of
 * the largest JSON request that the API takes, a batch.
 */
export const MAX_BODY_BYTES: number = 256 * 1024 * 1024;

/** The reason for which a body cannot be planned. */
export type BodyProblem = 'stream' | 'size';

/** A body for `plan()`. */
export interface OutgoingBody {
  readonly value: unknown;
  /** It can be sent only once. */
  readonly isStream: boolean;
  readonly problem?: BodyProblem;
}

/** A value that a plan takes for a body that it cannot read. */
const unreadable = (): void => undefined;

/**
 * Reads a body for `plan()`: text, bytes and Blobs of JSON. A stream is left alone, because what is
 * read of it cannot be sent any more; so is anything larger than {@link MAX_BODY_BYTES}.
 */
export async function readOutgoingBody(body: unknown): Promise<OutgoingBody> {
  if (isStream(body)) return { value: body, isStream: true, problem: 'stream' };
  if (sizeOf(body) > MAX_BODY_BYTES) return { value: unreadable, isStream: false, problem: 'size' };
  return { value: isBlob(body) && isText(body.type) ? await body.text() : body, isStream: false };
}

/**
 * Reads a `Request` through a copy, so that the request itself stays whole. Returns `undefined` for
 * a body that is no text, is used already, or is larger than {@link MAX_BODY_BYTES}.
 */
export async function readRequestBody(request: Request): Promise<Uint8Array | undefined> {
  if (!request.body || request.bodyUsed) return undefined;
  if (!isText(request.headers.get('content-type') ?? '')) return undefined;
  if (Number(request.headers.get('content-length')) > MAX_BODY_BYTES) return undefined;
  return readBytes(request.clone().body as ReadableStream<Uint8Array>);
}

async function readBytes(stream: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concat(parts, size);
    size += value.byteLength;
    if (size > MAX_BODY_BYTES) {
      // The copy ends when the original does too, so nobody waits for it.
      void reader.cancel().catch(() => {});
      return undefined;
    }
    parts.push(value);
  }
}

function concat(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.byteLength;
  }
  return all;
}

/** Tests if a media type may be JSON: clients often send JSON as text, or without a type. */
const isText = (type: string): boolean => /^\s*(?:$|text\/|application\/[^;]*json)/i.test(type);

/** Tests if a value is a `Blob`. */
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
