/**
 * Remembers the overlay of the last run, so that `npm start` keeps it, and removes builds when the
 * overlay changes.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalog } from '@beta-headers/manifest';

const MEMORY = '.cache/overlay.json';

/** The names of the features and betas of an overlay. */
export interface OverlayNames {
  readonly features: readonly string[];
  readonly betas: readonly string[];
}

/** Reads the absolute path of the overlay of the last run. */
export function recallOverlay(root: string): string | undefined {
  try {
    const { folder } = JSON.parse(readFileSync(join(root, MEMORY), 'utf8')) as { folder?: unknown };
    return typeof folder === 'string' ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers the folder, or forgets the last one if there is none. */
export function rememberOverlay(root: string, folder: string | undefined): void {
  const path = join(root, MEMORY);
  const temporary = `${path}.tmp`;
  if (folder === undefined) {
    for (const one of [path, temporary]) if (existsSync(one)) rmSync(one);
  } else if (recallOverlay(root) !== folder) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, `${JSON.stringify({ folder })}\n`);
    renameSync(temporary, path);
  }
}

/** Lists the names of a catalog that come from an overlay. */
export function listOverlayNames({
  features,
  betas,
}: Pick<Catalog, 'features' | 'betas'>): OverlayNames {
  return {
    features: features.filter(({ overlay }) => overlay).map(({ name }) => name),
    betas: betas.filter(({ overlay }) => overlay).map(({ id }) => id),
  };
}

/** Reads the overlay names from data.json on the disk. */
export function readOverlayNames(root: string): OverlayNames {
  try {
    const text = readFileSync(join(root, 'packages/manifest/data.json'), 'utf8');
    return listOverlayNames(JSON.parse(text) as Catalog);
  } catch {
    return { features: [], betas: [] };
  }
}

/** Returns the names that are only in the first list. */
export function subtractNames(names: OverlayNames, others: OverlayNames): OverlayNames {
  return {
    features: names.features.filter((name) => !others.features.includes(name)),
    betas: names.betas.filter((id) => !others.betas.includes(id)),
  };
}

/**
 * Removes all builds. A build that is restored from a cache only adds files, so the files of an
 * overlay would otherwise stay in the next tarball and on the next site.
 */
export function removeBuilds(root: string): void {
  const names = readdirSync(join(root, 'packages'));
  const folders = names.map((name) => `packages/${name}/dist`);
  for (const folder of [...folders, 'packages/node/docs', 'docs/dist'])
    rmSync(join(root, folder), { recursive: true, force: true });
}
