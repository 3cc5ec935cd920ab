/** Reads a package that is already unpacked. Links are not followed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readPackage } from './package-json.ts';
import type { Release, Wanted } from './release.ts';

/** Reads the files of an unpacked package. */
export function readFolder(folder: string, wanted: Wanted): Release {
  const files = new Map<string, string>();
  const walk = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const full = join(at, entry.name);
      if (entry.isDirectory() && entry.name !== 'node_modules') walk(full);
      else if (entry.isFile()) {
        const path = relative(folder, full).replaceAll('\\', '/');
        if (wanted(path)) files.set(path, readFileSync(full, 'utf8'));
      }
    }
  };
  walk(folder);
  return { ...readPackage(files, folder), from: folder, files };
}
