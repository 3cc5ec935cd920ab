import { describe, expect, it } from 'vitest';
import { escapeLine, escapeText, formatCode, formatLink } from '../src/markdown.ts';

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
    ['a double backtick', '``<b>``', '&#96;&#96;\\<b\\>&#96;&#96;'],
    ['an empty value', 'value(s) `` for `a`', 'value(s) &#96;&#96; for `a`'],
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
