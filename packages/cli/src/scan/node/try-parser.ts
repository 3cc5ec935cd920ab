/** Tries the native parser on texts in another process, which a text can end by its nesting. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { findParserLanguage } from '../languages/javascript.ts';

/** A file, or a text under its name. */
export interface Tried {
  readonly path: string;
  readonly text?: string;
}

/** Ends the process for each text that it cannot parse, so a tree of them must not take hours. */
const MAX_ENDS = 20;
const TIMEOUT_MS = 120_000;

/** Reads files and texts, parses them one after the other, and prints the index of each. */
const SCRIPT = `
import { readFileSync, writeSync } from 'node:fs';
const { parser, items } = JSON.parse(readFileSync(0, 'utf8'));
const { parseSync } = await import(parser);
for (const { index, path, text, lang } of items) {
  let source = text;
  try { source ??= readFileSync(path, 'utf8'); } catch { continue; }
  parseSync('file.' + (lang === 'dts' ? 'd.ts' : lang), source, { lang, sourceType: 'unambiguous' }).program;
  writeSync(1, index + '\\n');
}`;

/** Finds the texts that the parser can read without an end of the process, by their index. */
export function findParsable(items: readonly Tried[]): Set<number> {
  const parsable = new Set<number>();
  const parser = pathToFileURL(createRequire(import.meta.url).resolve('oxc-parser')).href;
  let rest = items.map((item, index) => ({ ...item, index, lang: findParserLanguage(item.path) }));
  for (let ends = 0; rest.length > 0 && ends < MAX_ENDS; ends++) {
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', SCRIPT],
      {
        input: JSON.stringify({ parser, items: rest }),
        timeout: TIMEOUT_MS,
        stdio: ['pipe', 'pipe', 'ignore'],
        maxBuffer: Number.POSITIVE_INFINITY,
      },
    );
    const done = new Set((stdout?.toString() ?? '').split('\n').filter(Boolean).map(Number));
    for (const index of done) parsable.add(index);
    if (status === 0) break;
    // The first one that was not printed ended the process.
    const at = rest.findIndex(({ index }) => !done.has(index));
    rest = rest.slice(at + 1);
  }
  return parsable;
}
