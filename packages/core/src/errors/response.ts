/** Reads a copy of a response's body, so that the caller can still read the body. */

/** The number of bytes that are read. An error that explains itself is shorter. */
const MAX_BYTES = 256_000;
/** The time after which a stalled body is no longer read. The part that was received counts. */
const READ_TIMEOUT_MS = 3000;

/** Tests if a value is a `Response`, from this runtime's `fetch` or another implementation. */
export function isResponse(value: unknown): value is Response {
  const response = value as Partial<Response> | null | undefined;
  try {
    return (
      typeof response === 'object' &&
      typeof response?.clone === 'function' &&
      typeof response.text === 'function' &&
      typeof response.status === 'number'
    );
  } catch {
    // A getter or a proxy that throws.
    return false;
  }
}

/**
 * Reads the beginning of the body from a copy; empty if the body cannot be read any more. Never
 * rejects and never hangs.
 */
export async function readTextOfCopy(
  response: Response,
  maxMs: number = READ_TIMEOUT_MS,
): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let text = '';
  try {
    const copy = response.clone();
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), Math.min(maxMs, READ_TIMEOUT_MS));
    });
    const reader = copy.body?.getReader?.();
    if (!reader) return (await Promise.race([copy.text(), late])) ?? '';
    const decoder = new TextDecoder();
    for (let size = 0; size < MAX_BYTES; ) {
      const part = await Promise.race([reader.read(), late]);
      if (!part) break;
      if (part.done) return text + decoder.decode();
      size += part.value.length;
      text += decoder.decode(part.value, { stream: true });
    }
    void reader.cancel().catch(() => {});
    return text;
  } catch {
    return text;
  } finally {
    clearTimeout(timer);
  }
}
