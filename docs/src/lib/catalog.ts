/** The Catalog of the manifest, with the look-ups that pages need. */
import type { CatalogBeta, CatalogFeature, CatalogSource } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';

export type {
  CatalogAcceptance,
  CatalogAvailability,
  CatalogBeta,
  CatalogCondition,
  CatalogConstraint,
  CatalogConstraintPart,
  CatalogEvent,
  CatalogFeature,
  CatalogNotBeta,
  CatalogPlatform,
  CatalogRule,
  CatalogSource,
  CatalogSubstitute,
  Evidence,
  Localized,
  Stage,
} from '@beta-headers/manifest';

export { catalog };

const betas = new Map(catalog.betas.map((beta) => [beta.id, beta]));
const features = new Map(catalog.features.map((feature) => [feature.name, feature]));
const platforms = new Map(catalog.platforms.map((platform) => [platform.id, platform]));
const models = new Map(catalog.models.map((model) => [model.id, model]));
const sources = new Map(catalog.sources.map((source) => [source.id, source]));
const fixes = new Map(catalog.fixes.map((fix) => [fix.code, fix]));

/** A beta by id, or nothing. */
export const findBeta = (id: string): CatalogBeta | undefined => betas.get(id);

/** A feature by name, or nothing. */
export const findFeature = (name: string): CatalogFeature | undefined => features.get(name);

/** A beta that the Catalog itself refers to; absent means that the Catalog is broken. */
export const getBeta = (id: string): CatalogBeta => lookUp('beta', id, betas);

/** A feature that the Catalog itself refers to. */
export const getFeature = (name: string): CatalogFeature => lookUp('feature', name, features);

/** A source that a claim cites. */
export const getSource = (id: string): CatalogSource => lookUp('source', id, sources);

/** What to do about a refusal, by the code that a claim or a constraint names. */
export const getFixText = (code: string) => lookUp('fix', code, fixes).text;

function lookUp<T>(kind: string, id: string, all: ReadonlyMap<string, T>): T {
  const entry = all.get(id);
  if (entry) return entry;
  throw new Error(
    `packages/manifest/data.json refers to the ${kind} ${id}, which it does not have. ` +
      'Run "npm run generate".',
  );
}

/** The title of a platform. */
export const getPlatformTitle = (id: string): string => platforms.get(id)?.title ?? id;

/** The title of a model, or its id where the Catalog has none. */
export const getModelTitle = (id: string): string => models.get(id)?.title ?? id;
