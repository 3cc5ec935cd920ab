/** Reads the parts of a beta's id. */

/** The parts of a beta's id. */
export interface BetaIdParts {
  /** The words before the date. */
  readonly feature: string;
  /** The date as YYYY-MM-DD. It may not exist in the calendar; see {@link isCalendarDate}. */
  readonly date: string;
  /** The words after the date, as in `managed-agents-2026-04-01-research-preview`. */
  readonly suffix?: string;
}

const DATED = /^([a-z0-9]+(?:-[a-z0-9]+)*?)-(\d{4})-?(\d{2})-?(\d{2})$/;

/**
 * Splits an id: `mcp-client-2025-11-20` is `mcp-client` of `2025-11-20`. Accepts dates without
 * hyphens, `claude-code-20250219`, and words after the date, each of which begins with a letter.
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

/**
 * Reads the words after the date. A loop from the end, because a regular expression would start
 * again at every hyphen.
 */
function readSuffix(id: string): string | undefined {
  const parts = id.split('-');
  let first = parts.length;
  while (first > 0 && /^[a-z][a-z0-9]*$/.test(parts[first - 1] as string)) first--;
  return first < parts.length ? parts.slice(first).join('-') : undefined;
}

/** Tests if a text has the form of an id, with a date in this century. */
export function isBetaId(text: string): boolean {
  return splitBetaId(text)?.date.startsWith('20') ?? false;
}

/** A word in a text that has the form of an id. */
export interface BetaIdInText {
  /** The word as written. */
  readonly id: string;
  /** The position in the text. */
  readonly index: number;
}

/**
 * Finds the words of a text that have the form of an id. Model names with a date,
 * `claude-opus-4-20250514`, are among them, because only data can distinguish them.
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

/** Returns the name of a beta's constant: `MCP_CLIENT_2025_11_20` for `mcp-client-2025-11-20`. */
export function toConstantName(id: string): string {
  return id.toUpperCase().replaceAll('-', '_');
}
