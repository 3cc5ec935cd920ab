/** Reads what the search needs from a built page. */
import { Parser } from 'htmlparser2';

/** A heading, and the text up to the next one. */
export interface PageHeading {
  readonly id: string;
  readonly level: number;
  readonly text: string;
  readonly section: string;
}

/** A built page in one language. */
export interface IndexedPage {
  /** Without language and base. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly headings: readonly PageHeading[];
  /** The text of its main part, without code that is not words. */
  readonly text: string;
}

const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'svg', 'nav', 'template']);

/** Reads a page. Returns nothing for pages that search engines must not list either. */
export function readPage(html: string, path: string): IndexedPage | undefined {
  const state = { title: '', description: '', text: '', hidden: false };
  const headings: { id: string; level: number; text: string; section: string }[] = [];
  let main = 0;
  let silent = 0;
  let heading: { id: string; text: string; tag: string } | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'meta' && attributes['name'] === 'description')
        state.description = attributes['content'] ?? '';
      if (name === 'meta' && attributes['name'] === 'robots') state.hidden = true;
      if (name === 'main' || main > 0) main++;
      if (SILENT.has(name) || silent > 0) silent++;
      if (main > 0 && silent === 0 && /^h[1-3]$/.test(name))
        heading = { id: attributes['id'] ?? '', text: '', tag: name };
    },
    ontext(text) {
      if (heading) heading.text += text;
      if (main === 0 || silent > 0) return;
      state.text += `${text} `;
      const last = headings.at(-1);
      if (last && !heading) last.section += `${text} `;
    },
    onclosetag(name) {
      if (main > 0) main--;
      if (silent > 0) silent--;
      if (heading?.tag !== name) return;
      const text = heading.text.replace(/\s+/g, ' ').trim();
      if (name === 'h1') state.title = text;
      else if (heading.id)
        headings.push({ id: heading.id, level: Number(name[1]), text, section: '' });
      heading = undefined;
    },
  });
  parser.end(html);
  if (state.hidden) return undefined;
  return {
    path,
    title: state.title,
    description: state.description.trim(),
    headings,
    text: state.text.replace(/\s+/g, ' ').trim(),
  };
}
