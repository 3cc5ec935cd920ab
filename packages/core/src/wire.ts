/** A body as it goes over the wire. */

/**
 * The value of JSON that is text or bytes; any other value is the body itself.
 * @throws {SyntaxError} for text that is no JSON
 */
export function readJson(body: unknown): unknown {
  if (ArrayBuffer.isView(body)) return JSON.parse(new TextDecoder().decode(body));
  return typeof body === 'string' ? JSON.parse(body) : body;
}
