/** The form of the facts in `check.json`, which is smaller than the one that the checker uses. */
import type { CheckFacts, FeatureFact } from './facts.ts';

/** The facts with the betas of each feature in one list, without the feature's name before each. */
export interface FactsFile extends Omit<CheckFacts, 'betas' | 'features'> {
  readonly features: Readonly<Record<string, FeatureFact & { readonly betas: readonly string[] }>>;
}

/** The id of a beta is the name of its feature and a date. */
export function packFacts({ betas, features, ...facts }: CheckFacts): FactsFile {
  const listBetas = (name: string): string[] =>
    Object.keys(betas)
      .filter((id) => betas[id] === name)
      .map((id) => id.slice(name.length + 1));
  return {
    ...facts,
    features: Object.fromEntries(
      Object.entries(features).map(([name, fact]) => [name, { ...fact, betas: listBetas(name) }]),
    ),
  };
}

/** Lists the betas by their id again. */
export const unpackFacts = (file: FactsFile): CheckFacts => ({
  ...file,
  betas: Object.fromEntries(
    Object.entries(file.features).flatMap(([name, { betas }]) =>
      betas.map((rest) => [`${name}-${rest}`, name]),
    ),
  ),
});
