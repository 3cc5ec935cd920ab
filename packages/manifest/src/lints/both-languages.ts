import { collectContents } from './contents.ts';
import type { Lint } from './lint.ts';

/**
 * Every text is translated: the Indonesian text differs from the English one. An overlay may have
 * English texts only.
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
