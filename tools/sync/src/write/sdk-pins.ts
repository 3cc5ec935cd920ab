/**
 * Raises the exact SDK versions in the repository's package.json files. Ranges, such as peer
 * dependencies, stay.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareVersions } from '@beta-headers/grammar';
import { SDK } from '../release/release.ts';

/** The command that updates the lockfile. */
export const INSTALL: readonly string[] = ['pnpm', 'install', '--no-frozen-lockfile'];

const PINNED = new RegExp(`("${SDK}":\\s*")(\\d+\\.\\d+\\.\\d+)(")`, 'g');

/** Lists the package.json files of the workspace, which may pin the SDK. */
export function listPackageFiles(root: string): string[] {
  const folders = ['packages', 'tools'].filter((folder) => existsSync(join(root, folder)));
  const below = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${folder}/${entry.name}/package.json`),
  );
  return [...below.sort(), 'docs/package.json', 'package.json'];
}

/** Raises an older pin to `version`; every other byte stays. */
export function raisePins(text: string, version: string): string {
  return text.replace(PINNED, (all, before: string, pinned: string, after: string) =>
    compareVersions(pinned, version) < 0 ? `${before}${version}${after}` : all,
  );
}
