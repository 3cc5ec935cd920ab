import { fixName, type Lint } from './lint.ts';

/** The default of a feature is one of its betas. */
export const defaultBeta: Lint = {
  name: 'default-beta',
  *check(sources) {
    for (const source of sources.features) {
      const { data, brokenIds } = source;
      const ids = [...data.betas.map(({ id }) => id), ...brokenIds];
      // A file without any beta is for the schema to report.
      if (data.default === undefined || ids.length === 0 || ids.includes(data.default)) continue;
      yield source.problem(
        ['default'],
        'default-beta',
        `\`${data.default}\` is not a beta of \`${data.feature}\``,
        fixName(data.default, ids),
      );
    }
  },
};
