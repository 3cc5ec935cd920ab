/** What the tree says before a release is looked at. Loads no more than it takes to find that there is nothing to do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadManifest } from '@beta-headers/manifest';
import { compareRelease, isDrift } from './compare/compare.ts';
import { type Known, keptFacts, readKnown } from './known.ts';
import { packageFiles, raisePins } from './write/pins.ts';

/** The manifest's folder inside the repository. */
export const MANIFEST = 'packages/manifest';

/** What the manifest in `root` knows. */
export function loadKnown(root: string): Known {
  const folder = join(root, MANIFEST);
  return readKnown(folder, loadManifest({ folder, relativeTo: root }));
}

/** Whether the manifest says all that it knows of its own release. If so, and if that is the release that was asked for, there is nothing to read. */
export function isInLine(known: Known): boolean {
  const { base, surface } = known;
  return (
    base !== undefined &&
    surface !== undefined &&
    !isDrift(
      compareRelease({ ...known, base: undefined, surface: undefined }, keptFacts(base, surface)),
    )
  );
}

/** The package.json files of the tree that pin an older SDK, with the pin raised to `version`. */
export function raisedPins(root: string, version: string): Map<string, string> {
  const raised = new Map<string, string>();
  for (const path of packageFiles(root)) {
    const text = readIfThere(join(root, path));
    if (text !== undefined && raisePins(text, version) !== text)
      raised.set(path, raisePins(text, version));
  }
  return raised;
}

/** The text of a file; `undefined` where there is none. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
