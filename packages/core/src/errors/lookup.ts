/** What errors ask of the catalog. */
import { defaultCatalog, featureOf as findFeature } from '../catalog/catalog.ts';
import type { KnownBeta, Requirement, Rule } from '../catalog/types.ts';

/** Every beta, by id. */
export const knownBetas: ReadonlyMap<string, KnownBeta> = defaultCatalog.betas;

/** A rule of a beta, in the form in which errors speak of it. */
export type GatedRule = Rule & { readonly betas: readonly string[] };

/** The places that need a beta, and those that use a feature that needed one before. */
export function gatedRules(): GatedRule[] {
  return [...defaultCatalog.features.values()].flatMap(({ uses, betas, default: main }) => [
    ...betas.flatMap(({ requires }) =>
      requires.map((rule: Requirement) => ({ ...rule, betas: rule.choices })),
    ),
    ...(main === undefined ? [] : uses.map((rule) => ({ ...rule, betas: [main] }))),
  ]);
}

/** The newest beta of a feature. */
export const latestOf = (feature: string): string | undefined =>
  defaultCatalog.features.get(feature)?.latest;

/** The name of the feature of a beta. */
export const featureOf = (id: string): string | undefined => findFeature(defaultCatalog, id)?.name;

/** The page that explains a beta. */
export const docsOf = (id: string): string | undefined => knownBetas.get(id)?.feature.docs;

/** Tests if only official clients send a beta. */
export const isInternal = (id: string): boolean => knownBetas.get(id)?.stage === 'internal';
