/** Reads an earlier manifest from a revision of the repository or from a data.json file. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { type Catalog, manifestFolder } from '../src/index.ts';

/**
 * Reads a Catalog from a file, or from the data.json of a git revision. `folder` is the manifest's
 * folder in that repository.
 */
export function readCatalogAt(source: string, folder: string = manifestFolder): Catalog {
  const isFile = statSync(source, { throwIfNoEntry: false })?.isFile() ?? false;
  const text = isFile ? readFileSync(source, 'utf8') : readDataAt(source, folder);
  let catalog: Partial<Catalog>;
  try {
    catalog = JSON.parse(text) as Partial<Catalog>;
  } catch (error) {
    throw new Error(
      `${source}: not JSON (${(error as Error).message}). Give a git revision, or a data.json ` +
        'of this package.',
    );
  }
  if (
    catalog?.schemaVersion !== 2 ||
    !Array.isArray(catalog.betas) ||
    !Array.isArray(catalog.features)
  ) {
    throw new Error(
      `${source}: not a manifest of schema version 2. Give a later git revision, or a data.json ` +
        'of this package.',
    );
  }
  // The data of earlier revisions lacks this list.
  return { notBetas: [], ...catalog } as unknown as Catalog;
}

function readDataAt(revision: string, folder: string): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  try {
    git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  } catch {
    throw new Error(
      `${revision}: neither a file nor a revision of this repository. Give a commit, a branch, ` +
        'a tag, or the path of a data.json.',
    );
  }
  try {
    // A path that starts with a dot is relative to the working directory.
    return git('show', `${revision}:./data.json`);
  } catch {
    throw new Error(`${revision}: has no packages/manifest/data.json. Give a later revision.`);
  }
}
