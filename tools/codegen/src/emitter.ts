import type { Catalog, CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import type { EmittedFile } from './emitted-file.ts';
import type { SdkTypes } from './sdk/types.ts';

/** All that an emitter may look at. No clock, no environment, no disk. */
export interface EmitterInput {
  readonly catalog: Catalog;
  /** A beta of the catalog by its id. */
  readonly beta: (id: string) => CatalogBeta;
  /** The betas of a feature, oldest first. */
  readonly betasOf: (feature: CatalogFeature) => CatalogBeta[];
  /** The version that all published packages share. */
  readonly version: string;
  /** The version of the SDK whose declarations those are. */
  readonly sdkVersion: string;
  /** The SDK's declarations; read when first asked for. */
  readonly sdk: () => SdkTypes;
}

/** Catalog → files. Pure: the same input gives the same bytes. */
export type Emitter = (input: EmitterInput) => readonly EmittedFile[];
