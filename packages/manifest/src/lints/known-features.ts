import { type Lint, listClaimLists, suggestName } from './lint.ts';

/** `instead` names features of the manifest. */
export const knownFeatures: Lint = {
  name: 'known-features',
  *check(sources) {
    const known = new Set(sources.features.map(({ data }) => data.feature));
    for (const { source, claims, pathOf } of listClaimLists(sources)) {
      for (const [i, claim] of claims.entries()) {
        if (!('instead' in claim)) continue;
        for (const [j, { for: feature }] of (claim.instead ?? []).entries()) {
          if (known.has(feature)) continue;
          yield source.problem(
            [...pathOf(i), 'instead', j, 'for'],
            'known-features',
            `the manifest has no feature \`${feature}\``,
            suggestName(feature, known),
          );
        }
      }
    }
  },
};
