/** Reads the built pages in both languages. Needs no browser. */
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { listBuiltPages } from './built.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];

/** Elements without sentences: code, and names and quotations that keep their language. */
const SKIPPED = new Set(['script', 'style', 'code', 'pre', 'kbd', 'textarea']);
const TEXT_ATTRIBUTES = ['title', 'aria-label', 'placeholder', 'alt', 'content'];
/** Words of English sentences that are no words of Indonesian ones. */
const ENGLISH = /(?:^| )(?:the|of|and|is|are|with|without|not|your|you|this|that|to|for|it)(?= |$)/;

/** Lists the texts of a page's elements, with the texts of elements inside of them. */
function listTexts(html: string): Set<string> {
  const texts = new Set<string>();
  const visit = (node: Node): string => {
    if (node.type === 'text') return (node as { readonly data: string }).data;
    if (!('attribs' in node) || SKIPPED.has(node.name)) return '';
    if (node.attribs['translate'] === 'no' || node.attribs['lang'] === 'en')
      if (node.name !== 'html') return '';
    for (const name of TEXT_ATTRIBUTES) texts.add(node.attribs[name] ?? '');
    const text = node.children.map(visit).join('').replace(/\s+/g, ' ').trim();
    texts.add(text);
    return ` ${text} `;
  };
  for (const node of parseDocument(html).children) visit(node);
  return texts;
}

describe('an Indonesian page', () => {
  it('has no sentence of the English one', () => {
    const pages = new Map(listBuiltPages().map(({ path, html }) => [path, html]));
    const left = [...pages].flatMap(([path, html]) => {
      const english = path.startsWith('/id/') ? pages.get(path.slice(3)) : undefined;
      if (english === undefined) return [];
      const translated = listTexts(html);
      return [...listTexts(english)]
        .filter((text) => ENGLISH.test(text) && translated.has(text))
        .map((text) => `${path}: ${text}`);
    });
    expect(pages.size).toBeGreaterThan(500);
    expect(left).toEqual([]);
  });
});
