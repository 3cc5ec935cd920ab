/** Collects the citations, texts and dates of all files in one walk. */

import type { ManifestFile, Sources } from '../manifest-sources.ts';
import type { Evidence, Localized } from '../schema/index.ts';
import { findPath, walkValues } from '../walk-values.ts';
import type { Path } from '../yaml-source.ts';
import { listEntries, memoize } from './lint.ts';

/** A value in a file. Its path is computed only if there is a problem to report. */
export interface Found<T> {
  readonly file: ManifestFile;
  readonly value: T;
  readonly path: () => Path;
}

/** The values that lints look for in every file. */
export interface Contents {
  readonly citations: readonly Found<Evidence>[];
  readonly texts: readonly Found<Localized>[];
  /** Each date with its key. */
  readonly dates: readonly Found<{ readonly date: string; readonly key: string }>[];
}

/**
 * The keys whose text is a date. `retired` of a model and `apiVersion` of a rule are texts; those
 * of a beta and a feature are maps.
 */
const DATES: ReadonlySet<string> = new Set([
  'date',
  'checked',
  'retires',
  'retired',
  'apiVersion',
  'from',
  'until',
]);

const LISTS = [
  'platforms',
  'models',
  'sources',
  'fixes',
  'notBetas',
  'errors',
  'sdks',
  'clients',
  'apiVersions',
  'surface',
] as const;

/** Collects the contents of all files. */
export const collectContents = memoize((sources): Contents => {
  const citations: Found<Evidence>[] = [];
  const texts: Found<Localized>[] = [];
  const dates: Found<{ date: string; key: string }>[] = [];
  for (const { file, root, base } of listRoots(sources)) {
    const at = (parent: object, key: string) => (): Path => [
      ...base,
      ...findPath(root, parent),
      key,
    ];
    walkValues(root, (key, value, parent) => {
      if (typeof value === 'string') {
        if (DATES.has(key))
          dates.push({ file, value: { date: value, key }, path: at(parent, key) });
        return false;
      }
      if (key === 'evidence' && Array.isArray(value)) {
        for (const one of value as Evidence[])
          citations.push({ file, value: one, path: () => [...base, ...findPath(root, one)] });
        return false;
      }
      if (!isLocalized(value)) return true;
      texts.push({ file, value, path: () => [...base, ...findPath(root, value)] });
      return false;
    });
  }
  return { citations, texts, dates };
});

function* listRoots(sources: Sources): Generator<{ file: ManifestFile; root: object; base: Path }> {
  for (const file of sources.features) yield { file, root: file.data, base: [] };
  for (const list of LISTS)
    for (const { file, data, path } of listEntries(sources, list))
      yield { file, root: data, base: path };
}

function isLocalized(value: unknown): value is Localized {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<Localized>).en === 'string' &&
    typeof (value as Partial<Localized>).id === 'string'
  );
}
