/** The form of the facts in `check.json`, which is smaller than the one that the checker uses. */
import type { Platform } from '@beta-headers/core';
import type { CheckFacts, FeatureFact } from './facts.ts';

/** Platforms by their index in the list of all. */
type Indexes = readonly number[];

/** A feature. What is empty is left out. */
interface FeatureEntry extends Partial<Pick<FeatureFact, 'title' | 'needs'>> {
  /** The betas without the feature's name before each. */
  readonly betas: readonly string[];
  readonly absent?: Indexes;
}

/** The facts with the betas of each feature in one list. */
export interface FactsFile extends Omit<CheckFacts, 'betas' | 'features' | 'markers'> {
  readonly features: Readonly<Record<string, FeatureEntry>>;
  readonly markers: Readonly<Record<string, Indexes>>;
}

/** The id of a beta is the name of its feature and a date. */
export function packFacts({ betas, features, markers, ...facts }: CheckFacts): FactsFile {
  const order = facts.platforms.map(({ id }) => id);
  const toIndexes = (ids: readonly Platform[]): Indexes => ids.map((id) => order.indexOf(id));
  const listBetas = (name: string): string[] =>
    Object.keys(betas)
      .filter((id) => betas[id] === name)
      .map((id) => id.slice(name.length + 1));
  return {
    ...facts,
    markers: mapValues(markers, toIndexes),
    features: mapValues(features, ({ title, absent, needs }, name) => ({
      betas: listBetas(name),
      ...(title !== undefined && { title }),
      ...(absent.length > 0 && { absent: toIndexes(absent) }),
      ...(Object.keys(needs).length > 0 && { needs }),
    })),
  };
}

/** Lists the betas by their id again. */
export function unpackFacts({ features, markers, ...facts }: FactsFile): CheckFacts {
  const toIds = (indexes: Indexes): Platform[] =>
    facts.platforms.flatMap(({ id }, i) => (indexes.includes(i) ? [id] : []));
  return {
    ...facts,
    markers: mapValues(markers, toIds),
    features: mapValues(features, ({ betas: _, absent = [], needs = {}, ...fact }) => ({
      ...fact,
      absent: toIds(absent),
      needs,
    })),
    betas: Object.fromEntries(
      Object.entries(features).flatMap(([name, { betas }]) =>
        betas.map((rest) => [`${name}-${rest}`, name]),
      ),
    ),
  };
}

const mapValues = <V, W>(
  record: Readonly<Record<string, V>>,
  change: (value: V, name: string) => W,
): Record<string, W> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
