/** The highlighting of code. */
import { describe, expect, it } from 'vitest';
import { catalog, getBeta } from '../src/lib/catalog.ts';
import { CODE_LANGUAGES, GRAMMARS, writeCode } from '../src/lib/code/index.ts';
import { type CodeLanguage, highlight, tokenizeCode } from '../src/lib/highlight.ts';
import { listSamples } from '../src/lib/samples.ts';

const listKinds = (code: string, language: CodeLanguage): string[] =>
  tokenizeCode(code, language).flatMap(({ kind, text }) => (kind ? [`${kind} ${text}`] : []));

describe('tokens', () => {
  it('cover the words, strings and names of TypeScript', () => {
    expect(
      listKinds("const a = await client.get(`/x/$id`, { 'b-c': 1_000, d: 'it\\'s' }); // so", 'ts'),
    ).toEqual([
      'word const',
      'word await',
      'call get',
      'string `/x/$id`',
      "string 'b-c'",
      'number 1_000',
      'key d',
      "string 'it\\'s'",
      'comment // so',
    ]);
  });

  it('cover the words, strings and names of JavaScript', () => {
    expect(listKinds("export const a = 'b'; // so", 'js')).toEqual([
      'word export',
      'word const',
      "string 'b'",
      'comment // so',
    ]);
  });

  it('cover the words, strings and names of Python', () => {
    expect(
      listKinds('import os  # so\nx = client.post(f"/{id}", body={"a": True, "b": 1.5})', 'python'),
    ).toEqual([
      'word import',
      'comment # so',
      'call post',
      'word f',
      'string "/',
      'call id',
      'string "',
      'key body',
      'string "a"',
      'word True',
      'string "b"',
      'number 1.5',
    ]);
  });

  it('cover the commands, options and strings of a shell, on several lines', () => {
    expect(listKinds('curl https://x \\\n  -H "a: $B" \\\n  -d \'{\n  "c": 1 }\'', 'sh')).toEqual([
      'call curl',
      'key -H',
      'string "a: $B"',
      'key -d',
      "string '{",
      'string   "c": 1 }\'',
    ]);
  });

  it('separate the keys of JSON from its strings', () => {
    expect(listKinds('{"a": "b", "c": [-1, null]}', 'json')).toEqual([
      'key "a"',
      'string "b"',
      'key "c"',
      'number -1',
      'word null',
    ]);
  });

  it('are the whole text of each sample, and some have a kind', () => {
    for (const one of catalog.betas)
      for (const { now } of listSamples(one, 'claude-api'))
        for (const language of CODE_LANGUAGES) {
          const code = writeCode(now, language);
          if (code === undefined) continue;
          const found = tokenizeCode(code, GRAMMARS[language]);
          expect(found.map(({ text }) => text).join('')).toBe(code);
          expect(
            found.some(({ kind }) => kind !== undefined),
            `${one.id} ${language}`,
          ).toBe(true);
        }
  });
});

describe('the HTML', () => {
  it('escapes tokens with and without a kind', () => {
    expect(highlight("<b> '<i>'", 'ts')).toBe(
      '&lt;b&gt; <span class="c-string">&#39;&lt;i&gt;&#39;</span>',
    );
    expect(highlight('<b>', 'text')).toBe('&lt;b&gt;');
  });

  it('has the beta in bold', () => {
    const { id } = getBeta('mcp-client-2025-11-20');
    expect(highlight(`betas: ['${id}']`, 'ts', id)).toContain(`<b>${id}</b>`);
  });
});
