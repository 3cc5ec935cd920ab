import type { ManifestFile, Sources } from '../manifest-sources.ts';
import type { Path } from '../yaml-source.ts';
import { type Lint, listBetas, listEntries } from './lint.ts';

/** A value of not-betas.yaml is not a beta, and is listed once. */
export const notABeta: Lint = {
  name: 'not-a-beta',
  *check(sources) {
    // A user's own beta may have such an id.
    const homes = new Map(
      listBetas(sources)
        .filter(({ source }) => !source.overlay)
        .map(({ beta, source }) => [beta.id, source.file]),
    );
    const first = new Map<string, string>();
    for (const { file, id, path, entry, isBeside } of listValues(sources)) {
      const home = homes.get(id);
      const other = first.get(id);
      if (other === undefined) first.set(id, entry);
      if (home !== undefined)
        yield file.problem(
          path,
          'not-a-beta',
          `\`${id}\` is a beta: ${home} has it`,
          'remove it from this list, or from the feature if no source says that it is a beta',
        );
      // `unique-entry` reports an id of two entries.
      else if (other !== undefined && (isBeside || other !== id))
        yield file.problem(
          path,
          'not-a-beta',
          `\`${id}\` is listed twice`,
          `keep one; the other is in the entry \`${other}\``,
        );
    }
  },
};

interface Value {
  readonly file: ManifestFile;
  readonly id: string;
  readonly path: Path;
  /** The id of the entry that lists it. */
  readonly entry: string;
  /** True for a value of `also`. */
  readonly isBeside: boolean;
}

function* listValues(sources: Sources): Generator<Value> {
  for (const { file, data, path } of listEntries(sources, 'notBetas')) {
    yield { file, id: data.id, path: [...path, 'id'], entry: data.id, isBeside: false };
    for (const [i, id] of (data.also ?? []).entries())
      yield { file, id, path: [...path, 'also', i], entry: data.id, isBeside: true };
  }
}
