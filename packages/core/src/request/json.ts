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

/**
 * Reads a body: a value, or its JSON as text or bytes, with or without a byte order mark. Never
 * throws.
 */
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
  const isBytes = ArrayBuffer.isView(body) || body instanceof ArrayBuffer;
  return isBytes ? new TextDecoder().decode(body) : undefined;
}

/** Streams, forms and files: bodies that are neither JSON nor its value. */
function isUnreadable(body: unknown): boolean {
  const isPlain = /^\[object (?:Object|Array)\]$/.test(Object.prototype.toString.call(body));
  return Object(body) === body && (!isPlain || Symbol.asyncIterator in Object(body));
}

/** Tests if a value is an object of JSON. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
