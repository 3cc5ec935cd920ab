/** Reads guides and concept pages as Markdown, for their `.md` files and for llms-full.txt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addBaseToMarkdown } from './links.ts';
import type { Guide, Locale } from './site.ts';

export interface GuideText {
  readonly title: string;
  readonly description: string;
  /** The title as a heading, and the text. */
  readonly markdown: string;
}

/** Reads one guide in one language. */
export const readGuide = (locale: Locale, guide: Guide): GuideText =>
  readText(locale, 'guides', guide);

/** Reads a page below src/content/docs. `replace` writes components of the page as Markdown. */
export function readText(
  locale: Locale,
  folder: string,
  name: string,
  replace: (body: string) => string = (body) => body,
): GuideText {
  const source = readFileSync(
    join(process.cwd(), 'src/content/docs', locale === 'en' ? '' : locale, folder, `${name}.mdx`),
    'utf8',
  );
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const title = readField(head, 'title');
  return {
    title,
    description: readField(head, 'description'),
    markdown: `# ${title}\n\n${addBaseToMarkdown(extractMarkdown(replace(body)))}\n`,
  };
}

/** Reads a line of the front matter. Values with special characters are in quotes. */
function readField(head: string, name: string): string {
  const value = new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1] ?? '';
  return value.startsWith('"') ? (JSON.parse(value) as string) : value;
}

/** Removes the parts of MDX that only a page can show: imports, tags of components, heading ids. */
function extractMarkdown(mdx: string): string {
  const outside = (text: string): string =>
    text
      .replace(/^import .*$/gm, '')
      .replace(/^\s*<\/?[A-Z][^>]*>\s*$/gm, '')
      .replace(/^(#+ .*?) \{#[\w-]+\}$/gm, '$1');
  const parts = mdx.split(/^(```[\s\S]*?^```)/m);
  return parts
    .map((part, index) => (index % 2 === 0 ? outside(part) : part))
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
