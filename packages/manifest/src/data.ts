/**
 * The Catalog as plain data, generated from the manifest, for programs at run time. Parses no YAML.
 * @module
 */
import data from '../data.json' with { type: 'json' };
import type { Catalog } from './catalog-types.ts';

export type * from './catalog-types.ts';

/** Everything that the manifest says. */
export const catalog: Catalog = data as unknown as Catalog;
