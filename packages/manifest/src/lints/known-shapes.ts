import type { FeatureSource, Use } from '../schema/index.ts';
import { type Lint, listClaimLists, suggestName } from './lint.ts';

/** A claim about a shape names the shape of a use of the feature. */
export const knownShapes: Lint = {
  name: 'known-shapes',
  *check(sources) {
    for (const { source, claims, pathOf } of listClaimLists(sources)) {
      // A use that could not be read may have the shape.
      if (source.brokenText !== undefined) continue;
      for (const [i, claim] of claims.entries()) {
        if (!('shape' in claim)) continue;
        const known = collectShapes(source.data);
        for (const [j, shape] of (claim.shape ?? []).entries()) {
          if (known.has(shape)) continue;
          yield source.problem(
            [...pathOf(i), 'shape', j],
            'known-shapes',
            `no use of \`${source.data.feature}\` has the shape \`${shape}\``,
            suggestName(shape, known),
          );
        }
      }
    }
  },
};

/** Collects the shapes of all uses: their names, or else the values that they test for. */
function collectShapes({ uses = [], betas }: FeatureSource): Set<string> {
  const all: readonly Use[] = [...uses, ...betas.flatMap(({ requires = [] }) => requires)];
  return new Set(
    all.flatMap(({ shape, is, in: values = [] }) =>
      shape === undefined ? [is ?? [], values].flat().map(String) : [shape],
    ),
  );
}
