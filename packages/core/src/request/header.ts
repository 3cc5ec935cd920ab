/** Converts the `anthropic-beta` header between text and list. */

/**
 * The characters of a token in RFC 9110. Excludes CR, LF, NUL, comma and white space, so that
 * nothing can be smuggled into a header.
 */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/** Tests if a header can carry this value. */
export function isBetaToken(value: unknown): value is string {
  return typeof value === 'string' && TOKEN.test(value);
}

/**
 * Reads header values into a list: splits at commas, trims, and removes empty parts and duplicates.
 * Keeps the order. Never throws. Values that a header cannot carry are kept, so that the caller can
 * check them with {@link isBetaToken}.
 * @param value - one value, several, or nothing
 * @example
 * ```ts
 * parseBetas('mcp-client-2025-11-20, ,compact-2026-09-04,');
 * // ['mcp-client-2025-11-20', 'compact-2026-09-04']
 * ```
 */
export function parseBetas(value: string | Iterable<string> | null | undefined): string[] {
  return [...readBetas(isIterable(value) ? value : [value ?? ''])];
}

const isIterable = (value: unknown): value is Iterable<string> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/** Tests if a header, or a part between its commas, is empty. */
export const hasEmptyPart = (header: string): boolean =>
  header.split(',').some((part) => part.trim() === '');

/** Reads several header values into one set, in order. */
export function readBetas(values: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const value of values) {
    for (const item of String(value).split(',')) {
      const beta = item.trim();
      if (beta !== '') found.add(beta);
    }
  }
  return found;
}

const FORM = 'write letters, digits and hyphens only';

/**
 * Formats a list as one header value, `a,b`. Returns `undefined` for an empty list, because several
 * platforms reject an empty header.
 * @throws {TypeError} for a value that a header cannot carry (white space, CR, LF, NUL, comma,
 * non-ASCII)
 */
export function formatBetas(betas: Iterable<string>): string | undefined {
  const list = [...new Set(betas)];
  for (const beta of list) {
    if (!isBetaToken(beta))
      throw new TypeError(
        `${JSON.stringify(maskName(beta))} cannot be in the anthropic-beta header: ${FORM}`,
      );
  }
  return list.length > 0 ? list.join(',') : undefined;
}

/**
 * Merges lists and header values into one list, in order and without duplicates. Skips `null` and
 * `undefined`. No value of a caller is lost.
 * @example
 * ```ts
 * const headers = new Headers({ 'anthropic-beta': 'mcp-client-2025-11-20' });
 * mergeBetas(headers.get('anthropic-beta'), ['compact-2026-09-04']);
 * // ['mcp-client-2025-11-20', 'compact-2026-09-04']
 * ```
 */
export function mergeBetas(
  ...lists: readonly (string | Iterable<string> | null | undefined)[]
): string[] {
  return parseBetas(lists.flatMap((list) => parseBetas(list)));
}

/** Reads the betas from headers of any form. */
export function readHeaderBetas(headers: unknown): string[] {
  return parseBetas(readHeaderValues(headers, 'anthropic-beta'));
}

/**
 * Reads the values of a header, also from forms that the types forbid but programs pass. Returns
 * none for headers that cannot be read.
 */
export function readHeaderValues(headers: unknown, name: string): string[] {
  try {
    return collectValues(Object(headers), name).filter((value) => typeof value === 'string');
  } catch {
    return [];
  }
}

function collectValues(headers: Partial<Headers>, name: string): unknown[] {
  if (typeof headers.get === 'function' && !(headers instanceof Map)) return [headers.get(name)];
  const pairs =
    Symbol.iterator in headers
      ? (headers as Iterable<[unknown, unknown]>)
      : Object.entries(headers);
  const values: unknown[] = [];
  for (const [key, value] of pairs)
    if (String(key).toLowerCase() === name) values.push(...[value].flat());
  return values;
}

/** Matches a name with a date, in any letter case and with any separator. */
const DATED = /^[a-z][\w.-]*[-_]20\d\d[-_]?\d\d[-_]?\d\d(?:-[a-z-]+)?$/i;
/**
 * Matches names that may be a secret: before its date, a beta's name has no long run without a
 * hyphen, not many digits, and no alternating digits and letters.
 */
const SECRET = /^sk-|bearer|[^_.-]{20}|\d{5}|\d[a-z]+\d/i;

/** Matches the mark of a name that is hidden already. */
const MASKED = /^\(\d+ characters\)$/;

/**
 * Returns a beta's name if it may be shown, even a misspelt one. Hides keys, tokens and prompts
 * that got into the header by mistake: only names with a date are shown.
 */
export function maskName(name: string): string {
  const isName =
    name.length <= 64 &&
    DATED.test(name) &&
    !SECRET.test(name.replace(/[-_]20\d\d[-_]?\d\d[-_]?\d\d(?![\d])/, ''));
  return isName || MASKED.test(name) ? name : `(${name.length} characters)`;
}

/** Lists the headers. Returns none for headers that cannot be read. */
export function listHeaders(headers: unknown): [string, string][] {
  try {
    // A copy would cost more than all that is read of it.
    return [...(headers instanceof Headers ? headers : new Headers(headers as HeadersInit))];
  } catch {
    return [];
  }
}
