/** Reads the content of a literal: is it a list of values, a header line, JSON, or prose? */

/** The role of a candidate inside the literal. */
export type Role = 'list' | 'header' | 'prose';

/** The header's name before a value: `anthropic-beta: a,b` and `"anthropic_beta":["a`. */
const HEADER_BEFORE =
  /(?:anthropic[-_]betas?|["']betas)(?:\\?["'`]|"")*\s*(?:[:=]>?|,)([\s[\]"'`\\,>a-z0-9-]*)$/i;
const QUERY_BEFORE = /[?&](?:anthropic[-_])?betas?=(?:[a-z0-9-]+(?:,|%2C))*$/i;
/** Interpolations of all languages, which may hold further values. */
const INTERPOLATION =
  /\{\{[^{}]*\}\}|<%[^%]*%>|\$\([^()]*\)|%\([^()]*\)s|\$\{[^{}]*\}|#\{[^{}]*\}|\{[^{}]*\}|\\\([^()]*\)|\$\w+|%[sv@]/g;
/** The characters before a candidate that are read. */
const REACH = 600;

/** Finds the role of the candidate at an offset of the content. */
export function readRole(content: string, at: number, length: number): Role {
  const before = content.slice(Math.max(0, at - REACH), at);
  const header = HEADER_BEFORE.exec(before);
  if (QUERY_BEFORE.test(before)) return 'header';
  if (
    header &&
    hasIdsOnly(header[1] as string) &&
    isHeaderLine(before.slice(0, header.index), header[0])
  )
    return 'header';
  return isList(content, at, length) ? 'list' : 'prose';
}

/** The words between the header's name and the value are values as well. */
const hasIdsOnly = (text: string): boolean =>
  text.split(/[^a-z0-9-]+/i).every((word) => word === '' || /-\d/.test(word));

/** A header in a sentence is prose; at the start of a line, after `-H` or in JSON it is not. */
function isHeaderLine(lead: string, header: string): boolean {
  const line = lead.slice(lead.lastIndexOf('\n') + 1);
  if (/^["']/.test(header) || /["'`{[,]\\?\s*$/.test(line) || /""$/.test(line)) return true;
  // `ANTHROPIC_CUSTOM_HEADERS=anthropic-beta: …`, and `.anthropic_beta = …` of jq.
  if (/[=.]\\?$/.test(line)) return true;
  return /^\s*(?:[>$#*+-]\s*)?$|(?:\\n|\\r)$|(?:-H|--header|curl)\b[^.]*$/.test(line);
}

function isList(content: string, at: number, length: number): boolean {
  // A long literal is no list; only its part around the candidate is read.
  const start = Math.max(0, at - REACH);
  const part = content.slice(start, at + length + REACH).replace(INTERPOLATION, ',');
  const pieces = part.split(/[\s,;|]+|\\[nrt]/).filter((piece) => piece !== '');
  return pieces.every((piece) => /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+$/.test(piece));
}

/** Finds the range that removes one value of a comma list, or `undefined` if it is alone. */
export function findCommaRange(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  bounds: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } | undefined {
  let after = end;
  while (after < bounds.end && /[ \t]/.test(text[after] as string)) after++;
  if (after < bounds.end && text[after] === ',') {
    after++;
    // A value on a line of its own goes with its line, or an empty one would become its place.
    while (after < bounds.end && /\s/.test(text[after] as string)) after++;
    // An escaped line break would stay at the start.
    return /^\\[nrt]/.test(text.slice(after, after + 2)) ? undefined : { start, end: after };
  }
  let before = start;
  while (before > bounds.start && /[ \t]/.test(text[before - 1] as string)) before--;
  if (before <= bounds.start || text[before - 1] !== ',') return undefined;
  before--;
  while (before > bounds.start && /[ \t]/.test(text[before - 1] as string)) before--;
  return before <= bounds.start ? undefined : { start: before, end };
}
