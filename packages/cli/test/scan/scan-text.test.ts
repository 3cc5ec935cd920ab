/** The scan of one text: ignore comments, endings, positions, and odd input. */
import { readFileSync } from 'node:fs';
import type { Platform } from '@beta-headers/constants';
import { catalog } from '@beta-headers/manifest/data';
import { describe, expect, it } from 'vitest';
import { indexCatalog } from '../../src/scan/data.ts';
import { scanText } from '../../src/scan/index.ts';
import { scanWith } from '../../src/scan/scan-text.ts';

const scan = (text: string, path = 'a.ts') => scanText(text, { path });
const kinds = (text: string, path?: string): string[] => scan(text, path).map(({ kind }) => kind);

const RIGHT_FORM = 'Write on the line before: beta-headers-ignore-next-line: why the value stays';

describe('comments that ignore', () => {
  const line = `const betas = ['pdfs-2024-09-25'];\n`;

  it('ignores the findings of the next line', () => {
    const text = `// beta-headers-ignore-next-line: our proxy needs it\n${line}`;
    expect(kinds(text)).toEqual([]);
  });

  it.each([
    ['a.py', `# beta-headers-ignore-next-line: why\nbetas = ["pdfs-2024-09-25"]\n`],
    ['a.yaml', `# beta-headers-ignore-next-line: why\nbetas: [pdfs-2024-09-25]\n`],
    ['a.md', '```py\n# beta-headers-ignore-next-line: why\nbetas = ["pdfs-2024-09-25"]\n```\n'],
    ['a.jsx', `{/* beta-headers-ignore-next-line: why */}\n<A betas={['pdfs-2024-09-25']} />\n`],
  ])('works in %s', (path, text) => {
    expect(kinds(text, path)).toEqual([]);
  });

  it('reports a comment that ignores nothing, in a file without a beta too', () => {
    const [finding] = scan('// beta-headers-ignore-next-line: old\nstart();\n');
    expect(finding).toMatchObject({ kind: 'unused-ignore', level: 'warn', line: 1, column: 4 });
  });

  it.each([
    ['a.ts', `${line.trim()} // beta-headers-ignore-next-line: why\n${line}`],
    ['a.py', `betas = ["pdfs-2024-09-25"]  # beta-headers-ignore-next-line: why\n`],
    ['a.yaml', `betas: [pdfs-2024-09-25] # beta-headers-ignore-next-line: why\n`],
  ])('reports a comment after code, which ignores nothing, in %s', (path, text) => {
    const findings = scan(text, path);
    expect(findings[0]).toMatchObject({ kind: 'graduated', line: 1 });
    expect(findings[1]).toMatchObject({ kind: 'unused-ignore', level: 'warn', line: 1 });
    expect(findings[1]?.message).toMatch(/^A comment after code ignores nothing\./);
  });

  it.each([
    ['a value with an effect', `const betas = ['compact-2026-09-04'];\n`],
    ['a value in a comparison', `if (beta === 'pdfs-2024-09-25') return;\n`],
  ])('counts as used above %s', (_, next) => {
    expect(scan(next).map(({ level }) => level)).toEqual(['info']);
    expect(kinds(`// beta-headers-ignore-next-line: our proxy reads it\n${next}`)).toEqual([]);
  });

  it.each([
    ['a.py', `betas = ["pdfs-2024-09-25"]  # beta-headers-ignore: x\n`, 'beta-headers-ignore'],
    ['a.ts', `const betas = ['pdfs-2024-09-25']; // beta-headers-ignore\n`, 'beta-headers-ignore'],
    [
      'a.ts',
      `const betas = ['pdfs-2024-09-25']; /* beta-headers-ignore-line: x */\n`,
      'beta-headers-ignore-line',
    ],
  ])('reports an unknown directive in %s with the right form: %s', (path, text, name) => {
    const [value, report] = scan(text, path);
    expect(value?.kind).toBe('graduated');
    expect(report).toMatchObject({
      kind: 'unused-ignore',
      level: 'warn',
      line: 1,
      message: `${name} is no directive, so it ignores nothing. ${RIGHT_FORM}`,
    });
    expect(text.slice(report?.start, report?.end)).toBe(name);
  });

  it('reports no unknown directive in prose or in a literal', () => {
    expect(kinds('Do not write `# beta-headers-ignore: x`.\n', 'a.md')).toEqual([]);
    expect(kinds(`const name = 'beta-headers-ignore';\n`)).toEqual([]);
  });

  it('does not report the examples of a page about the comment', () => {
    const text = '```ts\n// beta-headers-ignore-next-line: the reason\nstart();\n```\n';
    expect(kinds(text, 'docs/scan.md')).toEqual([]);
  });

  it('reports a comment without a reason, and the finding', () => {
    const findings = scan(`// beta-headers-ignore-next-line\n${line}`);
    expect(findings.map(({ kind, level }) => `${kind} ${level}`)).toEqual([
      'ignore-without-reason error',
      'graduated warn',
    ]);
    expect(kinds(`/* beta-headers-ignore-next-line: */\n${line}`)[0]).toBe('ignore-without-reason');
  });
});

