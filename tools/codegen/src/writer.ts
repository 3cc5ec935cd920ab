/**
 * Writes emitted files that changed, removes files that are no longer emitted, or only compares. A
 * file is written to a temporary file and renamed, so that a killed run leaves the old file or the
 * new one.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { EmittedFile } from './emitted-file.ts';

/** The folders that codegen owns. Other files in them are removed. */
export interface Owned {
  readonly folders: readonly string[];
}

/** The differences between the disk and the emitted files, as paths from the root. */
export interface Changes {
  readonly written: readonly string[];
  readonly pruned: readonly string[];
  readonly unchanged: number;
}

const TEMPORARY = /\.beta-headers-[0-9]+\.tmp$/;

/** Compares without writing. */
export function compareFiles(root: string, files: readonly EmittedFile[], owned: Owned): Changes {
  const emitted = new Set(files.map((file) => file.path));
  if (emitted.size !== files.length)
    throw new Error(`two emitters emit the same file: ${findDuplicate(files)}`);
  const written = files
    .filter((file) => readOptional(join(root, file.path)) !== file.content)
    .map((file) => file.path);
  const owners = owned.folders.flatMap((folder) => listFiles(root, folder));
  const pruned = [...new Set([...owners, ...findLeftovers(root, emitted)])]
    .filter((path) => !emitted.has(path))
    .sort();
  return { written, pruned, unchanged: files.length - written.length };
}

/** Updates the disk to the emitted files. */
export function writeFiles(root: string, files: readonly EmittedFile[], owned: Owned): Changes {
  const changes = compareFiles(root, files, owned);
  const changed = new Set(changes.written);
  for (const file of files)
    if (changed.has(file.path)) writeAtomically(join(root, file.path), file.content);
  for (const path of changes.pruned) rmSync(join(root, path));
  return changes;
}

/** Writes a file atomically: a reader or a crash sees either the old or the new content. */
export function writeAtomically(path: string, content: string): void {
  const temporary = `${path}.beta-headers-${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary);
    throw new WriteError(path, error as NodeJS.ErrnoException);
  }
}

/** Thrown for a file that cannot be written, such as on a full or read-only disk. */
export class WriteError extends Error {
  constructor(path: string, cause: NodeJS.ErrnoException) {
    super(
      `${path}: cannot be written (${cause.message}). Free or unlock the folder and run again.`,
    );
    this.name = 'WriteError';
    this.cause = cause;
  }
}

/** Lists the files below a folder, as paths from the root. Empty if there is no such folder. */
export function listFiles(root: string, folder: string): string[] {
  if (!statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(root, path) : [path];
  });
}

/** Finds the temporary files of killed runs. */
function findLeftovers(root: string, emitted: ReadonlySet<string>): string[] {
  const folders = new Set([...emitted].map((path) => dirname(path)));
  return [...folders].flatMap((folder) => {
    const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
    return names
      .filter((name) => TEMPORARY.test(name))
      .map((name) => (folder === '.' ? name : `${folder}/${name}`));
  });
}

function readOptional(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function findDuplicate(files: readonly EmittedFile[]): string {
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path)) return path;
    seen.add(path);
  }
  return '';
}
