import type { Lint } from './lint.ts';

/** A feature file has the name of its feature. */
export const fileName: Lint = {
  name: 'file-name',
  *check(sources) {
    for (const source of sources.features) {
      const expected = `${source.data.feature}.yaml`;
      if (source.file.split('/').at(-1) !== expected) {
        yield source.problem(
          ['feature'],
          'file-name',
          `the file of \`${source.data.feature}\` is not named ${expected}`,
          `rename the file to ${expected}, or correct the name of the feature`,
        );
      }
    }
  },
};
