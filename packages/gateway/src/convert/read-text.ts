/** Reads the bodies of responses that are converted as a whole. */

/** An error that explains itself is shorter. */
const MAX_BYTES = 256_000;

/** Reads the text of a body up to a limit, or up to where the connection is lost. */
export async function readText({ body }: Response, maxBytes: number = MAX_BYTES): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      text += decoder.decode(part.value, { stream: true });
      if (size < maxBytes) continue;
      void reader.cancel().catch(() => {});
      break;
    }
  } catch {
    // The part that arrived may explain the error.
  }
  return text + decoder.decode();
}
