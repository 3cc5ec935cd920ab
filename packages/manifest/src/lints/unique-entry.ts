import type { Lists } from '../sources.ts';
import { eachEntry, type Lint } from './lint.ts';

const LISTS = [
  'platforms',
  'models',
  'sources',
  'fixes',
  'errors',
  'terms',
] as const satisfies (keyof Lists)[];

/** Every entry of a list has a name of its own; an overlay adds entries and redefines none. */
export const uniqueEntry: Lint = {
  name: 'unique-entry',
  *check(sources) {
    for (const list of LISTS) {
      const first = new Map<string, string>();
      for (const { file, data, path } of eachEntry(sources, list)) {
        const key = 'code' in data ? 'code' : 'means' in data ? 'name' : 'id';
        const name = String((data as { readonly [key: string]: unknown })[key]);
        const home = first.get(name);
        if (home === undefined) first.set(name, file.file);
        else
          yield file.problem(
            [...path, key],
            'unique-entry',
            `\`${name}\` is defined twice`,
            `keep one, or give this one another ${key}; the other is in ${home}`,
          );
      }
    }
  },
};
