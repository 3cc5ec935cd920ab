/** Loads a manifest: YAML folders → parsed files → lints → Catalog. */
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';
import { buildCatalog } from './catalog.ts';
import type { Catalog } from './catalog-types.ts';
import { readSdkReleases, readSurface } from './declared-surface.ts';
import { STAGES } from './enums.ts';
import {
  fileExists,
  listFeatureFiles,
  listOverlayFiles,
  OVERLAY_SETTINGS,
  readOptionalJson,
  readText,
} from './files.ts';
import { lints } from './lints/index.ts';
import type { FeatureFile, ListFile, Lists, Released, Sources } from './manifest-sources.ts';
import { completeOverlayFeature, completeOverlayTexts } from './overlay-defaults.ts';
import { readPartialFeature, readPartialList } from './partial-feature.ts';
import { ManifestError, type Problem } from './problem.ts';
import {
  ApiVersionList,
  ClientList,
  ErrorList,
  Feature,
  FixList,
  ModelList,
  NotBetaList,
  OverlaySettings,
  PlatformList,
  SdkList,
  SourceList,
  SurfaceIgnore,
  SurfaceKnown,
  TermList,
} from './schema/index.ts';
import { type Parsed, parseSource } from './yaml-source.ts';

/** The folders to load, and how strict to be. */
export interface LoadOptions {
  /** The manifest's folder. Default: the published manifest. */
  readonly folder?: string;
  /**
   * A folder with a user's own features, which are added to the manifest. It contains feature
   * files, directly or in features/, and may contain a sources.yaml, a fixes.yaml and an
   * overlay.yaml.
   */
  readonly overlay?: string;
  /** The last release, for the lifecycle lint. Default: `released.json` of the manifest. */
  readonly released?: Released;
  /** Reports `review:` marks as problems, for a release. Default: false. */
  readonly forRelease?: boolean;
  /**
   * Today, YYYY-MM-DD. Nothing may be dated later. Default: the newest day on which a source was
   * read, so that the result does not depend on the clock.
   */
  readonly today?: string;
  /** Paths in problems are relative to this folder. Default: the working directory. */
  readonly relativeTo?: string;
}

/** The folder of the published manifest. */
export const manifestFolder: string = fileURLToPath(new URL('..', import.meta.url));

/**
 * Loads and validates a manifest.
 * @throws {ManifestError} with every problem of every file; nothing is returned half-valid.
 * @example
 * const catalog = loadManifest({ overlay: './our-betas' });
 */
export function loadManifest(options: LoadOptions = {}): Catalog {
  const { catalog, problems } = tryLoadManifest(options);
  if (!catalog) throw new ManifestError(problems);
  return catalog;
}

/**
 * Like {@link loadManifest}, but returns the problems. Still throws if a folder or a required file
 * is missing.
 */
export function tryLoadManifest(options: LoadOptions = {}): {
  catalog?: Catalog;
  problems: readonly Problem[];
} {
  const { sources, problems } = readSources(options);
  const all = [...problems, ...lints.flatMap((lint) => [...lint.check(sources)])];
  return all.length > 0 ? { problems: all } : { catalog: buildCatalog(sources), problems: [] };
}

/**
 * Reads the overlay.yaml of an overlay; `undefined` if there is none.
 * @throws {ManifestError} if the file has a mistake
 */
export function readOverlaySettings(
  folder: string,
  relativeTo: string = process.cwd(),
): OverlaySettings | undefined {
  const path = join(folder, OVERLAY_SETTINGS);
  if (!fileExists(path)) return undefined;
  const { source, problems } = new Reader(relativeTo).parse(path, OverlaySettings);
  if (!source) throw new ManifestError(problems);
  return source.data;
}

function readSources(options: LoadOptions): { sources: Sources; problems: Problem[] } {
  const { overlay, today } = options;
  const folder = options.folder ?? manifestFolder;
  const reader = new Reader(options.relativeTo ?? process.cwd());
  const features = [
    ...listFeatureFiles(folder).map((path) => reader.readFeature(path, false)),
    ...(overlay === undefined ? [] : listOverlayFiles(overlay)).map((path) =>
      reader.readFeature(path, true),
    ),
  ];
  const lists = readLists(reader, folder, overlay);
  const ignored = join(folder, 'surface-ignore.yaml');
  if (fileExists(ignored)) reader.parse(ignored, SurfaceIgnore);
  const settings = overlay === undefined ? undefined : join(overlay, OVERLAY_SETTINGS);
  if (settings !== undefined && fileExists(settings)) reader.parse(settings, OverlaySettings);
  const released = options.released ?? readReleased(join(folder, 'released.json'));
  const sdkFacts = readOptionalJson(join(folder, 'sdk.json'));
  const sdk = readSurface(readOptionalJson(join(folder, 'surface.json')), sdkFacts);
  return {
    sources: {
      features,
      lists,
      known: collectNames(lists),
      ...(sdk && { sdk }),
      sdkReleases: readSdkReleases(sdkFacts),
      ...(released && { released }),
      ...(today !== undefined && { today }),
      forRelease: options.forRelease ?? false,
    },
    problems: reader.problems,
  };
}

