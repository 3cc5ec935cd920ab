/**
 * Whether anything changed since the last generate: names, sizes and times of all inputs and outputs, in one small file.
 * It only ever saves work; `--check` never asks it.
 */

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const STAMP = '.cache/generate.json';
const INPUT_FOLDERS = ['packages/manifest/features', 'packages/manifest/src', 'tools/codegen/src'];
const INPUT_FILES = [
  'packages/manifest/models.yaml',
  'packages/manifest/platforms.yaml',
  'packages/manifest/released.json',
  'packages/constants/package.json',
  'tools/codegen/package.json',
  'pnpm-lock.yaml',
];

interface Stamp {
  readonly key: string;
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly features: number;
  readonly betas: number;
}

/** What the last generate made, when nothing was touched since. */
export function isUpToDate(root: string): Stamp | undefined {
  if (!existsSync(join(root, STAMP))) return undefined;
  try {
    const stamp = JSON.parse(readFileSync(join(root, STAMP), 'utf8')) as Stamp;
    return stamp.key === keyOf(root, stamp.files, stamp.folders) ? stamp : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers the state after a generate. */
export function remember(root: string, made: Omit<Stamp, 'key'>): void {
  const path = join(root, STAMP);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    `${path}.tmp`,
    JSON.stringify({ ...made, key: keyOf(root, made.files, made.folders) }),
  );
  renameSync(`${path}.tmp`, path);
}

function keyOf(root: string, files: readonly string[], folders: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    hash.update(`${path} ${stat ? `${stat.size} ${stat.mtimeMs}` : 'absent'}\n`);
  };
  for (const folder of [...INPUT_FOLDERS, ...folders])
    for (const path of filesBelow(root, folder)) add(path);
  for (const path of [...INPUT_FILES, ...files]) add(path);
  return hash.digest('hex');
}

function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return names
    .flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name).slice(root.length)] : [],
    )
    .sort();
}
