/**
 * The SDK that the repository itself installs: exact versions in its package.json files follow the
 * manifest. Ranges, such as peer dependencies, stay.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareVersions } from '@beta-headers/grammar';
import { SDK } from '../release/release.ts';

/** Updates the lockfile to the raised versions. */
export const INSTALL: readonly string[] = ['pnpm', 'install', '--no-frozen-lockfile'];

const PINNED = new RegExp(`("${SDK}":\\s*")(\\d+\\.\\d+\\.\\d+)(")`, 'g');

/**
 * The package.json files that may pin the SDK, from the root: of the workspace's members, by the
 * folders that they are in.
 */
export function listPackageFiles(root: string): string[] {
  const folders = ['packages', 'tools'].filter((folder) => existsSync(join(root, folder)));
  const below = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${folder}/${entry.name}/package.json`),
  );
  return [...below.sort(), 'docs/package.json', 'package.json'];
}

/** The text of a package.json with an older pin raised to `version`; every other byte stays. */
export function raisePins(text: string, version: string): string {
  return text.replace(PINNED, (all, before: string, pinned: string, after: string) =>
    compareVersions(pinned, version) < 0 ? `${before}${version}${after}` : all,
  );
}
