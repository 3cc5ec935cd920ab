/** The catalog of this release, and lookups by name. */
import { splitBetaId } from '@beta-headers/grammar';
import { CATALOG } from '../generated/catalog.ts';
import { decodeCatalog } from './decode.ts';
import type { EngineCatalog, KnownBeta, KnownFeature } from './types.ts';

/** The manifest of this release, in the form that the engine uses. */
export const defaultCatalog: EngineCatalog = /* @__PURE__ */ decodeCatalog(CATALOG);

/**
 * Tests if a value is a catalog. Detects the mistakes of callers without types, not every wrong
 * shape.
 */
export function isCatalog(value: unknown): value is EngineCatalog<string> {
  const { features, betas } = Object(value) as Partial<EngineCatalog>;
  return features instanceof Map && betas instanceof Map;
}

/**
 * Resolves a name to a beta: a feature to its default, a beta to itself. Returns `undefined` for an
 * unknown name.
 */
export function resolveName(catalog: EngineCatalog<string>, name: string): string | undefined {
  return catalog.betas.has(name) ? name : catalog.features.get(name)?.default;
}

/** Finds a beta by its id, in any letter case. */
export function findBeta(catalog: EngineCatalog<string>, id: string): KnownBeta | undefined {
  return catalog.betas.get(id) ?? catalog.betas.get(id.toLowerCase());
}

/** Finds the feature of a beta, even if the catalog does not know the beta's date. */
export function findFeature(catalog: EngineCatalog<string>, id: string): KnownFeature | undefined {
  const known = catalog.betas.get(id)?.feature;
  return known ?? catalog.features.get(splitBetaId(id)?.feature ?? '');
}

/** Lists every name that means a beta: features and betas. */
export function listNames(catalog: EngineCatalog<string>): string[] {
  return [...catalog.features.keys(), ...catalog.betas.keys()];
}
