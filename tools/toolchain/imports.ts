/** `npm run x -- node tools/toolchain/imports.ts`: checks every import against the table. Exit 1 names file and line. */
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

/** Every source that git has or would take. */
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
    ? codeOfAstro(text)
    : path.endsWith('.mdx')
      ? codeOfMdx(text)
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

/** The front matter and the scripts of a component, in their lines. */
function codeOfAstro(text: string): string {
  const parts = /^---\n([\s\S]*?)\n---|<script[^>]*>([\s\S]*?)<\/script>/g;
  return keepOnly(
    text,
    [...text.matchAll(parts)].map((match) => {
      const inner = match[1] ?? match[2] ?? '';
      return [match.index + match[0].indexOf(inner), inner.length];
    }),
  );
}

/** The import statements between the paragraphs of a page; code blocks are text. */
function codeOfMdx(text: string): string {
  const prose = text.replaceAll(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, blank);
  return keepOnly(
    prose,
    [...prose.matchAll(/^import .*$/gm)].map((match) => [match.index, match[0].length]),
  );
}

/** Blanks everything else, so that offsets and lines stay. */
function keepOnly(text: string, ranges: readonly (readonly [number, number])[]): string {
  let kept = '';
  for (const [start, length] of ranges)
    kept += blank(text.slice(kept.length, start)) + text.slice(start, start + length);
  return kept + blank(text.slice(kept.length));
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}