describe('a retired value', () => {
  const read = (platforms: readonly Platform[]): string[] =>
    scanText(`const betas = ['structured-outputs-2025-09-17'];`, { path: 'a.ts', platforms }).map(
      ({ kind, message }) => `${kind}: ${message}`,
    );

  it('has ended, also where it is known to be rejected', () => {
    expect(read(['claude-api'])[0]).toMatch(/^retired: structured-outputs-2025-09-17 has ended/);
  });
});

describe('values that end', () => {
  const beta = catalog.betas.find(({ id }) => id === 'compact-2026-09-04');
  const ends = { ...beta, retired: { date: '2027-01-31', evidence: [] } };
  const data = indexCatalog({
    ...catalog,
    betas: catalog.betas.map((one) => (one === beta ? (ends as typeof one) : one)),
  });
  const scanOn = (today: string | undefined, failWithin: number | undefined): string[] =>
    scanWith(
      `const betas = ['compact-2026-09-04'];`,
      { path: 'a.ts', ...(today && { today }), ...(failWithin !== undefined && { failWithin }) },
      data,
    ).map(({ kind, level }) => `${kind} ${level}`);

  it.each([
    ['2026-12-01', 90, 'ending warn'],
    ['2027-01-31', 0, 'ending warn'],
    ['2026-12-01', 30, 'current info'],
    ['2026-12-01', undefined, 'current info'],
    [undefined, 90, 'current info'],
  ])('on %s, within %s days: %s', (today, failWithin, expected) => {
    expect(scanOn(today, failWithin)).toEqual([expected]);
  });

  it.each([
    ['claude-opus-4-8', ['ending fast-mode-2026-02-01 ends on 2026-11-30 for claude-opus-4-8.']],
    ['claude-opus-5', []],
  ])('reports the end for a single model if the text names it: %s', (model, expected) => {
    const text = `create({ model: '${model}', betas: ['fast-mode-2026-02-01'], speed: 'fast' });\n`;
    const findings = scanText(text, { path: 'a.ts', today: '2026-11-10', failWithin: 30 });
    const ends = findings.filter(({ kind }) => kind === 'ending');
    expect(ends.map(({ kind, message }) => `${kind} ${message}`)).toEqual(expected);
  });
});

describe('platforms', () => {
  const text = `const betas = ['skills-2025-10-02'];`;
  const kindOn = (platforms: readonly ('claude-api' | 'vertex' | 'bedrock')[]): string[] =>
    scanText(text, { path: 'a.ts', platforms }).map(({ kind, level }) => `${kind} ${level}`);

  it('reports a value as unavailable only if no platform has it', () => {
    expect(kindOn(['vertex'])).toEqual(['unavailable error']);
    expect(kindOn(['vertex', 'bedrock'])).toEqual(['unavailable error']);
    expect(kindOn(['vertex', 'claude-api'])).not.toEqual(['unavailable error']);
    expect(kindOn([])).toEqual(['graduated warn']);
  });
});

describe('a value that only some platforms take', () => {
  it.each([
    [['claude-api', 'bedrock'], 'and bedrock still takes it.'],
    [['bedrock', 'bedrock-mantle'], 'and bedrock, bedrock-mantle still take it.'],
  ] as const)('names those of %s', (platforms, end) => {
    const text = `const betas = ['context-1m-2025-08-07', x];`;
    const [finding] = scanText(text, { path: 'a.ts', platforms });
    expect(finding).toMatchObject({ kind: 'graduated', level: 'info' });
    expect(finding?.message).toContain(end);
  });
});

