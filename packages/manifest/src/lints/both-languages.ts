import type { Localized } from '../schema.ts';
import type { Path } from '../source.ts';
import { walkValues } from '../walk.ts';
import type { Lint } from './lint.ts';

/** Every text is there in both languages, and the Indonesian one is not the English one again. */
export const bothLanguages: Lint = {
  name: 'both-languages',
  *check(sources) {
    for (const source of [...sources.features, ...(sources.platforms ? [sources.platforms] : [])]) {
      const same: Path[] = [];
      walkValues(source.data, (_, value, path) => {
        const { en, id } = (
          typeof value === 'object' && value !== null ? value : {}
        ) as Partial<Localized>;
        if (typeof en !== 'string' || typeof id !== 'string') return;
        if (en.trim() === id.trim()) same.push([...path(), 'id']);
        return false;
      });
      for (const path of same) {
        yield source.problem(
          path,
          'both-languages',
          'the Indonesian text equals the English one',
          'translate it; only identifiers and product names stay as they are',
        );
      }
    }
  },
};
