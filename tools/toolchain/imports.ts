/**
 * `npm run root:imports`: checks every import against the table in lib/import-table.ts.
 * Prints the file and line of each import that the table does not allow, and exits with 1.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { checkImports, type SourceFile } from './lib/import-table.ts';
import { root } from './lib/root.ts';

const files = listFiles().map(readImports);
const problems = checkImports(files);
for (const { place, text } of problems) console.error(`${place} ${text}`);
const count = files.reduce((sum, { imports }) => sum + imports.length, 0);
console.log(`${count} imports of ${files.length} files, ${problems.length} not allowed`);
process.exitCode = problems.length > 0 || count === 0 ? 1 : 0;

/** Lists every source file that git tracks or would add. */
function listFiles(): string[] {
  const args = [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'packages',
    'tools',
    'docs',
  ];
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((path) => /\.(ts|mts|mjs|js|astro|mdx)$/.test(path) && existsSync(join(root, path)));
}

function readImports(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const code = path.endsWith('.astro')
    ? extractAstroCode(text)
    : path.endsWith('.mdx')
      ? extractMdxImports(text)
      : text;
  const { module } = parseSync(path.replace(/\.(astro|mdx)$/, '.ts'), code);
  const requests = [
    ...module.staticImports.map((one) => one.moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.map((one) => one.moduleRequest)),
    ...module.dynamicImports.map((one) => one.moduleRequest),
  ];
  const imports = requests.flatMap((request) => {
    if (!request) return [];
    const specifier = code.slice(request.start, request.end).replaceAll(/^['"]|['"]$/g, '');
    return [{ line: code.slice(0, request.start).split('\n').length, specifier }];
  });
  return { path, imports };
}

/** Keeps the front matter and the scripts of a component, on their original lines. */
function extractAstroCode(text: string): string {
  const parts = /^---\n([\s\S]*?)\n---|<script[^>]*>([\s\S]*?)<\/script>/g;
  return keepOnly(
    text,
    [...text.matchAll(parts)].map((match) => {
      const inner = match[1] ?? match[2] ?? '';
      return [match.index + match[0].indexOf(inner), inner.length];
    }),
  );
}

/** Keeps the import statements of a page. Imports inside code blocks are text. */
function extractMdxImports(text: string): string {
  const prose = text.replaceAll(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, blank);
  return keepOnly(
    prose,
    [...prose.matchAll(/^import .*$/gm)].map((match) => [match.index, match[0].length]),
  );
}

/** Blanks everything outside the ranges, so that offsets and line numbers stay the same. */
function keepOnly(text: string, ranges: readonly (readonly [number, number])[]): string {
  let kept = '';
  for (const [start, length] of ranges)
    kept += blank(text.slice(kept.length, start)) + text.slice(start, start + length);
  return kept + blank(text.slice(kept.length));
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}
