/** The `anthropic-beta` header as text and as a list. */

/**
 * RFC 9110: the characters of a token. Leaves out CR, LF, NUL, comma and white space, so nothing
 * can be smuggled into a header.
 */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/** Tests if a header can carry this value. */
export function isBetaToken(value: unknown): value is string {
  return typeof value === 'string' && TOKEN.test(value);
}

/**
 * Reads header values into a list: split at commas, trimmed, without empty parts and duplicates, in
 * order. Never throws; what a header cannot carry is kept for the caller to judge, see {@link
 * isBetaToken}.
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

/** Tests if there is nothing in a header, or nothing between two of its commas. */
export const hasEmptyPart = (header: string): boolean =>
  header.split(',').some((part) => part.trim() === '');

/** The same of several values, as a set in order. */
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

/**
 * Writes a list as one header value, `a,b`; `undefined` for an empty list, because an empty header
 * is an error on several platforms.
 * @throws {TypeError} for a value that no header can carry (white space, CR, LF, NUL, comma,
 * non-ASCII)
 */
export function formatBetas(betas: Iterable<string>): string | undefined {
  const list = [...new Set(betas)];
  for (const beta of list) {
    if (!isBetaToken(beta))
      throw new TypeError(
        `${JSON.stringify(shownName(beta))} cannot be in the anthropic-beta header: write letters, digits and hyphens only`,
      );
  }
  return list.length > 0 ? list.join(',') : undefined;
}

/**
 * Merges lists, header values or nothings into one list: first come first, no duplicates. Nothing
 * that a caller sent is lost.
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

/** Every beta in headers of any form. */
export function headerBetas(headers: unknown): string[] {
  return parseBetas(headerValues(headers, 'anthropic-beta'));
}

/**
 * Every value of a header, also in the forms that types forbid and programs pass; headers that
 * cannot be read have none.
 */
export function headerValues(headers: unknown, name: string): string[] {
  try {
    return valuesOf(Object(headers), name).filter((value) => typeof value === 'string');
  } catch {
    return [];
  }
}

function valuesOf(headers: Partial<Headers>, name: string): unknown[] {
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

/** A name and its date, in any case and with any separator. */
const DATED = /^[a-z][\w.-]*[-_]20\d\d[-_]?\d\d[-_]?\d\d(?:-[a-z-]+)?$/i;
/**
 * Before its date no beta's name has a long run without a hyphen, many digits, or digits and
 * letters in turn.
 */
const SECRET = /^sk-|bearer|[^_.-]{20}|\d{5}|\d[a-z]+\d/i;

/**
 * A beta's name as it may be shown, also a misspelt one; not a key, a token or a prompt that went
 * astray into the header. Only a name with a date is shown.
 */
export function shownName(name: string): string {
  const isName =
    name.length <= 64 &&
    DATED.test(name) &&
    !SECRET.test(name.replace(/[-_]20\d\d[-_]?\d\d[-_]?\d\d(?![\d])/, ''));
  return isName ? name : `(${name.length} characters)`;
}
