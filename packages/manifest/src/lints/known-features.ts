import { eachClaim, fixName, type Lint } from './lint.ts';

/** `instead` names features that the manifest has. */
export const knownFeatures: Lint = {
  name: 'known-features',
  *check(sources) {
    const known = new Set(sources.features.map(({ data }) => data.feature));
    for (const { source, claim, at } of eachClaim(sources)) {
      if (!('instead' in claim)) continue;
      for (const [index, { for: feature }] of (claim.instead ?? []).entries()) {
        if (!known.has(feature))
          yield source.problem(
            [...at, 'instead', index, 'for'],
            'known-features',
            `the manifest has no feature \`${feature}\``,
            fixName(feature, known),
          );
      }
    }
  },
};
