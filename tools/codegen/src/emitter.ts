import type { Catalog, CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import type { EmittedFile } from './emitted-file.ts';
import type { SdkTypes } from './sdk/types.ts';

/** The input of an emitter. It has no access to clock, environment or disk. */
export interface EmitterInput {
  readonly catalog: Catalog;
  /** Returns the beta with an id. */
  readonly beta: (id: string) => CatalogBeta;
  /** Returns the betas of a feature, oldest first. */
  readonly listBetas: (feature: CatalogFeature) => CatalogBeta[];
  /** The version that all published packages share. */
  readonly version: string;
  /** The version of the SDK whose types the builders use. */
  readonly sdkVersion: string;
  /** Returns the declarations of the SDK, which are read on first use. */
  readonly sdk: () => SdkTypes;
}

/** Creates files from the Catalog. Pure: the same input gives the same bytes. */
export type Emitter = (input: EmitterInput) => readonly EmittedFile[];
