/** Copies of the docs: a file, a folder of Markdown, or a git directory, each page with its day. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { SyncError } from '../../sync-error.ts';
import { listTree, openRepository, type Repository, readBlobs, readCommit } from '../git.ts';
import { type PageFacts, readPage } from './page.ts';

/** A copy of a page in one place. */
export interface Copy {
  /** The path in the place that was given. */
  readonly path: string;
  /** The day on which the page was copied; unknown if neither the file nor git has it. */
  readonly day?: string;
  /** The commit of the copy, for a permanent link. */
  readonly commit?: string;
  readonly facts: PageFacts;
}

/** The pages with feature metadata that were found in a place, and the number of files read. */
export interface Copies {
  readonly place: string;
  readonly files: number;
  readonly copies: readonly Copy[];
}

const isPage = (path: string): boolean => /\.mdx?$/.test(path);

/**
 * Reads a place: `FOLDER`, `FILE.md`, or the directory of a repository, `DIR` or `DIR@REVISION`.
 * @throws {SyncError} if there is no such place
 */
export async function readCopies(place: string): Promise<Copies> {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat?.isFile()) return readFiles(place, [[basename(place), place]]);
  const at = stat ? -1 : place.lastIndexOf('@');
  const repository = openRepository(at === -1 ? place : place.slice(0, at));
  if (repository) return readCommitted(place, repository, at === -1 ? 'HEAD' : place.slice(at + 1));
  if (!stat)
    throw new SyncError(`--docs ${place}: there is no such file, folder or git directory.`);
  return readFiles(place, listPages(place));
}

function listPages(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isPage(entry.name))
    .map((entry): [string, string] => {
      const full = join(entry.parentPath, entry.name);
      return [relative(folder, full).replaceAll('\\', '/'), full];
    })
    .filter(([path]) => !/(?:^|\/)node_modules\//.test(path));
}

function readFiles(
  place: string,
  files: readonly (readonly [path: string, full: string])[],
): Copies {
  const copies = files.flatMap(([path, full]): Copy[] => {
    const facts = readPage(readFileSync(full, 'utf8'), path);
    return facts ? [{ path, ...(facts.day !== undefined && { day: facts.day }), facts }] : [];
  });
  return { place, files: files.length, copies: copies.sort(compareByPath) };
}

async function readCommitted(
  place: string,
  repository: Repository,
  revision: string,
): Promise<Copies> {
  const { id, day } = readCommit(repository, revision);
  const entries = listTree(repository, id, isPage);
  const paths = new Map<string, string[]>();
  for (const { path, blob } of entries) paths.set(blob, [...(paths.get(blob) ?? []), path]);
  const copies: Copy[] = [];
  await readBlobs(repository, [...paths.keys()], (blob, text) => {
    for (const path of paths.get(blob) ?? []) {
      const facts = readPage(text, path);
      if (facts) copies.push({ path, day: facts.day ?? day, commit: id, facts });
    }
  });
  return { place, files: entries.length, copies: copies.sort(compareByPath) };
}

const compareByPath = (a: Copy, b: Copy): number => (a.path < b.path ? -1 : 1);

/** Chooses one copy of each page: an English one if there is one, and the newest of those. */
export function chooseCopies(copies: readonly Copy[]): Copy[] {
  const chosen = new Map<string, Copy>();
  for (const copy of copies) {
    const other = chosen.get(copy.facts.page);
    if (!other || isBetter(copy, other)) chosen.set(copy.facts.page, copy);
  }
  return [...chosen.values()];
}

function isBetter(copy: Copy, other: Copy): boolean {
  const isEnglish = copy.facts.language === 'en';
  if (isEnglish !== (other.facts.language === 'en')) return isEnglish;
  return (copy.day ?? '') > (other.day ?? '');
}
