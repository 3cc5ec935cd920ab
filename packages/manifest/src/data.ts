/**
 * The Catalog as plain data for use at run time. It is generated from the manifest, and loading it
 * parses no YAML.
 * @module
 */
import data from '../data.json' with { type: 'json' };
import type { Catalog } from './catalog-types.ts';

export type * from './catalog-types.ts';

/** Everything that the manifest says. */
export const catalog: Catalog = data as unknown as Catalog;
