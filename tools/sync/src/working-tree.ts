/** Reads the working tree before a release is read; loads only what "nothing new" needs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadManifest } from '@beta-headers/manifest';
import { type Baseline, readBaseline, restoreFacts, SOURCES_FILE } from './baseline.ts';
import { compareRelease, isDrift } from './compare/compare.ts';
import { SyncError } from './sync-error.ts';
import { listPackageFiles, raisePins } from './write/sdk-pins.ts';

/** The folder of the manifest in the repository. */
export const MANIFEST = 'packages/manifest';

/**
 * Computes the latest day in any time zone: a page may be read on a day that has not begun here.
 */
export const computeLatestDay = (now: Date): string =>
  new Date(now.getTime() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10);

/**
 * Reads the manifest in `root`. With `today`, no date in it may be later.
 * @throws {SyncError} if it is of version 1, which had no sources.yaml
 */
export function loadBaseline(root: string, today?: string): Baseline {
  const folder = join(root, MANIFEST);
  if (existsSync(join(folder, 'features')) && !existsSync(join(folder, SOURCES_FILE)))
    throw new SyncError(
      `${MANIFEST} has no ${SOURCES_FILE}, so it is of manifest version 1; sync reads and ` +
        'writes version 2. Use the sync of that revision, or a later revision.',
    );
  const options = { folder, relativeTo: root, ...(today !== undefined && { today }) };
  return readBaseline(folder, loadManifest(options));
}

/**
 * Tests if the manifest has everything of the release that it is in line with. If that is the
 * requested release, there is nothing to read.
 */
export function isUpToDateWithBase(known: Baseline): boolean {
  const { base, surface } = known;
  return (
    base !== undefined &&
    surface !== undefined &&
    !isDrift(
      compareRelease(
        { ...known, base: undefined, surface: undefined },
        restoreFacts(base, surface),
      ),
    )
  );
}

/** Finds the package.json files that pin an older SDK; returns their text with the raised pin. */
export function findRaisedPins(root: string, version: string): Map<string, string> {
  const raised = new Map<string, string>();
  for (const path of listPackageFiles(root)) {
    const text = readIfThere(join(root, path));
    if (text !== undefined && raisePins(text, version) !== text)
      raised.set(path, raisePins(text, version));
  }
  return raised;
}

/** Reads a file; `undefined` if there is none. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
