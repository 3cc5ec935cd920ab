/** Streams that ping their reader while their source is silent. */

/** The source of a stream. */
export interface StreamSource {
  /** Converts bytes of the upstream to bytes for the client; may be empty. */
  convert(bytes: Uint8Array): Uint8Array;
  /** Returns the last bytes: the source ended, or failed with this error. */
  end(error?: unknown): Uint8Array;
  /** True if the stream ends now, although the upstream has not ended it. */
  readonly isDone: boolean;
  /** True if a ping may be sent now. */
  readonly canPing: boolean;
}

/** The default of `pingMs`: clients show a warning after about 20 seconds. */
const PING_MS = 15_000;
const LATE = Symbol('late');

/**
 * Converts a stream piece by piece. Reads only if the client reads, holds one piece, and cancels
 * the upstream when the client leaves. Sends `ping` after each `pingMs` without a byte.
 */
export function convertStream(
  upstream: ReadableStream<Uint8Array>,
  source: StreamSource,
  ping: Uint8Array,
  pingMs: number = PING_MS,
): ReadableStream<Uint8Array> {
  const reader = upstream.getReader();
  let reading: Promise<Uint8Array> | undefined;
  const readPiece = async (): Promise<Uint8Array> => {
    try {
      const { done, value } = await reader.read();
      return done ? source.end() : source.convert(value);
    } catch (error) {
      return source.end(error);
    }
  };
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    for (;;) {
      reading ??= readPiece();
      const piece = await waitAtMost(reading, pingMs);
      if (piece === LATE) {
        if (!source.canPing) continue;
        controller.enqueue(ping);
        return;
      }
      reading = undefined;
      if (piece.length > 0) controller.enqueue(piece);
      if (source.isDone) {
        controller.close();
        await reader.cancel().catch(() => {});
        return;
      }
      if (piece.length > 0) return;
    }
  };
  return new ReadableStream<Uint8Array>(
    { pull, cancel: (reason) => reader.cancel(reason) },
    { highWaterMark: 0 },
  );
}

async function waitAtMost<T>(promise: Promise<T>, ms: number): Promise<T | typeof LATE> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
