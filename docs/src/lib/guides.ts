/** The guides as Markdown, for whoever reads no HTML: their twins, and llms-full.txt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Guide, Locale } from './site.ts';

export interface GuideText {
  readonly title: string;
  readonly description: string;
  /** Title and text. */
  readonly markdown: string;
}

/** One guide in one language. */
export function readGuide(locale: Locale, guide: Guide): GuideText {
  const source = readFileSync(
    join(
      process.cwd(),
      'src/content/docs',
      locale === 'en' ? '' : locale,
      'guides',
      `${guide}.mdx`,
    ),
    'utf8',
  );
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const title = readField(head, 'title');
  return {
    title,
    description: readField(head, 'description'),
    markdown: `# ${title}\n\n${extractMarkdown(body)}\n`,
  };
}

/** A line of the head; what would be read otherwise stands in quotes. */
function readField(head: string, name: string): string {
  const value = new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1] ?? '';
  return value.startsWith('"') ? (JSON.parse(value) as string) : value;
}

/** MDX without what only a page can show: imports, the tags of components, the names of headings. What stands inside a component stays. */
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
