/**
 * Generates files: reads the manifest, skips a run without changes, and updates the disk in order.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Catalog } from '@beta-headers/manifest';
import type { EmittedFile } from './emitted-file.ts';
import {
  listOverlayNames,
  type OverlayNames,
  readOverlayNames,
  recallOverlay,
  rememberOverlay,
  removeBuilds,
  subtractNames,
} from './overlay.ts';
import { OWNED } from './owned-folders.ts';
import { hashInputs, readStamp, removeStamp, writeStamp } from './stamp.ts';
import { type Changes, compareFiles, writeFiles } from './writer.ts';

/** The input and the target of a run. */
export interface GenerateOptions {
  /** The root folder of the repository. */
  readonly root: string;
  /** Compares without writing. */
  readonly check?: boolean;
  /** An overlay: a folder of features to add to the manifest. */
  readonly manifest?: string | undefined;
  /** Uses the overlay of the last run, unless `manifest` is given. */
  readonly keepOverlay?: boolean;
  /** Another target folder than the repository. */
  readonly out?: string | undefined;
}

/** The result of a run. */
export interface Generated extends Changes {
  readonly features: number;
  readonly betas: number;
  /** The overlay that the generated files contain. */
  readonly overlay?: OverlayNames & { readonly folder: string };
  /** The names of the last overlay that are no longer generated. */
  readonly removed: OverlayNames & { readonly folder?: string | undefined };
}

/** Updates the generated files from the manifest. */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const { root, check = false, out } = options;
  const last = recallOverlay(root);
  const given = options.manifest === undefined ? undefined : resolve(options.manifest);
  const overlay = given ?? (options.keepOverlay ? last : undefined);
  if (check || out !== undefined) {
    const { catalog, files } = await emit(root, overlay);
    const target = out === undefined ? root : resolve(out);
    const changes = (check ? compareFiles : writeFiles)(target, files, OWNED);
    return summarize(changes, catalog, overlay, { features: [], betas: [] });
  }

  // The inputs are hashed before they are read, so that the next run notices any later change.
  const inputs = hashInputs(root, overlay);
  const known = readStamp(root, inputs, OWNED);
  if (known) {
    rememberOverlay(root, overlay);
    return {
      ...{ written: [], pruned: [], unchanged: known.files.length },
      ...{ features: known.features, betas: known.betas },
      ...(overlay !== undefined && { overlay: { folder: overlay, ...known.overlay } }),
      removed: { features: [], betas: [] },
    };
  }

  const { catalog, files } = await emit(root, overlay);
  const names = listOverlayNames(catalog);
  const before = readOverlayNames(root);
  removeStamp(root);
  rememberOverlay(root, overlay);
  const { pruned } = compareFiles(root, files, OWNED);
  if (pruned.length > 0 || JSON.stringify(before) !== JSON.stringify(names)) removeBuilds(root);
  const changes = writeFiles(root, files, OWNED);
  const counts = { features: catalog.features.length, betas: catalog.betas.length };
  writeStamp(root, files, { inputs, overlay: names, ...counts });
  return summarize(changes, catalog, overlay, { ...subtractNames(before, names), folder: last });
}

/** Loads the manifest and emits all files. If the manifest has problems, ts-morph is not loaded. */
async function emit(
  root: string,
  overlay: string | undefined,
): Promise<{ catalog: Catalog; files: readonly EmittedFile[] }> {
  const { loadManifest } = await import('@beta-headers/manifest');
  const catalog = loadManifest({
    folder: join(root, 'packages/manifest'),
    relativeTo: process.cwd(),
    ...(overlay !== undefined && { overlay }),
  });
  const { version } = readJson<{ version: string }>(root, 'packages/constants/package.json');
  const { devDependencies } = readJson<{ devDependencies: Record<string, string> }>(
    root,
    'tools/codegen/package.json',
  );
  const { emitAll } = await import('./emit.ts');
  const sdkVersion = devDependencies['@anthropic-ai/sdk'] as string;
  return { catalog, files: emitAll(catalog, { version, sdkVersion }) };
}

function summarize(
  changes: Changes,
  catalog: Catalog,
  overlay: string | undefined,
  removed: Generated['removed'],
): Generated {
  return {
    ...changes,
    features: catalog.features.length,
    betas: catalog.betas.length,
    ...(overlay !== undefined && { overlay: { folder: overlay, ...listOverlayNames(catalog) } }),
    removed,
  };
}

function readJson<T>(root: string, path: string): T {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
}
