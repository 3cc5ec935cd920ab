/** Reads what depends on one model from the claims, rules and constraints of the Catalog. */
import {
  type CatalogBeta,
  type CatalogConstraint,
  type CatalogFeature,
  type CatalogPlatform,
  type CatalogRule,
  catalog,
} from './catalog.ts';
import { type FeatureMark, getFeatureMark, getHeaderMark, type HeaderMark } from './claim-marks.ts';
import type { Claim } from './claims.ts';

export type CatalogModel = (typeof catalog.models)[number];

/**
 * Lists the claims of a platform that can apply to a model. The first claim that applies counts, so
 * nothing after one without further conditions is left.
 */
export function selectClaims<T extends Claim>(claims: readonly T[], model: string): T[] {
  const fitting = claims.filter(({ models }) => models?.includes(model) ?? true);
  const end = fitting.findIndex((claim) => {
    return !claim.endpoint && !claim.until && !('shape' in claim && claim.shape);
  });
  return end === -1 ? fitting : fitting.slice(0, end + 1);
}

const namesModels = (lists: Readonly<Record<string, readonly Claim[]>>): boolean =>
  Object.values(lists).some((claims) => claims.some(({ models }) => models));

/** The features that some platform has with certain models only. */
const DEPENDENT = catalog.features.filter(({ availability }) => namesModels(availability));
/** The values that some platform accepts with certain models only. */
const DEPENDENT_VALUES = catalog.betas.filter(({ acceptance }) => namesModels(acceptance));

/** A feature, with what becomes of it on each platform with one model. */
export interface ModelRow {
  readonly feature: CatalogFeature;
  readonly marks: Readonly<Record<string, FeatureMark>>;
  /** The last days that a claim about this model names, by platform. */
  readonly until: readonly { readonly platform: string; readonly date: string }[];
}

/** Lists the platforms on which a model may still answer. Those of Anthropic end together. */
export const listModelPlatforms = ({ retired }: CatalogModel): readonly CatalogPlatform[] =>
  catalog.platforms.filter(({ operator }) => !(retired && operator === 'anthropic'));

/** Lists the features that depend on the model, with their marks. */
export const listModelRows = (model: CatalogModel): ModelRow[] =>
  DEPENDENT.map((feature) => ({
    feature,
    marks: Object.fromEntries(
      listModelPlatforms(model).map(({ id }) => [
        id,
        getFeatureMark(selectClaims(feature.availability[id] ?? [], model.id)),
      ]),
    ),
    until: listModelPlatforms(model).flatMap(({ id }) =>
      selectClaims(feature.availability[id] ?? [], model.id).flatMap(({ until, models }) =>
        until && models ? [{ platform: id, date: until }] : [],
      ),
    ),
  }));

/** A value, with what becomes of it on each platform with one model. */
export interface ModelValueRow {
  readonly beta: CatalogBeta;
  readonly marks: Readonly<Record<string, HeaderMark>>;
}

/** Lists the values whose acceptance depends on the model, with their marks. */
export const listModelValues = (model: CatalogModel): ModelValueRow[] =>
  DEPENDENT_VALUES.map((beta) => ({
    beta,
    marks: Object.fromEntries(
      listModelPlatforms(model).map(({ id }) => [
        id,
        getHeaderMark(selectClaims(beta.acceptance[id] ?? [], model.id)),
      ]),
    ),
  }));

/** Lists the rules that need a beta with this model and name it. */
export const listModelRules = (
  model: string,
): { readonly beta: CatalogBeta; readonly rules: readonly CatalogRule[] }[] =>
  catalog.betas.flatMap((beta) => {
    const rules = beta.requires.filter((rule) => rule.model?.includes(model));
    return rules.length > 0 ? [{ beta, rules }] : [];
  });

/** Lists the combinations that fail and name this model. */
export const listModelConstraints = (model: string): CatalogConstraint[] =>
  catalog.features.flatMap(({ constraints }) =>
    constraints.filter(({ all }) =>
      all.some((part) => 'model' in part && (part.model?.includes(model) ?? false)),
    ),
  );

/** Lists the features whose documentation lists this model. */
export const listDocumentedFeatures = (model: string): CatalogFeature[] =>
  catalog.features.filter(({ models }) => models?.only.includes(model));

/** Finds the name of a model on a platform, if a source lists it, and where it is taken from. */
export function findModelId(
  model: CatalogModel,
  platform: CatalogPlatform,
): { readonly id: string; readonly from?: string } | undefined {
  const own = model.ids?.[platform.id] ?? (platform.id === 'claude-api' ? model.id : undefined);
  if (own !== undefined) return { id: own };
  const leader = platform.like?.platform;
  const inherited = leader === 'claude-api' ? model.id : model.ids?.[leader ?? ''];
  return leader && inherited !== undefined ? { id: inherited, from: leader } : undefined;
}

/** Tests if the model still answers on the platforms of Anthropic. */
export function getModelState({ retires, retired }: CatalogModel): 'retired' | 'ends' | 'current' {
  if (retired) return 'retired';
  return retires ? 'ends' : 'current';
}

/** The number in the title of a model: 4.8 in `Claude Opus 4.8`. */
const readVersion = ({ title }: CatalogModel): number =>
  Number(/\d+(?:\.\d+)?/.exec(title)?.[0] ?? 0);

/** Models with those that still answer first, then the newest version first. */
export const sortModels = (): CatalogModel[] =>
  catalog.models.toSorted(
    (a, b) =>
      Number(Boolean(a.retired)) - Number(Boolean(b.retired)) ||
      readVersion(b) - readVersion(a) ||
      a.title.localeCompare(b.title, 'en'),
  );
