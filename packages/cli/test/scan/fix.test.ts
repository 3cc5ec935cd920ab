/** The safe edits of the scanner. */
import { readdirSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { dropUnmadeEdits } from '../../src/scan/fix.ts';
import { applyFixes, scanText } from '../../src/scan/index.ts';
import { readSnippets } from './corpus.ts';

const fix = (text: string, path: string): string => applyFixes(text, { path }).text;

describe('applyFixes', () => {
  it.each([
    ['the first', `'pdfs-2024-09-25,compact-2026-09-04'`, `'compact-2026-09-04'`],
    ['the last', `'compact-2026-09-04, pdfs-2024-09-25'`, `'compact-2026-09-04'`],
    ['the middle', `'a-2026-01-01,pdfs-2024-09-25,b-2026-01-01'`, `'a-2026-01-01,b-2026-01-01'`],
    [
      'the last, with a space before its comma',
      `'compact-2026-09-04 , pdfs-2024-09-25'`,
      `'compact-2026-09-04'`,
    ],
    ['every one but one', `'pdfs-2024-09-25,effort-2025-11-24'`, `'effort-2025-11-24'`],
  ])('removes %s of a comma list', (_, before, after) => {
    expect(fix(`h['anthropic-beta'] = ${before};`, 'a.ts')).toBe(`h['anthropic-beta'] = ${after};`);
  });

  it.each([
    ['a.ts', `const betas = ['pdfs-2024-09-25', x];`, 'const betas = [x];'],
    ['a.ts', `const betas = [x, 'pdfs-2024-09-25'];`, 'const betas = [x];'],
    ['a.ts', `const betas: string[] = [x, 'pdfs-2024-09-25'];`, 'const betas: string[] = [x];'],
    ['a.ts', `const betas = [\n  'pdfs-2024-09-25',\n  x,\n];\n`, 'const betas = [\n  x,\n];\n'],
    [
      'a.py',
      `f(betas=["pdfs-2024-09-25", "compact-2026-09-04"])`,
      'f(betas=["compact-2026-09-04"])',
    ],
    ['a.kt', `val betas = listOf("pdfs-2024-09-25", x)`, 'val betas = listOf(x)'],
    [
      'a.py',
      `betas = ("pdfs-2024-09-25", "compact-2026-09-04",)`,
      'betas = ("compact-2026-09-04",)',
    ],
    ['a.json', `{"betas": ["x-2026-01-01", "pdfs-2024-09-25"]}`, `{"betas": ["x-2026-01-01"]}`],
  ])('removes an element in %s: %s', (path, before, after) => {
    expect(fix(before, path)).toBe(after);
  });

  it.each([
    [
      'a.ts',
      `f({ headers: { a: 1, 'anthropic-beta': 'pdfs-2024-09-25' } });`,
      'f({ headers: { a: 1 } });',
    ],
    ['a.ts', `f({ betas: ['pdfs-2024-09-25'], model });`, 'f({ model });'],
    [
      'a.ts',
      `f({ headers: {\n  'anthropic-beta': 'pdfs-2024-09-25',\n} });`,
      'f({ headers: {\n  \n} });',
    ],
    [
      'a.ts',
      'f({ headers: { a, "anthropic-beta": `pdfs-2024-09-25` } });',
      'f({ headers: { a } });',
    ],
    [
      'a.ts',
      'f({ betas: [`pdfs-2024-09-25`, `compact-2026-09-04`] });',
      'f({ betas: [`compact-2026-09-04`] });',
    ],
    ['a.py', `f(betas=["pdfs-2024-09-25"],)`, 'f()'],
    ['a.py', `f(a, betas=["pdfs-2024-09-25"],)`, 'f(a,)'],
    ['a.py', `f(extra_headers={"anthropic-beta": "pdfs-2024-09-25"})`, 'f(extra_headers={})'],
    ['a.py', `f(model=m, betas=["pdfs-2024-09-25"])`, 'f(model=m)'],
  ])('removes a whole header in %s: %s', (path, before, after) => {
    expect(fix(before, path)).toBe(after);
  });

  it.each([
    ['a constant', 'a.ts', `const BETA = 'pdfs-2024-09-25';`],
    [
      'a header whose object may be read',
      'a.ts',
      `const h = { 'anthropic-beta': 'pdfs-2024-09-25' };`,
    ],
    ['a header of a call', 'a.go', `req.Header.Set("anthropic-beta", "pdfs-2024-09-25")`],
    [
      'a list that would join to an empty header',
      'a.ts',
      `[...(betas ?? []), 'pdfs-2024-09-25'].join()`,
    ],
    ['a tuple', 'a.py', `return (Tool(name='web_fetch'), 'web-fetch-2025-09-10',)`],
    ['a tuple of names', 'a.py', `return (tool, 'web-fetch-2025-09-10')`],
    ['a tuple that would become a text', 'a.py', `betas = ("pdfs-2024-09-25", base)`],
    ['a list that is taken apart', 'a.js', `const [a, b] = ['pdfs-2024-09-25', beta];`],
    ['an array of a fixed length', 'a.rs', `const BETAS: [&str; 2] = ["pdfs-2024-09-25", BETA];`],
    ['a tuple of TypeScript', 'a.ts', `const betas = ['pdfs-2024-09-25', b] as [string, string];`],
    ['a tuple with a spread', 'a.py', `betas = (*base, "pdfs-2024-09-25")`],
    ['a pair', 'a.ts', `new Headers([['anthropic-beta', 'pdfs-2024-09-25']]);`],
    ['a pair of a map', 'a.ts', `const m = new Map([['pdfs-2024-09-25', read]]);`],
    ['a comment beside the comma', 'a.ts', `const betas = ['pdfs-2024-09-25' /* old */, x];`],
    ['a value that an older request needs', 'a.ts', `h = ['structured-outputs-2025-11-13', x];`],
    ['a legacy shape', 'a.ts', `const betas = ['files-api-2025-04-14', x];`],
    ['a successor', 'a.ts', `const betas = ['mcp-client-2025-04-04', x];`],
    ['a parameter of Python', 'a.py', `def f(a, betas=("pdfs-2024-09-25",)):\n    pass`],
    ['a parameter of a lambda', 'a.py', `(lambda betas=["pdfs-2024-09-25"]: betas)()`],
    ['a parameter of Ruby', 'a.rb', `def send_it(betas: ["pdfs-2024-09-25"], a: 1)\nend`],
    ['a dictionary that may be read', 'a.py', `options = dict(betas=["pdfs-2024-09-25"])`],
    [
      'a comment after an element',
      'a.ts',
      `const betas = [\n  x,\n  'pdfs-2024-09-25', // pdf\n];`,
    ],
    ['a comment above an element', 'a.py', `betas = [\n  # pdf\n  "pdfs-2024-09-25",\n  x,\n]`],
    [
      'a comment after a header',
      'a.ts',
      `f({ headers: {\n  a: 1,\n  'anthropic-beta': 'pdfs-2024-09-25', // pdf\n} });`,
    ],
    [
      'a comment above a header',
      'a.ts',
      `f({ headers: {\n  // pdf\n  'anthropic-beta': 'pdfs-2024-09-25',\n  a: 1,\n} });`,
    ],
    ['a line break in a literal', 'a.ts', `h['anthropic-beta'] = 'pdfs-2024-09-25,\\nx-y';`],
    [
      'a file that is generated',
      'a.go',
      `// Code generated by tool. DO NOT EDIT.\nvar betas = "pdfs-2024-09-25,a-b"`,
    ],
    ['a file with a mark of its generator', 'a.ts', `/** @generated */ h = 'pdfs-2024-09-25,a-b';`],
    ['an empty list of Swift', 'a.swift', `send(headers: ["anthropic-beta": "pdfs-2024-09-25"])`],
  ])('leaves %s', (_, path, text) => {
    expect(scanText(text, { path })).toHaveLength(1);
    expect(fix(text, path)).toBe(text);
  });

  it.each([
    ['\n', `betas: >-\n  pdfs-2024-09-25,\n  compact-2026-09-04\n`],
    ['\r\n', `betas: >-\r\n  pdfs-2024-09-25,\r\n  compact-2026-09-04\r\n`],
  ])('removes the line of a value in a folded text, with the line break %j', (end, text) => {
    expect(fix(text, 'a.yaml')).toBe(`betas: >-${end}  compact-2026-09-04${end}`);
  });

  it('does not remove a value that a platform of the project still takes', () => {
    const text = `const betas = ['context-1m-2025-08-07', x];`;
    const options = { path: 'a.ts', platforms: ['claude-api', 'bedrock'] } as const;
    expect(applyFixes(text, options)).toEqual({ text, count: 0 });
  });

  it('removes a rejected value if every platform has its feature without it', () => {
    const text = `const betas = ['prompt-caching-2024-07-31', x];`;
    const options = { path: 'a.ts', platforms: ['bedrock', 'vertex'] } as const;
    expect(scanText(text, options)).toMatchObject([{ kind: 'unavailable', level: 'error' }]);
    expect(applyFixes(text, options)).toEqual({ text: 'const betas = [x];', count: 1 });
  });

  it.each([
    ['a feature that no platform has', 'web-fetch-2025-09-10'],
    ['a value that selects an older shape elsewhere', 'fine-grained-tool-streaming-2025-05-14'],
  ])('leaves a rejected value of %s', (_, beta) => {
    const text = `const betas = ['${beta}', x];`;
    const options = { path: 'a.ts', platforms: ['vertex'] } as const;
    expect(scanText(text, options)).toMatchObject([{ kind: 'unavailable', level: 'error' }]);
    expect(applyFixes(text, options)).toEqual({ text, count: 0 });
  });

  it('corrects a spelling, and then removes the value if it does nothing', () => {
    expect(fix(`betas: [skills-2025-10-16, compact-2026-09-04]\n`, 'a.yaml')).toBe(
      'betas: [skills-2025-10-02, compact-2026-09-04]\n',
    );
    expect(fix(`betas: [prompt-cachng-2024-07-31, compact-2026-09-04]\n`, 'a.yaml')).toBe(
      'betas: [compact-2026-09-04]\n',
    );
  });

  it('keeps the byte order mark and the line ends', () => {
    const text = `\uFEFFx\r\nconst betas = ['pdfs-2024-09-25', x];\r\n`;
    expect(fix(text, 'a.ts')).toBe(`\uFEFFx\r\nconst betas = [x];\r\n`);
    const [first] = scanText(`\uFEFF'anthropic-beta': pdfs-2024-09-25`, { path: 'a.yaml' });
    expect(first?.line).toBe(1);
  });

  it.each([
    ['a.ts', `const betas = ['pdfs-2024-09-25', 'tools-2024-04-04'];`, [true, false]],
    ['a.ts', `const betas = ['pdfs-2024-09-25', 'tools-2024-04-04', x];`, [true, true]],
    ['a.ts', `send({ betas: ['pdfs-2024-09-25', 'tools-2024-04-04'], model });`, [true, true]],
    ['a.yaml', `betas: [prompt-cachng-2024-07-31, compact-2026-09-04]\n`, [true, false]],
    [
      'a.ts',
      `const betas = ['tools-2024-04-04', x];\nconst h = { betas: 'tools-2024-04-04,pdfs-2024-09-25' };`,
      [true, true, false],
    ],
  ])('keeps only edits that are made in %s: %s', (path, text, expected) => {
    const findings = dropUnmadeEdits(text, scanText(text, { path }), { path });
    expect(findings.map(({ fix }) => fix !== undefined)).toEqual(expected);
  });

  const folder = new URL('../scan-corpus/', import.meta.url);
  const snippets = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => readSnippets(new URL(name, folder)));

  it('changes only the values that are fixable, and nothing the second time', () => {
    let count = 0;
    for (const { id, text, file } of snippets) {
      const once = applyFixes(text, { path: file });
      count += once.count;
      expect([id, applyFixes(once.text, { path: file })]).toEqual([
        id,
        { text: once.text, count: 0 },
      ]);
      const isFixable = scanText(text, { path: file }).some((finding) => finding.fix);
      expect([id, once.text !== text]).toEqual([id, isFixable]);
    }
    expect(count).toBeGreaterThan(90);
  });

  it('leaves JavaScript and TypeScript that still parses', () => {
    const scripts = snippets.filter(({ file }) => /\.[cm]?[jt]sx?$/.test(file));
    for (const { id, text, file } of scripts) {
      const fixed = applyFixes(text, { path: file }).text;
      const isValid = (code: string): boolean => parseSync(file, code).errors.length === 0;
      expect([id, isValid(fixed)]).toEqual([id, isValid(text)]);
    }
  });

  it('leaves JSON that still parses', () => {
    for (const { id, text, file } of snippets.filter((one) => /\.(?:json|ipynb)$/.test(one.file))) {
      const fixed = applyFixes(text, { path: file }).text;
      expect(() => JSON.parse(fixed), id).not.toThrow();
    }
  });
});
