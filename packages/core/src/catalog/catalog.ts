/** The catalog of this release, and look-ups by name. */
import { splitBetaId } from '@beta-headers/grammar';
import { CATALOG } from '../generated/catalog.ts';
import { decodeCatalog } from './decode.ts';
import type { EngineCatalog, KnownBeta, KnownFeature } from './types.ts';

/** The manifest of this release, as the engine looks it up. */
export const defaultCatalog: EngineCatalog = /* @__PURE__ */ decodeCatalog(CATALOG);

/** Tests if a value is a catalog, as far as a caller without types can be mistaken. */
export function isCatalog(value: unknown): value is EngineCatalog<string> {
  const { features, betas } = Object(value) as Partial<EngineCatalog>;
  return features instanceof Map && betas instanceof Map;
}

/**
 * The beta that a name means: of a feature its default, of a beta itself; `undefined` for an
 * unknown name.
 */
export function resolveName(catalog: EngineCatalog<string>, name: string): string | undefined {
  return catalog.betas.has(name) ? name : catalog.features.get(name)?.default;
}

/** The beta of an id, in any letter case. */
export function findBeta(catalog: EngineCatalog<string>, id: string): KnownBeta | undefined {
  return catalog.betas.get(id) ?? catalog.betas.get(id.toLowerCase());
}

/** The feature of a beta, also of a date that the catalog does not know. */
export function featureOf(catalog: EngineCatalog<string>, id: string): KnownFeature | undefined {
  const known = catalog.betas.get(id)?.feature;
  return known ?? catalog.features.get(splitBetaId(id)?.feature ?? '');
}

/** Every name that stands for a beta: features and betas. */
export function knownNames(catalog: EngineCatalog<string>): string[] {
  return [...catalog.features.keys(), ...catalog.betas.keys()];
}
