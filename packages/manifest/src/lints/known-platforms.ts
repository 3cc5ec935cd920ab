import type { Path } from '../source.ts';
import type { ManifestFile, Sources } from '../sources.ts';
import { eachClaimList, eachCondition, eachEntry, fixName, type Lint } from './lint.ts';

/** Conditions, claims, substitutes and errors name platforms that platforms.yaml knows. */
export const knownPlatforms: Lint = {
  name: 'known-platforms',
  *check(sources) {
    const known = sources.known.platforms;
    if (!known) return;
    for (const { file, name, path } of namesIn(sources)) {
      if (!known.has(name))
        yield file.problem(
          path,
          'known-platforms',
          `platforms.yaml has no platform \`${name}\``,
          fixName(name, known),
        );
    }
  },
};

interface Name {
  readonly file: ManifestFile;
  readonly name: string;
  readonly path: Path;
}

function* namesIn(sources: Sources): Generator<Name> {
  for (const { source, platform, path } of eachClaimList(sources))
    yield { file: source, name: platform, path };
  for (const { source, condition, path } of eachCondition(sources))
    yield* each(source, condition.platform, [...path, 'platform']);
  for (const source of sources.features)
    for (const [i, { on }] of (source.data.substitutes ?? []).entries())
      yield* each(source, on, ['substitutes', i, 'on']);
  for (const { file, data, path } of eachEntry(sources, 'errors'))
    yield* each(file, data.platforms, [...path, 'platforms']);
}

function* each(file: ManifestFile, names: readonly string[] = [], path: Path): Generator<Name> {
  for (const [i, name] of names.entries()) yield { file, name, path: [...path, i] };
}