function readLists(reader: Reader, folder: string, overlay: string | undefined): Lists {
  const own = <T>(name: string, form: ListForm<T>): ListFile<T>[] => [
    reader.readList(join(folder, name), form, false),
  ];
  const readIfThere = <T>(
    base: string | undefined,
    name: string,
    form: ListForm<T>,
  ): ListFile<T>[] =>
    base !== undefined && fileExists(join(base, name))
      ? [reader.readList(join(base, name), form, base === overlay)]
      : [];
  return {
    platforms: own('platforms.yaml', PLATFORMS),
    models: own('models.yaml', MODELS),
    sources: [...own('sources.yaml', SOURCES), ...readIfThere(overlay, 'sources.yaml', SOURCES)],
    fixes: [folder, overlay].flatMap((base) => readIfThere(base, 'fixes.yaml', FIXES)),
    notBetas: readIfThere(folder, 'not-betas.yaml', NOT_BETAS),
    errors: readIfThere(folder, 'errors.yaml', ERRORS),
    sdks: readIfThere(folder, 'sdks.yaml', SDKS),
    clients: readIfThere(folder, 'clients.yaml', CLIENTS),
    apiVersions: readIfThere(folder, 'api-versions.yaml', API_VERSIONS),
    surface: readIfThere(folder, 'surface-known.yaml', SURFACE),
    terms: readIfThere(folder, 'error-terms.yaml', TERMS),
  };
}

/** The schema of a list file, the key that holds the list, and the key that names an entry. */
interface ListForm<T> {
  readonly schema: z.ZodObject<{ readonly [key: string]: z.ZodArray<z.ZodType<T>> }>;
  readonly key: string;
  readonly nameKey: string;
}

const createForm = <T>(schema: unknown, key: string, nameKey: string): ListForm<T> => ({
  schema: schema as ListForm<T>['schema'],
  key,
  nameKey,
});

type EntryOf<K extends keyof Lists> = Lists[K] extends readonly ListFile<infer T>[] ? T : never;
const PLATFORMS = createForm<EntryOf<'platforms'>>(PlatformList, 'platforms', 'id');
const MODELS = createForm<EntryOf<'models'>>(ModelList, 'models', 'id');
const SOURCES = createForm<EntryOf<'sources'>>(SourceList, 'sources', 'id');
const FIXES = createForm<EntryOf<'fixes'>>(FixList, 'fixes', 'code');
const NOT_BETAS = createForm<EntryOf<'notBetas'>>(NotBetaList, 'notBetas', 'id');
const TERMS = createForm<EntryOf<'terms'>>(TermList, 'terms', 'name');
const ERRORS = createForm<EntryOf<'errors'>>(ErrorList, 'errors', 'id');
const SDKS = createForm<EntryOf<'sdks'>>(SdkList, 'sdks', 'language');
const CLIENTS = createForm<EntryOf<'clients'>>(ClientList, 'clients', 'id');
const API_VERSIONS = createForm<EntryOf<'apiVersions'>>(ApiVersionList, 'versions', 'version');
const SURFACE = createForm<EntryOf<'surface'>>(SurfaceKnown, 'known', 'name');

/** Reads files and collects their problems. */
class Reader {
  readonly problems: Problem[] = [];
  readonly #relativeTo: string;
  /** The display names of folders, cached because many files share a folder. */
  readonly #folders = new Map<string, string>();

  constructor(relativeTo: string) {
    this.#relativeTo = relativeTo;
  }

  #formatName(path: string): string {
    const folder = dirname(path);
    let shown = this.#folders.get(folder);
    if (shown === undefined) {
      shown = relative(this.#relativeTo, folder).replaceAll('\\', '/');
      this.#folders.set(folder, shown);
    }
    return shown === '' ? basename(path) : `${shown}/${basename(path)}`;
  }

  parse<S extends z.ZodType>(
    path: string,
    schema: S,
    complete?: (value: unknown) => unknown,
  ): Parsed<z.output<S>> & { text: string } {
    const text = readText(path);
    const parsed = parseSource(this.#formatName(path), text, schema, complete);
    this.problems.push(...parsed.problems);
    return { ...parsed, text };
  }

  readFeature(path: string, overlay: boolean): FeatureFile {
    const { source, text, ...parsed } = this.parse(
      path,
      Feature,
      overlay ? completeOverlayFeature : undefined,
    );
    if (source) return { ...source, overlay, brokenIds: [] };
    const { ids, ...sound } = readPartialFeature(parsed.file, parsed, text);
    return { ...sound, overlay, brokenIds: ids, brokenText: text };
  }

  readList<T>(path: string, form: ListForm<T>, overlay: boolean): ListFile<T> {
    const { schema, key, nameKey } = form;
    const complete = overlay ? completeOverlayTexts : undefined;
    const { source, file, problem, raw, text } = this.parse(path, schema, complete);
    const items = source?.data[key];
    if (items) {
      const entries = items.map((data, index) => ({ data, path: [key, index] }));
      const names = items.map((item) => String((item as Record<string, unknown>)[nameKey]));
      return { file, problem, overlay, entries, names };
    }
    const element = (schema.shape[key] as z.ZodArray<z.ZodType<T>>).element;
    return {
      file,
      problem,
      overlay,
      ...readPartialList(raw, key, nameKey, element),
      brokenText: text,
    };
  }
}

/** Collects the names that lists define. A broken list without a readable name is left out. */
function collectNames(lists: Lists): Sources['known'] {
  return Object.fromEntries(
    Object.entries(lists).flatMap(([key, files]: [string, readonly ListFile<unknown>[]]) => {
      const names = new Set(files.flatMap((file) => file.names));
      const isUnreadable =
        names.size === 0 && files.some(({ brokenText }) => brokenText !== undefined);
      return isUnreadable ? [] : [[key, names]];
    }),
  );
}

function readReleased(path: string): Released | undefined {
  const value = readOptionalJson(path);
  if (value === undefined) return undefined;
  const betas = (value as { betas?: Released['betas'] } | null)?.betas;
  const isSound =
    Array.isArray(betas) &&
    betas.every((beta) => typeof beta?.id === 'string' && STAGES.includes(beta.stage));
  if (!isSound)
    throw new Error(
      `${path}: not a released manifest. Replace it with the data.json of the last release, or ` +
        'remove it.',
    );
  return { betas };
}
