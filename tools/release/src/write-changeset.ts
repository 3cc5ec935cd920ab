/** Writes a changeset beside the others, and over none of them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes `.changeset/since-<revision>.md`, with a number where that name is taken. The same text is
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
    // wx: nothing that somebody else writes in between is lost.
    writeFileSync(path, text, { flag: 'wx' });
    return { file, isThere: false };
  }
}

/** A revision as part of a file name; a hash by its beginning. */
function toSlug(revision: string): string {
  const short = /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 9) : revision;
  return short.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'then';
}
