/** What a beta's id says by itself. */

/** A beta's id in its parts. */
export interface BetaIdParts {
  /** The words before the date. */
  readonly feature: string;
  /** YYYY-MM-DD, which the calendar need not have; see {@link isCalendarDate}. */
  readonly date: string;
  /** What follows the date, as in `managed-agents-2026-04-01-research-preview`. */
  readonly suffix?: string;
}

const DATED = /^([a-z0-9]+(?:-[a-z0-9]+)*?)-(\d{4})-?(\d{2})-?(\d{2})$/;

/**
 * Splits an id: `mcp-client-2025-11-20` is `mcp-client` of `2025-11-20`. Takes dates without hyphens, `claude-code-20250219`, and
 * words after the date, which are told from the date by their first letter.
 */
export function splitBetaId(id: string): BetaIdParts | undefined {
  const suffix = DATED.test(id) ? undefined : readSuffix(id);
  const dated = DATED.exec(suffix === undefined ? id : id.slice(0, -suffix.length - 1));
  if (!dated) return undefined;
  const [, feature, year, month, day] = dated;
  return {
    feature: feature as string,
    date: `${year}-${month}-${day}`,
    ...(suffix !== undefined && { suffix }),
  };
}

/** The words behind the last digit of a date; a loop from the end, because an expression would look from every hyphen on. */
function readSuffix(id: string): string | undefined {
  const parts = id.split('-');
  let first = parts.length;
  while (first > 0 && /^[a-z][a-z0-9]*$/.test(parts[first - 1] as string)) first--;
  return first < parts.length ? parts.slice(first).join('-') : undefined;
}

/** Tests if a text has the form of an id, with a date of this century. */
export function isBetaId(text: string): boolean {
  return splitBetaId(text)?.date.startsWith('20') ?? false;
}

/** A word of a text that has the form of an id. */
export interface BetaIdInText {
  /** The word, as it is written. */
  readonly id: string;
  /** Where it begins in the text. */
  readonly index: number;
}

/**
 * Finds the words of a text that have the form of an id, each as a whole. Dated model names, `claude-opus-4-20250514`, are among them:
 * only data can tell.
 */
export function findBetaIds(text: string): BetaIdInText[] {
  return [...text.matchAll(/[\w-]+/g)].flatMap(({ 0: id, index }) =>
    isBetaId(id) ? [{ id, index }] : [],
  );
}

/** Tests if YYYY-MM-DD is a day of the calendar. */
export function isCalendarDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date;
}

/** The name of a beta's constant: `MCP_CLIENT_2025_11_20` of `mcp-client-2025-11-20`. */
export function constantName(id: string): string {
  return id.toUpperCase().replaceAll('-', '_');
}
