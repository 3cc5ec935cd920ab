import type { Localized } from '../schema.ts';
import type { Path } from '../source.ts';
import type { ManifestFile } from '../sources.ts';
import { walkValues } from '../walk.ts';
import { eachEntry, type Lint } from './lint.ts';

/** Every text is there in both languages, and the Indonesian one is not the English one again. */
export const bothLanguages: Lint = {
  name: 'both-languages',
  *check(sources) {
    const found: { file: ManifestFile; path: Path }[] = [];
    const collect = (file: ManifestFile, root: unknown, base: Path): void =>
      walkValues(root, (key, value, path) => {
        // Citations hold no text in two languages, and are most of a file.
        if (key === 'evidence') return false;
        const { en, id } = Object(value) as Partial<Localized>;
        if (typeof en !== 'string' || typeof id !== 'string') return;
        if (en.trim() === id.trim()) found.push({ file, path: [...base, ...path(), 'id'] });
        return false;
      });
    for (const source of sources.features) collect(source, source.data, []);
    for (const list of ['platforms', 'fixes'] as const)
      for (const { file, data, path } of eachEntry(sources, list)) collect(file, data, path);
    for (const { file, path } of found) {
      yield file.problem(
        path,
        'both-languages',
        'the Indonesian text equals the English one',
        'translate it; only identifiers and product names stay as they are',
      );
    }
  },
};
