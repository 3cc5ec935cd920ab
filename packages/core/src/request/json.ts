/** Reads a body in any of the forms that `fetch` sends. */

/** A body in the form that the engine uses. */
export interface ReadBody {
  /** The JSON value; `undefined` if there is none. */
  readonly value: unknown;
  /** The body's text, if it was text or bytes. Edits change the text, so that no detail is lost. */
  readonly text?: string;
  /** The body cannot be read: it is a stream, a form, or text that is not JSON. */
  readonly unread?: true;
}

/**
 * A body whose JSON is already parsed, so that a plan does not parse it again. A plan treats it as
 * its text. For programs that read the body themselves, such as a gateway.
 */
export class ParsedBody {
  /** The JSON, without a byte order mark. */
  readonly text: string;
  /** The value of `text`. It must not be changed. */
  readonly value: unknown;

  /**
   * Parses the text.
   * @throws {SyntaxError} if the text is not JSON
   */
  constructor(text: string) {
    this.text = text;
    this.value = JSON.parse(text);
  }
}

const BOM = 0xfeff;

/**
 * Reads a body: a value, or its JSON as text or bytes, with or without a byte order mark. Never
 * throws.
 */
export function readBody(body: unknown): ReadBody {
  if (body instanceof ParsedBody) return body;
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

/** Reads the value of a body; `undefined` if there is none. */
export const readJson = (body: unknown): unknown => readBody(body).value;

function decode(body: unknown): string | undefined {
  const isBytes = ArrayBuffer.isView(body) || body instanceof ArrayBuffer;
  return isBytes ? new TextDecoder().decode(body) : undefined;
}

/** Tests if a body is neither JSON nor a JSON value, such as a stream, a form or a file. */
function isUnreadable(body: unknown): boolean {
  const isPlain = /^\[object (?:Object|Array)\]$/.test(Object.prototype.toString.call(body));
  return Object(body) === body && (!isPlain || Symbol.asyncIterator in Object(body));
}

/** Tests if a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
