/** Reads what a response says, and leaves its body to whoever gets it. */

/** An error that explains itself does it in less. */
const MAX_BYTES = 256_000;

/** Whether a value is a `Response`, of this runtime's `fetch` or of another's. */
export function isResponse(value: unknown): value is Response {
  const response = value as Partial<Response> | null | undefined;
  return typeof response === 'object' && typeof response?.clone === 'function' && typeof response.text === 'function' && typeof response.status === 'number';
}

/** The beginning of the body, read from a copy; empty where it cannot be read any more. Never rejects. */
export async function textOfCopy(response: Response): Promise<string> {
  try {
    const copy = response.clone();
    const reader = copy.body?.getReader?.();
    if (!reader) return await copy.text();
    const decoder = new TextDecoder();
    let text = '';
    for (let size = 0; size < MAX_BYTES; ) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      size += value.length;
      text += decoder.decode(value, { stream: true });
    }
    void reader.cancel().catch(() => {});
    return text;
  } catch {
    return '';
  }
}
