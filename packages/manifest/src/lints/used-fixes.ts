import { eachFix } from './known-fixes.ts';
import { brokenTexts, eachEntry, type Lint } from './lint.ts';

/** Every fix is named by a claim or a constraint. */
export const usedFixes: Lint = {
  name: 'used-fixes',
  *check(sources) {
    const used = new Set([...eachFix(sources)].map(({ fix }) => fix));
    for (const { file, data, path } of eachEntry(sources, 'fixes')) {
      // A broken file may name it in a place that could not be read.
      if (used.has(data.code) || brokenTexts(sources).some((text) => text.includes(data.code)))
        continue;
      yield file.problem(
        [...path, 'code'],
        'used-fixes',
        `nobody uses the fix \`${data.code}\``,
        'name it in a claim or a constraint, or remove it',
      );
    }
  },
};
