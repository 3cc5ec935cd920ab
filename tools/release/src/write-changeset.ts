/** Writes a changeset and never overwrites another one. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes `.changeset/since-<revision>.md`, with a number if that name is taken. The same text is
 * not written twice.
 */
export function writeChangeset(
  folder: string,
  revision: string,
  text: string,
): { readonly file: string; readonly isThere: boolean } {
  mkdirSync(join(folder, '.changeset'), { recursive: true });
  const name = `since-${toSlug(revision)}`;
  for (let number = 1; ; number += 1) {
    const file = `.changeset/${name}${number === 1 ? '' : `-${number}`}.md`;
    const path = join(folder, file);
    if (existsSync(path)) {
      if (readFileSync(path, 'utf8') === text) return { file, isThere: true };
      continue;
    }
    // `wx` fails if the file was created in the meantime.
    writeFileSync(path, text, { flag: 'wx' });
    return { file, isThere: false };
  }
}

/** Makes a revision part of a file name; a hash is shortened. */
function toSlug(revision: string): string {
  const short = /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 9) : revision;
  return short.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'then';
}
