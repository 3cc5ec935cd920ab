/**
 * The Catalog as plain data, generated from the manifest: what programs read at run time. Parses no YAML.
 * @module
 */
import data from '../data.json' with { type: 'json' };
import type { Catalog } from './catalog.ts';

export type {
  Catalog,
  CatalogBeta,
  CatalogClaim,
  CatalogEvent,
  CatalogFeature,
  CatalogModel,
  CatalogPlatform,
  CatalogRule,
} from './catalog.ts';

/** Every feature, beta, platform and model that the manifest knows. */
export const catalog: Catalog = data as unknown as Catalog;
