import type { Lists } from '../manifest-sources.ts';
import { type Lint, listEntries } from './lint.ts';

/** The key that names an entry of each list. */
const KEYS = {
  platforms: 'id',
  models: 'id',
  sources: 'id',
  fixes: 'code',
  notBetas: 'id',
  errors: 'id',
  sdks: 'language',
  clients: 'id',
  apiVersions: 'version',
  terms: 'name',
} as const satisfies { readonly [list in keyof Lists]?: string };

/** The entries of a list have unique names. An overlay adds entries and redefines none. */
export const uniqueEntry: Lint = {
  name: 'unique-entry',
  *check(sources) {
    for (const [list, key] of Object.entries(KEYS) as [keyof typeof KEYS, string][]) {
      const first = new Map<string, string>();
      for (const { file, data, path } of listEntries(sources, list)) {
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
