/** Reads what a response says, and leaves its body to whoever gets it. */

/** An error that explains itself does it in less. */
const MAX_BYTES = 256_000;
/** A body that stalls is read no longer; what has come until then counts. */
const PATIENCE_MS = 3000;

/** Whether a value is a `Response`, of this runtime's `fetch` or of another's. */
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

/** The beginning of the body, read from a copy; empty where it cannot be read any more. Never rejects, and never hangs. */
export async function textOfCopy(response: Response, maxMs: number = PATIENCE_MS): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let text = '';
  try {
    const copy = response.clone();
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), Math.min(maxMs, PATIENCE_MS));
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
