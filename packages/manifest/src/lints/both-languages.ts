import { collectContents } from './contents.ts';
import type { Lint } from './lint.ts';

/**
 * The Indonesian text is not the English one again. An overlay may have English only, which is then
 * its Indonesian too.
 */
export const bothLanguages: Lint = {
  name: 'both-languages',
  *check(sources) {
    for (const { file, value, path } of collectContents(sources).texts) {
      if (file.overlay || value.en.trim() !== value.id.trim()) continue;
      yield file.problem(
        [...path(), 'id'],
        'both-languages',
        'the Indonesian text equals the English one',
        'translate it; only identifiers and product names stay as they are',
      );
    }
  },
};
