/**
 * Texts of the Catalog as Markdown: plain sentences, in which only code in backticks keeps its
 * meaning.
 * @module
 */

/** A span of code, or two backticks, which are the empty value that some error quotes. */
const CODE = /(``|`[^`\n]+`)/;

/** Characters that start HTML, entities, links, images, emphasis or tables. */
const SPECIAL = /[\\*[\]<>|~]|&(?=#?\w+;)/g;

/** Escapes a text of one or more paragraphs. */
export function escapeText(text: string): string {
  return text
    .trim()
    .split(/\n[^\S\n]*\n\s*/)
    .map(escapeLine)
    .join('\n\n');
}

/** Escapes a text as one line, for titles, list items and table cells. */
export function escapeLine(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  const parts = line
    .split(CODE)
    .map((part, i) => (i % 2 === 0 || part === '``' ? escapePlain(part) : part));
  return parts.join('').replace(/^(#{1,6}|[-+]|\d{1,9}[.)])(?=\s)/, escapeMarker);
}

/** Escapes text without code. A backtick becomes an entity, so that it cannot join a code span. */
const escapePlain = (text: string): string =>
  text.replaceAll(SPECIAL, '\\$&').replaceAll('`', '&#96;');

/** Escapes the last character of a marker of a heading or a list: `\-`, `1\.`, `#\#`. */
const escapeMarker = (marker: string): string => `${marker.slice(0, -1)}\\${marker.slice(-1)}`;

/** Formats code. The fence is longer than any backticks inside. */
export function formatCode(value: string | number | boolean): string {
  const text = String(value).replaceAll(/\s+/g, ' ');
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Formats an https link, with the URL or another label. Other URLs become plain text. */
export function formatLink(url: string, label?: string): string {
  if (!/^https:\/\//i.test(url)) return escapeLine(label ?? url);
  const target = url.replaceAll(/[\s<>()[\]`|\\"]/g, (char) =>
    char === '(' ? '%28' : char === ')' ? '%29' : encodeURIComponent(char),
  );
  return label === undefined ? `<${target}>` : `[${escapeLine(label)}](${target})`;
}
