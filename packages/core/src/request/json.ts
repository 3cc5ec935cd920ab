/** A body as it goes over the wire. */

/** A body as the engine sees it. */
export interface ReadBody {
  /** The JSON value; `undefined` where there is none to be read. */
  readonly value: unknown;
  /** The text that it came as. Edits are made in the text, so that nothing of it is lost. */
  readonly text?: string;
  /** It is there and cannot be read: a stream, a form, a text that is no JSON. */
  readonly unread?: true;
}

const BOM = 0xfeff;

/** Reads a body: a value, or its JSON as text or bytes, with or without a byte order mark. Never throws. */
export function readBody(body: unknown): ReadBody {
  const text = typeof body === 'string' ? body : decode(body);
  if (text === undefined)
    return isUnreadable(body) ? { value: undefined, unread: true } : { value: body };
  if (text.trim() === '') return { value: undefined };
  const plain = text.charCodeAt(0) === BOM ? text.slice(1) : text;
  try {
    return { value: JSON.parse(plain), text: plain };
  } catch {
    return { value: undefined, unread: true };
  }
}

/** The value of a body, or `undefined`. */
export const readJson = (body: unknown): unknown => readBody(body).value;

function decode(body: unknown): string | undefined {
  if (ArrayBuffer.isView(body)) return new TextDecoder().decode(body);
  return body instanceof ArrayBuffer ? new TextDecoder().decode(body) : undefined;
}

/** Streams, forms and files: objects that are bodies without being JSON. */
function isUnreadable(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return typeof body === 'function';
  const tag = Object.prototype.toString.call(body).slice(8, -1);
  return (
    ['Blob', 'File', 'FormData', 'URLSearchParams', 'ReadableStream', 'SharedArrayBuffer'].includes(
      tag,
    ) || Symbol.asyncIterator in body
  );
}

/** Tests if a value is an object of JSON. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
