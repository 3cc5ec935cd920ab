import { collectContents } from './contents.ts';
import type { Lint } from './lint.ts';

/** Every text is there in both languages, and the Indonesian one is not the English one again. */
export const bothLanguages: Lint = {
  name: 'both-languages',
  *check(sources) {
    for (const { file, value, path } of collectContents(sources).texts) {
      if (value.en.trim() !== value.id.trim()) continue;
      yield file.problem(
        [...path(), 'id'],
        'both-languages',
        'the Indonesian text equals the English one',
        'translate it; only identifiers and product names stay as they are',
      );
    }
  },
};
