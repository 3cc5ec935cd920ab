/**
 * Extracts the messages and facts from any error, however many gateways have wrapped it. Bounded in
 * depth and size.
 */
import { nameMasks } from './masks.ts';
import { toPlainText } from './plain-text.ts';
import { leaveOutQuotes } from './quotes.ts';

/** The messages and facts of an error. */
export interface Facts {
  /** The messages, without escapes and quotations of the request. */
  readonly messages: readonly string[];
  /** The statuses, including those that a type or a name implies. */
  readonly statuses: ReadonlySet<number>;
  /** A status, a type or a name means a bad request. */
  readonly isBadRequest: boolean;
  /** Types, codes and names: `invalid_request_error`, `ValidationException`, … */
  readonly words: ReadonlySet<string>;
  /** Ids of requests and messages, whose form shows the platform. */
  readonly ids: readonly string[];
}

/**
 * The fields that may contain an inner error. No other field is read, because an echo of the
 * request may quote anything.
 */
const INNER = [
  ...['error', 'errors', 'message', 'msg', 'detail', 'details', 'metadata', '$metadata', 'raw'],
  ...['body', 'text', 'cause', 'lastError', 'response', 'responseBody', 'data', 'result', 'err'],
  ...['title', 'payload', 'jsonPayload', 'textPayload'],
];
/**
 * Names of gateways for a wrapped error, such as `upstream_error`. A field that begins with
 * `request` is an echo.
 */
const WRAPPER_NAME =
  /^(?!request).*(?:errors?|exception|failure|upstream|response|error_?message|reason)$/i;
const STATUS = ['status', 'statusCode', 'httpStatusCode', 'code'];
const NAMES = ['type', '__type', 'name', 'class', 'code', 'error_code', 'errorCode'];
const IDS = ['request_id', 'requestID', 'requestId', 'id'];
/** Words that count anywhere in a text, because a gateway may have formatted the error as text. */
const CODES = [
  'organization_not_enrolled_in_beta',
  'BetaOrganizationNotEnrolledInBetaError',
  'invalid_request_error',
  'not_found_error',
  '(?:rate_limit|overloaded|authentication|billing|timeout)_error',
  'request_too_large',
  '(?:BadRequest|RateLimit|Authentication|Timeout)Error',
  'ValidationException',
];
const CODE = new RegExp(CODES.join('|'), 'g');
/** The status that a type or a name implies. */
const STATUS_OF: readonly (readonly [RegExp, number])[] = [
  [/^(?:rate_limit_error|.*RateLimitError)$/, 429],
  [/^(?:authentication_error|.*AuthenticationError)$/, 401],
  [/^billing_error$/, 402],
  [/^(?:timeout_error|.*TimeoutError)$/, 408],
  [/^request_too_large$/, 413],
  [/^overloaded_error$/, 529],
  [/^not_found_error$/, 404],
];
const BAD_REQUEST = /invalid_request|BadRequest|ValidationException/;

const MAX_DEPTH = 12;
const MAX_VALUES = 200;
const MAX_JSON = 4_000_000;
/** The total length of the messages that are read. An error that explains itself is shorter. */
const MAX_TEXT = 50_000;

/** Extracts everything from an error, a body or a text. Throws if a getter of the error throws. */
export function flatten(error: unknown): Facts {
  const reader = new Reader();
  reader.look(error, 0);
  return reader.getFacts();
}

class Reader {
  readonly #messages = new Set<string>();
  readonly #statuses = new Set<number>();
  readonly #words = new Set<string>();
  readonly #ids = new Set<string>();
  #looked = 0;
  #budget = MAX_TEXT;

  getFacts(): Facts {
    const statuses = new Set(this.#statuses);
    for (const word of this.#words) {
      const found = STATUS_OF.find(([form]) => form.test(word));
      if (found) statuses.add(found[1]);
    }
    return {
      messages: [...this.#messages],
      statuses,
      isBadRequest: statuses.has(400) || [...this.#words].some((word) => BAD_REQUEST.test(word)),
      words: this.#words,
      ids: [...this.#ids],
    };
  }

  look(value: unknown, depth: number): void {
    if (depth > MAX_DEPTH || ++this.#looked > MAX_VALUES) return;
    if (typeof value === 'string') return this.#read(value, depth);
    if (typeof value !== 'object' || value === null) return;
    const bytes = readBytes(value);
    if (bytes) return this.#read(new TextDecoder().decode(bytes), depth);
    if (Array.isArray(value)) {
      for (const item of value.slice(0, MAX_VALUES)) this.look(item, depth + 1);
      return;
    }
    this.#lookAt(value as Record<string, unknown>, depth);
  }

  #lookAt(fields: Record<string, unknown>, depth: number): void {
    // A validator's own form, with the place in `loc` and the message in `msg`.
    if (Array.isArray(fields.loc)) {
      const place = fields.loc.slice(0, 20).filter((step) => step !== 'body');
      return this.#read(`${place.join('.')}: ${String(fields.msg)}`, depth);
    }
    for (const name of STATUS) {
      const status = Number(fields[name]);
      if (status >= 100 && status < 600) this.#statuses.add(status);
    }
    for (const name of NAMES)
      if (typeof fields[name] === 'string') this.#words.add(fields[name].slice(0, 200));
    for (const name of IDS)
      if (typeof fields[name] === 'string') this.#ids.add(fields[name].slice(0, 100));
    const others = Object.keys(fields).filter(
      (name) =>
        !INNER.includes(name) && (WRAPPER_NAME.test(name) || INNER.includes(name.toLowerCase())),
    );
    for (const name of [...INNER, ...others]) this.look(fields[name], depth + 1);
  }

  #read(value: string, depth: number): void {
    // The status at the beginning, or after the words of a client or its log.
    const status = /^(?:[\w.]+:? ){0,4}([45]\d\d)\b/.exec(value.slice(0, 200))?.[1];
    if (status) this.#statuses.add(Number(status));
    const start = /^\s*[["]/.test(value) ? 0 : value.indexOf('{');
    const end = Math.max(value.lastIndexOf('}'), start === 0 ? value.length - 1 : 0) + 1;
    const json = start >= 0 && value.length < MAX_JSON ? parse(value.slice(start, end)) : undefined;
    if (json !== undefined) this.look(json, depth + 1);
    this.#add(json === undefined ? value : `${value.slice(0, start)} ${value.slice(end)}`);
  }

  #add(value: string): void {
    const text = toPlainText(value, this.#budget);
    this.#budget -= text.length;
    const message = leaveOutQuotes(nameMasks(text));
    if (message === '') return;
    this.#messages.add(message);
    for (const word of message.match(CODE) ?? []) this.#words.add(word);
  }
}

/** Reads the bytes of a body that is not decoded. */
function readBytes(value: object): Uint8Array | undefined {
  if (value instanceof ArrayBuffer)
    return new Uint8Array(value, 0, Math.min(value.byteLength, MAX_JSON));
  return ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, Math.min(value.byteLength, MAX_JSON))
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
