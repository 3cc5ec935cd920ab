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

/** Finds a beta by id. */
export const findBeta = (id: string): CatalogBeta | undefined => betas.get(id);

/** Finds a feature by name. */
export const findFeature = (name: string): CatalogFeature | undefined => features.get(name);

/** Gets a beta by an id from the Catalog itself. @throws when the Catalog does not have it */
export const getBeta = (id: string): CatalogBeta => lookUp('beta', id, betas);

/** Gets a feature by a name from the Catalog itself. @throws when the Catalog does not have it */
export const getFeature = (name: string): CatalogFeature => lookUp('feature', name, features);

/** Gets a source that a claim cites. @throws when the Catalog does not have it */
export const getSource = (id: string): CatalogSource => lookUp('source', id, sources);

/** Gets the advice for a refusal by the code that a claim or a constraint names. */
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

/** The title of a model, or its id if the Catalog has no title. */
export const getModelTitle = (id: string): string => models.get(id)?.title ?? id;

/** Tests if the Catalog has a model, which then has a page. */
export const isModel = (id: string): boolean => models.has(id);
