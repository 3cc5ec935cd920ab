/**
 * `npm run root:words [-- path …]`: checks words, old names, comments, long lines and functions.
 * Prints the file and line of each problem with its correction, and exits with 1 if there is one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from './lib/prose.ts';
import { root } from './lib/root.ts';
import { listFiles } from './lib/source-files.ts';
import { checkStyle } from './lib/style.ts';
import { compileNames, compileWords, parseWords } from './lib/word-list.ts';

/** Texts that are not written here: generated files, Indonesian, and quotations. */
const EXCLUDED = [
  /(^|\/)generated\//,
  /^packages\/(constants\/src|(node|deno)\/src\/features)\//,
  /(^|\/)CHANGELOG\.md$/,
  /^docs\/src\/(content\/docs\/id\/|.*\bid\.ts$)/,
  // Adopted word for word.
  /^CODE_OF_CONDUCT\.md$/,
];

const words = parseWords(readFileSync(join(root, 'tools/toolchain/words.txt'), 'utf8'));
const findWords = compileWords(words);
const findNames = compileNames(words);
let count = 0;
let problems = 0;
for (const path of listFiles(process.argv.slice(2))) {
  if (EXCLUDED.some((pattern) => pattern.test(path))) continue;
  const file = readText(path, readFileSync(join(root, path), 'utf8'));
  if (!file) continue;
  count += 1;
  for (const { line, text, fix } of checkStyle(file, findWords, findNames)) {
    problems += 1;
    console.error(`${path}:${line}  ${text}  → ${fix}`);
  }
}
console.log(`${count} files, ${problems} problems`);
process.exitCode = problems > 0 || count === 0 ? 1 : 0;
