/**
 * Writes what is emitted: only what changed, prunes what is no longer emitted, checks.
 * A file is written beside its place and renamed over it, so that a killed run leaves the old file
 * or the new one.
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

/** The folders that codegen owns. Nothing else in them survives. */
export interface Owned {
  readonly folders: readonly string[];
}

/** What differs between the disk and what is emitted; paths from the root. */
export interface Changes {
  readonly written: readonly string[];
  readonly pruned: readonly string[];
  readonly unchanged: number;
}

const TEMPORARY = /\.beta-headers-[0-9]+\.tmp$/;

/** Compares without writing: what a write would do. */
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

/** Brings the disk to what is emitted. */
export function writeFiles(root: string, files: readonly EmittedFile[], owned: Owned): Changes {
  const changes = compareFiles(root, files, owned);
  const changed = new Set(changes.written);
  for (const file of files)
    if (changed.has(file.path)) writeAtomically(join(root, file.path), file.content);
  for (const path of changes.pruned) rmSync(join(root, path));
  return changes;
}

/**
 * Writes a file so that a reader, or a crash, sees the old content or the new one and nothing
 * between.
 */
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

/** A file that could not be written: the disk is full, the tree is read-only. */
export class WriteError extends Error {
  constructor(path: string, cause: NodeJS.ErrnoException) {
    super(
      `${path}: cannot be written (${cause.message}). Free or unlock the folder and run again.`,
    );
    this.name = 'WriteError';
    this.cause = cause;
  }
}

/** Every file below a folder, as paths from the root; none where there is no such folder. */
export function listFiles(root: string, folder: string): string[] {
  if (!statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(root, path) : [path];
  });
}

/** What a killed run left behind next to the files that are emitted. */
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