describe('tables without a name', () => {
  it.each([
    ['a.ts', `const e = new Set(['prompt-caching-2024-07-31', 'mcp-client-2025-04-04']);`],
    ['a.ts', `const e = ['prompt-caching-2024-07-31', 'mcp-client-2025-04-04'];`],
    ['a.py', `e = frozenset(["prompt-caching-2024-07-31", "mcp-client-2025-04-04"])`],
    ['a.kt', `val seen = setOf("prompt-caching-2024-07-31", "mcp-client-2025-04-04")`],
    ['A.java', `var e = Set.of("prompt-caching-2024-07-31", "mcp-client-2025-04-04");`],
  ])('reports them as informational without a fix in %s: %s', (path, text) => {
    const findings = scan(text, path);
    expect(findings.map(({ level, place }) => `${level} ${place}`)).toEqual([
      'info table',
      'info table',
    ]);
    expect(findings.filter(({ fix }) => fix)).toEqual([]);
  });

  it.each([
    `const betas = new Set(['prompt-caching-2024-07-31', 'mcp-client-2025-04-04']);`,
    `send({ betas: [...new Set(['prompt-caching-2024-07-31', 'mcp-client-2025-04-04'])] });`,
    `const flags = ['prompt-caching-2024-07-31', 'mcp-client-2025-04-04'];`,
  ])('warns about lists with a name that may be sent: %s', (text) => {
    expect(scan(text).map(({ level }) => level)).toEqual(['warn', 'warn']);
  });
});

describe('scanText', () => {
  it('is free of Node, so that other tools can use it', () => {
    const seen = new Set<string>();
    const visit = (url: URL): void => {
      if (seen.has(url.href)) return;
      seen.add(url.href);
      for (const [, specifier = ''] of readFileSync(url, 'utf8').matchAll(/from '([^']+)';/g)) {
        expect([url.pathname, specifier.startsWith('node:')]).toEqual([url.pathname, false]);
        if (specifier.startsWith('.')) visit(new URL(specifier, url));
      }
    };
    visit(new URL('../../src/scan/index.ts', import.meta.url));
    expect(seen.size).toBeGreaterThan(20);
  });

  it('reads no file that has no language', () => {
    expect(kinds(`betas: [pdfs-2024-09-25]`, 'a.bin')).toEqual([]);
    expect(kinds(`betas: [pdfs-2024-09-25]`, 'LICENSE')).toEqual([]);
  });

  it('reads a notebook with escapes that are no JSON', () => {
    const source = String.raw`"x = '\q \u00g'\n", "betas = ['pdfs-2024-09-25']"`;
    const text = `{"cells": [{"cell_type": "code", "source": [${source}]}]}`;
    expect(scan(text, 'a.ipynb')).toMatchObject([{ beta: 'pdfs-2024-09-25', level: 'warn' }]);
  });

  it('says that a generated file has to be changed at its source', () => {
    const value = `h['anthropic-beta'] = 'pdfs-2024-09-25,x-y';`;
    const [finding] = scan(`// Auto-generated by a tool. Do not edit!\n${value}`);
    expect(finding).toMatchObject({ level: 'warn' });
    expect(finding?.fix).toBeUndefined();
    expect(finding?.message).toMatch(/The file is generated, so change what it is made from\.$/);
    expect(scan(`// The text is generated.\n${value}`)[0]?.fix).toBeDefined();
  });

  it('names the request that still needs a graduated value', () => {
    const [finding] = scan(`const betas = ['structured-outputs-2025-11-13'];`);
    expect(finding).toMatchObject({ kind: 'graduated', level: 'warn' });
    expect(finding?.message).toContain('except for a request where output_format is present.');
  });

  it('takes paths with backslashes', () => {
    expect(scan(`betas = ['pdfs-2024-09-25']`, 'src\\app\\a.py')[0]?.level).toBe('warn');
    expect(scan(`betas = ['pdfs-2024-09-25']`, 'src\\tests\\a.py')[0]?.level).toBe('info');
    expect(scan('`pdfs-2024-09-25`', 'docs\\CHANGELOG.md')[0]?.place).toBe('changelog');
  });

  it('reports a value in capital letters as misspelt', () => {
    const [finding] = scan(`h['anthropic-beta'] = 'MCP-Client-2025-11-20';`);
    expect(finding).toMatchObject({ kind: 'misspelt', instead: 'mcp-client-2025-11-20' });
  });

  it('has the offsets of the value', () => {
    const text = `// 🚀\nconst betas = ['pdfs-2024-09-25'];`;
    const [finding] = scan(text);
    expect(text.slice(finding?.start, finding?.end)).toBe('pdfs-2024-09-25');
    expect(finding).toMatchObject({ line: 2, column: 17, endColumn: 32 });
  });
});
