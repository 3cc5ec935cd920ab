/** Reads the body of a request to its end, within a limit and until an abort. */

/** Bytes that `fetch` sends. `Uint8Array<ArrayBuffer>` is an error in TypeScript 5.6. */
export type Bytes = ReturnType<TextEncoder['encode']>;

/** The limits of `readBody`. */
export interface ReadLimits {
  /** The request that the body belongs to, although it may be that of a copy. */
  readonly request: Request;
  /** Ends the read. */
  readonly signal?: AbortSignal | null | undefined;
  /** A larger body is not read to its end. */
  readonly maxBytes: number;
}

/**
 * The requests whose body is read. In Node the signal of a `Request` follows the caller's signal
 * only until the `Request` is garbage-collected.
 */
const reading = new Set<Request>();

/**
 * Reads a body. Returns `undefined` if it is larger than `maxBytes`. Rejects with the reason of
 * the signal on an abort, even if the body never ends.
 */
export async function readBody(
  body: ReadableStream<Uint8Array>,
  { request, signal, maxBytes }: ReadLimits,
): Promise<Bytes | undefined> {
  signal?.throwIfAborted();
  const reader = body.getReader();
  // The cancellation ends the read in progress.
  const stop = (): void => void reader.cancel(signal?.reason).catch(() => {});
  signal?.addEventListener('abort', stop);
  reading.add(request);
  try {
    const bytes = await readAll(reader, maxBytes);
    signal?.throwIfAborted();
    return bytes;
  } finally {
    signal?.removeEventListener('abort', stop);
    reading.delete(request);
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<Bytes | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinParts(parts, size);
    size += value.byteLength;
    if (size > maxBytes) {
      // Not awaited: a copy is cancelled only when the original is cancelled too.
      void reader.cancel().catch(() => {});
      return undefined;
    }
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
