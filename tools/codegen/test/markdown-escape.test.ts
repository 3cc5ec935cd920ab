import { loadManifest } from '@beta-headers/manifest';
import { describe, expect, it } from 'vitest';
import { escapeLine, escapeText, formatCode, formatLink } from '../src/markdown/escape.ts';
import { emitMarkdown } from '../src/markdown/index.ts';

describe('escapeLine', () => {
  it.each([
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['[here](javascript:alert(1))', '\\[here\\](javascript:alert(1))'],
    ['![x](https://example.com/x.png)', '!\\[x\\](https://example.com/x.png)'],
    ['a | b', 'a \\| b'],
    ['&lt;script&gt;, R&D', '\\&lt;script\\&gt;, R&D'],
    ['**bold** ~~gone~~', '\\*\\*bold\\*\\* \\~\\~gone\\~\\~'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['two\nlines', 'two lines'],
  ])('escapes %j', (text, escaped) => {
    expect(escapeLine(text)).toBe(escaped);
  });

  it('keeps code in backticks', () => {
    expect(escapeLine('Send `a<b>|c` to <x>.')).toBe('Send `a<b>|c` to \\<x\\>.');
  });

  it.each([
    ['an unpaired backtick', '` <b>', '&#96; \\<b\\>'],
    ['an escaped backtick', '\\`<b>`', '\\\\`<b>`'],
    ['a double backtick', '``<b>``', '&#96;`<b>`&#96;'],
  ])('lets no HTML out of code after %s', (_, text, escaped) => {
    expect(escapeLine(text)).toBe(escaped);
  });
});

describe('escapeText', () => {
  it('keeps paragraphs, and lets no code span cross them', () => {
    expect(escapeText('One\nline.\n\nTwo ` and\n\n<b>` three.')).toBe(
      'One line.\n\nTwo &#96; and\n\n\\<b\\>&#96; three.',
    );
  });
});

describe('formatCode', () => {
  it('uses a fence that is longer than the backticks in the code', () => {
    expect(formatCode('a`b')).toBe('``a`b``');
    expect(formatCode('`')).toBe('`` ` ``');
    expect(formatCode('plain')).toBe('`plain`');
  });
});

describe('formatLink', () => {
  it('links https addresses, and encodes what would end the link', () => {
    expect(formatLink('https://example.com/a_(b)')).toBe('<https://example.com/a_%28b%29>');
    expect(formatLink('https://example.com/><script>')).toBe(
      '<https://example.com/%3E%3Cscript%3E>',
    );
    expect(formatLink('https://example.com/a|b)', '1')).toBe('[1](https://example.com/a%7Cb%29)');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'http://example.com/'])(
    'writes %s as text',
    (url) => {
      expect(formatLink(url)).toBe(url);
      expect(formatLink(url, 'here')).toBe('here');
    },
  );
});

describe('emitMarkdown', () => {
  const HOSTILE = '<script>x</script> | [y](javascript:z) ` <img src=q onerror=w>';
  const URL = 'javascript:alert(1)';

  /** Replaces every text of the Catalog, and every address. */
  function replaceTexts<T>(value: T, key = ''): T {
    if (Array.isArray(value)) return value.map((item) => replaceTexts(item, key)) as T;
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value);
      return Object.fromEntries(entries.map(([name, one]) => [name, replaceTexts(one, name)])) as T;
    }
    if (['en', 'says', 'at'].includes(key)) return HOSTILE as T;
    return (['docs', 'migration', 'url'].includes(key) ? URL : value) as T;
  }

  const pages = emitMarkdown(replaceTexts(loadManifest())).filter(({ path }) =>
    path.includes('/docs/en/'),
  );

  it('writes no HTML and no link from the texts of the manifest', () => {
    expect(pages.length).toBeGreaterThan(100);
    for (const { path, content } of pages) {
      const plain = content.replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
      expect(plain, path).not.toMatch(/(?<!\\)<(?!!-- Generated)/);
      expect(plain, path).not.toMatch(/(?<!\\)\]\((?!\.\.\/|\w+[\w/.-]*\.md\))/);
    }
  });

  it('keeps the columns of tables', () => {
    for (const { path, content } of pages)
      for (const row of content.match(/^\|.*\|$/gm) ?? [])
        expect(row.match(/(?<!\\)\|/g), path).toHaveLength(6);
  });
});
