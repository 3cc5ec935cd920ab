import { listFixes } from './known-fixes.ts';
import { type Lint, listBrokenTexts, listEntries } from './lint.ts';

/** Every fix is named by a claim or a constraint. */
export const usedFixes: Lint = {
  name: 'used-fixes',
  *check(sources) {
    const used = new Set([...listFixes(sources)].map(({ fix }) => fix));
    for (const { file, data, path } of listEntries(sources, 'fixes')) {
      // A broken file may name it in a place that could not be read.
      if (used.has(data.code) || listBrokenTexts(sources).some((text) => text.includes(data.code)))
        continue;
      yield file.problem(
        [...path, 'code'],
        'used-fixes',
        `the fix \`${data.code}\` is not used`,
        'name it in a claim or a constraint, or remove it',
      );
    }
  },
};
