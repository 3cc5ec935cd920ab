/** Lists the source files of the repository, and extracts the code of Astro and MDX files. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** Lists every file that git tracks or would add, below the given paths or anywhere. */
export function listFiles(paths: readonly string[] = []): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...paths];
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((path) => path !== '' && existsSync(join(root, path)));
}

/** Keeps the front matter and the scripts of a component, on their original lines. */
export function extractAstroCode(text: string): string {
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
export function extractMdxImports(text: string): string {
  const prose = blankCodeBlocks(text);
  return keepOnly(
    prose,
    [...prose.matchAll(/^import .*$/gm)].map((match) => [match.index, match[0].length]),
  );
}

/** Blanks the fenced code blocks of a Markdown text. */
export function blankCodeBlocks(text: string): string {
  return text.replaceAll(/^[ \t]*(`{3,}|~{3,})[\s\S]*?^[ \t]*\1/gm, blank);
}

/** Replaces everything except line breaks by spaces, so that offsets and lines stay the same. */
export function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}

/** Blanks everything outside the ranges, each of which is an offset and a length. */
export function keepOnly(text: string, ranges: readonly (readonly [number, number])[]): string {
  let kept = '';
  for (const [start, length] of ranges)
    kept += blank(text.slice(kept.length, start)) + text.slice(start, start + length);
  return kept + blank(text.slice(kept.length));
}
