/**
 * Remembers what the last run read and wrote, so that a run without changes ends immediately. The
 * stamp has hashes of the inputs before they are read and of the outputs as they were emitted, so
 * the next run notices an edit at any moment. The stamp only saves work; `--check` does not use it.
 */
import { createHash, type Hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EmittedFile } from './emitted-file.ts';
import type { OverlayNames } from './overlay.ts';
import { listFiles, type Owned } from './writer.ts';

const STAMP = '.cache/generate.json';
const INPUT_FOLDERS = [
  'packages/manifest/features',
  'packages/manifest/src',
  'packages/grammar/src',
  'tools/codegen/src',
];
const INPUT_FILES = [
  'packages/manifest/released.json',
  'packages/manifest/surface.json',
  'packages/constants/package.json',
  'tools/codegen/package.json',
  'pnpm-lock.yaml',
];

/** The stamp of a run. */
interface Stamp {
  readonly inputs: string;
  readonly outputs: string;
  readonly files: readonly string[];
  readonly features: number;
  readonly betas: number;
  readonly overlay: OverlayNames;
}

/** Hashes all inputs. It must be called before any of them is read. */
export function hashInputs(root: string, overlay: string | undefined): string {
  const hash = createHash('sha256');
  const lists = listFolder(join(root, 'packages/manifest'))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => `packages/manifest/${name}`);
  const paths = [
    ...INPUT_FOLDERS.flatMap((folder) => listFiles(root, folder)),
    ...lists,
    ...INPUT_FILES,
  ];
  for (const path of paths.sort()) addFile(hash, path, join(root, path));
  if (overlay !== undefined) {
    hash.update(`overlay ${overlay}\n`);
    for (const path of listFiles(overlay, '.').sort()) addFile(hash, path, join(overlay, path));
  }
  return hash.digest('hex');
}

/** Reads the stamp of the last run, if neither its inputs nor its outputs have changed since. */
export function readStamp(root: string, inputs: string, owned: Owned): Stamp | undefined {
  try {
    const stamp = JSON.parse(readFileSync(join(root, STAMP), 'utf8')) as Stamp;
    if (stamp.inputs !== inputs) return undefined;
    const present = owned.folders.flatMap((folder) => listFiles(root, folder));
    const hash = createHash('sha256');
    for (const path of [...new Set([...stamp.files, ...present])].sort())
      addFile(hash, path, join(root, path));
    return hash.digest('hex') === stamp.outputs ? stamp : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes the stamp of a finished run. If the folder is read-only, there is no stamp, and the next
 * run repeats the work.
 */
export function writeStamp(
  root: string,
  files: readonly EmittedFile[],
  stamp: Omit<Stamp, 'outputs' | 'files'>,
): void {
  const hash = createHash('sha256');
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, content } of sorted) addContent(hash, path, Buffer.from(content));
  const path = join(root, STAMP);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const text = { ...stamp, outputs: hash.digest('hex'), files: sorted.map((file) => file.path) };
    writeFileSync(`${path}.tmp`, JSON.stringify(text));
    renameSync(`${path}.tmp`, path);
  } catch {}
}

/** Removes the stamp before the first write, so that a killed run leaves none. */
export function removeStamp(root: string): void {
  try {
    rmSync(join(root, STAMP), { force: true });
  } catch {}
}

function addFile(hash: Hash, name: string, path: string): void {
  try {
    addContent(hash, name, readFileSync(path));
  } catch {
    hash.update(`${name} absent\n`);
  }
}

function addContent(hash: Hash, name: string, content: Buffer): void {
  hash.update(`${name} ${content.length}\n`).update(content);
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
