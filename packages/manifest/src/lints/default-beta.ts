import type { FeatureFile } from '../manifest-sources.ts';
import type { Problem } from '../problem.ts';
import { type Lint, suggestName } from './lint.ts';

/** The default of a feature is one of its betas. Only an overlay may omit it. */
export const defaultBeta: Lint = {
  name: 'default-beta',
  *check(sources) {
    for (const source of sources.features) {
      const { data, brokenIds } = source;
      const ids = [...data.betas.map(({ id }) => id), ...brokenIds];
      // The schema reports a file without betas.
      if (ids.length === 0) continue;
      if (data.default === undefined) {
        if (!source.overlay) yield reportMissingDefault(source, ids.at(-1) ?? '');
        continue;
      }
      if (ids.includes(data.default)) continue;
      yield source.problem(
        ['default'],
        'default-beta',
        `\`${data.default}\` is not a beta of \`${data.feature}\``,
        suggestName(data.default, ids),
      );
    }
  },
};

function reportMissingDefault(source: FeatureFile, newest: string): Problem {
  return source.problem(
    ['feature'],
    'default-beta',
    `\`${source.data.feature}\` has no default beta`,
    `add \`default: ${newest}\`, or another of its betas`,
  );
}
