/**
 * Runs every emitter. A new target needs a folder under emitters/, a line here, and its output
 * folder in owned-folders.ts.
 */
import type { Catalog, CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import type { EmittedFile } from './emitted-file.ts';
import type { Emitter } from './emitter.ts';
import { emitCallers } from './emitters/callers/index.ts';
import { emitCatalog } from './emitters/catalog/index.ts';
import { emitConstants } from './emitters/constants/index.ts';
import { emitData } from './emitters/data/index.ts';
import { emitErrors } from './emitters/errors/index.ts';
import { emitHelpers } from './emitters/helpers/index.ts';
import { readSdkTypes, type SdkTypes } from './sdk/types.ts';

const EMITTERS: readonly Emitter[] = [
  emitData,
  emitConstants,
  emitCatalog,
  emitErrors,
  emitHelpers,
  emitCallers,
];

/** The versions that appear in what is emitted. */
export interface Versions {
  /** The version that all published packages share. */
  readonly version: string;
  /** The version of the SDK whose types the builders use. */
  readonly sdkVersion: string;
}

/** Emits all files for a catalog. Pure except for reading the declarations of the SDK. */
export function emitAll(catalog: Catalog, versions: Versions): readonly EmittedFile[] {
  let types: SdkTypes | undefined;
  const sdk = (): SdkTypes => (types ??= readSdkTypes());
  const betas = new Map(catalog.betas.map((beta) => [beta.id, beta]));
  const beta = (id: string): CatalogBeta => {
    const found = betas.get(id);
    if (!found) throw new Error(`the catalog has no beta ${id}`);
    return found;
  };
  const listBetas = (feature: CatalogFeature): CatalogBeta[] => feature.betas.map(beta);
  return EMITTERS.flatMap((emit) => emit({ catalog, beta, listBetas, ...versions, sdk }));
}
