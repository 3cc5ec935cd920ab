/** Reads the start tags of a page, with the text of elements that contain no other elements. */

/** A start tag. */
export interface Tag {
  /** The name in lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** The text of a `script`, a `style`, a `title` or a `textarea`; empty for other elements. */
  readonly text: string;
}

const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);
const START = /<(?:!--|([a-z][^\s/>]*))/gi;
const ATTRIBUTE = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/y;

/**
 * Reads every start tag of a page. Ignores text in comments, attributes and text elements that
 * looks like a tag.
 */
export function readTags(html: string): Tag[] {
  const tags: Tag[] = [];
  START.lastIndex = 0;
  for (let start = START.exec(html); start; start = START.exec(html)) {
    const name = start[1]?.toLowerCase();
    if (name === undefined) {
      START.lastIndex = findAfter(html, '-->', START.lastIndex);
      continue;
    }
    const { attributes, end } = readAttributes(html, START.lastIndex);
    const from = findAfter(html, '>', end);
    const to = TEXT_ELEMENTS.has(name) ? findEndTag(html, name, from) : from;
    tags.push({ name, attributes, text: html.slice(from, to) });
    START.lastIndex = to;
  }
  return tags;
}

function readAttributes(
  html: string,
  from: number,
): { readonly attributes: ReadonlyMap<string, string>; readonly end: number } {
  const attributes = new Map<string, string>();
  let end = from;
  ATTRIBUTE.lastIndex = from;
  for (let found = ATTRIBUTE.exec(html); found; found = ATTRIBUTE.exec(html)) {
    const [, name = '', double, single, bare] = found;
    end = ATTRIBUTE.lastIndex;
    attributes.set(name.toLowerCase(), unescapeHtml(double ?? single ?? bare ?? ''));
  }
  return { attributes, end };
}

const findAfter = (html: string, text: string, from: number): number => {
  const found = html.indexOf(text, from);
  return found < 0 ? html.length : found + text.length;
};

function findEndTag(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** Skips values without a reference: nearly all, and a page has thousands. */
const unescapeHtml = (value: string): string =>
  value.includes('&')
    ? value
        .replaceAll('&quot;', '"')
        .replaceAll('&#34;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&#38;', '&')
        .replaceAll('&amp;', '&')
    : value;
