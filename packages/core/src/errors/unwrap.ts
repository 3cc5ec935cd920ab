/** An error of any kind → the texts and facts in it, however many gateways have wrapped it. Bounded in depth and size. */

/** What an error says. */
export interface Facts {
  /** Messages, white space made plain and escapes undone. */
  readonly texts: readonly string[];
  readonly statuses: ReadonlySet<number>;
  /** Types, codes and names: `invalid_request_error`, `ValidationException`, … */
  readonly words: ReadonlySet<string>;
}

/** Where errors keep errors. Nothing else is read: an echo of the request may quote anything. */
const INNER =
  'error errors message msg detail details metadata $metadata raw body text cause lastError response responseBody data result err title payload jsonPayload textPayload'.split(
    ' ',
  );
/** Names that gateways give to what they wrapped, `upstream_error`; what begins with `request` is an echo. */
const WRAPS =
  /^(?!request).*(?:errors?|exception|failure|upstream|response|error_?message|reason)$/i;
const STATUS = ['status', 'statusCode', 'httpStatusCode', 'code'];
const NAMES = ['type', '__type', 'name', 'class', 'code', 'error_code', 'errorCode'];
/** Words that count wherever a text has them, because a gateway may have written the error out as text. */
const TELLING =
  /organization_not_enrolled_in_beta|BetaOrganizationNotEnrolledInBetaError|invalid_request_error|not_found_error|(?:rate_limit|overloaded|authentication|billing|timeout)_error|request_too_large|(?:BadRequest|RateLimit|Authentication|Timeout)Error|ValidationException/g;

const MAX_DEPTH = 12;
const MAX_VALUES = 200;
const MAX_TEXT = 50_000;
const MAX_JSON = 4_000_000;

/** Everything that an error, a body or a text says. Throws what a getter of the error throws. */
export function factsOf(error: unknown): Facts {
  const texts = new Set<string>();
  const statuses = new Set<number>();
  const words = new Set<string>();
  let looked = 0;

  function look(value: unknown, depth: number): void {
    if (depth > MAX_DEPTH || ++looked > MAX_VALUES) return;
    if (typeof value === 'string') read(value, depth);
    if (typeof value !== 'object' || value === null) return;
    const bytes = bytesOf(value);
    if (bytes) return read(new TextDecoder().decode(bytes), depth);
    if (Array.isArray(value)) {
      for (const item of value.slice(0, MAX_VALUES)) look(item, depth + 1);
      return;
    }
    const fields = value as Record<string, unknown>;
    // A validator's own form: the place beside the complaint.
    if (Array.isArray(fields.loc))
      read(
        `${fields.loc.filter((step) => step !== 'body').join('.')}: ${String(fields.msg)}`,
        depth,
      );
    for (const name of STATUS) {
      const status = Number(fields[name]);
      if (status >= 100 && status < 600) statuses.add(status);
    }
    for (const name of NAMES)
      if (typeof fields[name] === 'string') words.add(fields[name].slice(0, 200));
    const others = Object.keys(fields).filter(
      (name) => !INNER.includes(name) && (WRAPS.test(name) || INNER.includes(name.toLowerCase())),
    );
    for (const name of [...INNER, ...others]) look(fields[name], depth + 1);
  }

  function read(value: string, depth: number): void {
    // At the beginning, or the way that clients and their logs put it.
    const status = /^(?:[\w.]+:? ){0,4}([45]\d\d)\b/.exec(value.slice(0, 200))?.[1];
    if (status) statuses.add(Number(status));
    const start = /^\s*[["]/.test(value) ? 0 : value.indexOf('{');
    const end = Math.max(value.lastIndexOf('}'), start === 0 ? value.length - 1 : 0) + 1;
    const json = start >= 0 && value.length < MAX_JSON ? parse(value.slice(start, end)) : undefined;
    const rest = json === undefined ? value : `${value.slice(0, start)} ${value.slice(end)}`;
    if (json !== undefined) look(json, depth + 1);
    const text = plain(rest);
    if (text === '') return;
    texts.add(text);
    for (const word of text.match(TELLING) ?? []) words.add(word);
  }

  look(error, 0);
  return { texts: [...texts], statuses, words };
}

/** A body that nobody has decoded. */
function bytesOf(value: object): Uint8Array | undefined {
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

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
};

/** Undoes what JSON in JSON, pages, shells and logs do to a text. Every expression here is linear: none can match in two ways. */
function plain(text: string): string {
  const short =
    text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT / 2)} ${text.slice(-MAX_TEXT / 2)}` : text;
  return (
    short
      .replace(/&(?:#(\d{1,3})|#x([\da-f]{1,2})|(quot|apos|lt|gt|amp));/gi, (_, dec, hex, name) =>
        name
          ? (ENTITIES[name.toLowerCase()] as string)
          : String.fromCharCode(dec ? Number(dec) : Number.parseInt(hex, 16)),
      )
      .replace(/\\+/g, '\\')
      .replace(/\\u00(22|27|60)/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      .replace(/\\[nrt]/g, ' ')
      // The lines of a comment.
      .replace(/\n *(?:\*|\/\/|#) /g, ' ')
      .replace(/\\/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}
