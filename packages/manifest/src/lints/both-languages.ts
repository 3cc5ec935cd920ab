import type { Path } from '../source.ts';
import type { Lint } from './lint.ts';

/** Every text is there in both languages, and the Indonesian one is not the English one again. */
export const bothLanguages: Lint = {
  name: 'both-languages',
  *check(sources) {
    for (const source of [...sources.features, ...(sources.platforms ? [sources.platforms] : [])]) {
      for (const { path, en, id } of texts(source.data, [])) {
        if (en === id)
          yield source.problem(
            [...path, 'id'],
            'both-languages',
            'the Indonesian text equals the English one',
            'translate it; only identifiers and product names stay as they are',
          );
      }
    }
  },
};

function* texts(value: unknown, path: Path): Generator<{ path: Path; en: string; id: string }> {
  if (typeof value !== 'object' || value === null) return;
  const { en, id } = value as { en?: unknown; id?: unknown };
  if (typeof en === 'string' && typeof id === 'string') yield { path, en, id };
  else for (const [key, inner] of Object.entries(value)) yield* texts(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}
