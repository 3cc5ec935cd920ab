/**
 * `npm run root:imports`: checks every import against the table in lib/import-table.ts.
 * Prints the file and line of each import that the table does not allow, and exits with 1.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { checkImports, type SourceFile } from './lib/import-table.ts';
import { root } from './lib/root.ts';
import { extractAstroCode, extractMdxImports, listFiles } from './lib/source-files.ts';

const files = listFiles(['packages', 'tools', 'docs'])
  .filter((path) => /\.(ts|mts|mjs|js|astro|mdx)$/.test(path))
  .map(readImports);
const problems = checkImports(files);
for (const { place, text } of problems) console.error(`${place} ${text}`);
const count = files.reduce((sum, { imports }) => sum + imports.length, 0);
console.log(`${count} imports of ${files.length} files, ${problems.length} not allowed`);
process.exitCode = problems.length > 0 || count === 0 ? 1 : 0;

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
