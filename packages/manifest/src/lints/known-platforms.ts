import { findNearest } from '@beta-headers/grammar';
import type { ManifestFile, Sources } from '../manifest-sources.ts';
import type { Path } from '../yaml-source.ts';
import { type Lint, listClaimLists, listConditions, listEntries } from './lint.ts';

/** Conditions, claims, substitutes, names of models and errors name platforms of platforms.yaml. */
export const knownPlatforms: Lint = {
  name: 'known-platforms',
  *check(sources) {
    const known = sources.known.platforms;
    if (!known) return;
    for (const { file, name, path } of listNames(sources)) {
      if (!known.has(name))
        yield file.problem(
          path,
          'known-platforms',
          `platforms.yaml has no platform \`${name}\``,
          suggestPlatform(name, known),
        );
    }
  },
};

function suggestPlatform(name: string, known: ReadonlySet<string>): string {
  const close = findNearest(name, known);
  return close === undefined
    ? `write one of ${[...known].join(', ')}, or add an entry for \`${name}\` to platforms.yaml`
    : `write \`${close}\`, or add an entry for \`${name}\` to platforms.yaml`;
}

interface Name {
  readonly file: ManifestFile;
  readonly name: string;
  readonly path: Path;
}

function* listNames(sources: Sources): Generator<Name> {
  for (const { source, platform, path } of listClaimLists(sources))
    yield { file: source, name: platform, path };
  for (const { source, condition, path } of listConditions(sources))
    yield* toNames(source, condition.platform, [...path, 'platform']);
  for (const source of sources.features)
    for (const [i, { on }] of (source.data.substitutes ?? []).entries())
      yield* toNames(source, on, ['substitutes', i, 'on']);
  for (const { file, data, path } of listEntries(sources, 'models'))
    for (const name of Object.keys(data.ids ?? {}))
      yield { file, name, path: [...path, 'ids', name] };
  for (const { file, data, path } of listEntries(sources, 'apiVersions'))
    yield* toNames(file, data.platforms, [...path, 'platforms']);
  for (const { file, data, path } of listEntries(sources, 'errors'))
    yield* toNames(file, data.platforms, [...path, 'platforms']);
}

function* toNames(file: ManifestFile, names: readonly string[] = [], path: Path): Generator<Name> {
  for (const [i, name] of names.entries()) yield { file, name, path: [...path, i] };
}
