/** The Catalog of the manifest, with the look-ups that pages need. */
import type { CatalogBeta, CatalogFeature, Platform } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';

export type {
  CatalogBeta,
  CatalogClaim,
  CatalogEvent,
  CatalogFeature,
  CatalogRule,
  Evidence,
  Localized,
  Platform,
  Stage,
} from '@beta-headers/manifest';

export { catalog };

const betas = new Map(catalog.betas.map((beta) => [beta.id, beta]));
const features = new Map(catalog.features.map((feature) => [feature.name, feature]));
const platforms = new Map(catalog.platforms.map((platform) => [platform.id, platform]));

/** A beta by id, or nothing. */
export const findBeta = (id: string): CatalogBeta | undefined => betas.get(id);

/** A feature by name, or nothing. */
export const findFeature = (name: string): CatalogFeature | undefined => features.get(name);

/** A beta that the Catalog itself refers to; absent means that the Catalog is broken. */
export function beta(id: string): CatalogBeta {
  const found = betas.get(id);
  if (!found)
    throw new Error(
      `packages/manifest/data.json refers to the beta ${id}, which it does not have. Run "npm run generate".`,
    );
  return found;
}

export function feature(name: string): CatalogFeature {
  const found = features.get(name);
  if (!found)
    throw new Error(
      `packages/manifest/data.json refers to the feature ${name}, which it does not have. Run "npm run generate".`,
    );
  return found;
}

/** The title of a platform. */
export const platformTitle = (id: Platform): string => platforms.get(id)?.title ?? id;

/** The title of a model, or its id where the Catalog has none. */
export const modelTitle = (id: string): string =>
  catalog.models.find((model) => model.id === id)?.title ?? id;
