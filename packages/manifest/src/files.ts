/** Reads the files of a manifest folder and of an overlay folder. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from './problem.ts';

const CONTENT =
  'A manifest has features/*.yaml, platforms.yaml, models.yaml and sources.yaml, and may have ' +
  'fixes.yaml, not-betas.yaml, errors.yaml, error-terms.yaml, sdks.yaml, clients.yaml, api-versions.yaml, surface-known.yaml and ' +
  'surface-ignore.yaml.';

/** The file of an overlay that names the scope and version of its packages. */
export const OVERLAY_SETTINGS = 'overlay.yaml';

/** The files that an overlay may contain besides its features. */
const OVERLAY_FILES = ['sources.yaml', 'fixes.yaml', OVERLAY_SETTINGS];

/**
 * Reads a file.
 * @throws if it cannot be read, with the files that a manifest has
 */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(
      `${path}: cannot be read (${(error as NodeJS.ErrnoException).code}). ${CONTENT}`,
    );
  }
}

/** Reads a JSON file that may be absent. */
export function readOptionalJson(path: string): unknown {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readText(path));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Error(`${path}: not JSON (${error.message}). Restore the file, or remove it.`);
  }
}

/** Tests if a file exists. */
export const fileExists = (path: string): boolean => existsSync(path);

/**
 * Lists the feature files of a manifest folder.
 * @throws if it has no folder features/
 */
export function listFeatureFiles(folder: string): string[] {
  const features = join(folder, 'features');
  if (isFolder(features)) return listYamlFiles(features);
  throw new Error(`${features}: there is no such folder. ${CONTENT}`);
}

/**
 * Lists the feature files of an overlay, in features/ or directly in it.
 * @throws if the folder is missing or has no feature file
 */
export function listOverlayFiles(folder: string): string[] {
  if (!isFolder(folder)) {
    throw new Error(
      `--manifest ${folder}: there is no such folder. Give a folder that holds feature files ` +
        '(*.yaml), directly or in features/.',
    );
  }
  const nested = join(folder, 'features');
  const files = isFolder(nested)
    ? listYamlFiles(nested)
    : listYamlFiles(folder).filter(
        (path) => !OVERLAY_FILES.some((name) => path === join(folder, name)),
      );
  if (files.length === 0)
    throw new Error(
      `--manifest ${folder}: no feature file (*.yaml) in it. Put one feature in one file, named ` +
        'after the feature.',
    );
  return files;
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function listYamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort(compare)
    .map((name) => join(folder, name));
}
