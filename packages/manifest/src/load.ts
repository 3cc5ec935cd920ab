/** Folders of YAML → sources → lints → Catalog. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';
import { buildCatalog, type Catalog } from './catalog.ts';
import { lints } from './lints/index.ts';
import { compare, ManifestError, type Problem } from './problem.ts';
import { salvage } from './salvage.ts';
import { Feature, ModelList, PlatformList, STAGES, SurfaceIgnore } from './schema.ts';
import { type Parsed, parseSource } from './source.ts';
import type { FeatureFile, Released, Sources } from './sources.ts';

/** What to load. */
export interface LoadOptions {
  /** The manifest's folder, with features/, platforms.yaml and models.yaml. Default: the published manifest. */
  readonly folder?: string;
  /** A folder of a user's own features, laid over the manifest. It holds feature files, directly or in features/. */
  readonly overlay?: string;
  /** What was last released, for the lifecycle lints. Default: the manifest's `released.json`, when it is there. */
  readonly released?: Released;
  /** Whether `review:` marks are problems, as they are before a release. Default: false. */
  readonly forRelease?: boolean;
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

/** The same as {@link loadManifest}, with the problems as data instead of an exception. Still throws where a folder is not there. */
export function tryLoadManifest(options: LoadOptions = {}): {
  catalog?: Catalog;
  problems: readonly Problem[];
} {
  const { sources, problems } = readSources(options);
  const all = [...problems, ...lints.flatMap((lint) => [...lint.check(sources)])];
  return all.length > 0 ? { problems: all } : { catalog: buildCatalog(sources), problems: [] };
}

function readSources(options: LoadOptions): { sources: Sources; problems: Problem[] } {
  const folder = options.folder ?? manifestFolder;
  const name = (path: string): string =>
    relative(options.relativeTo ?? process.cwd(), path).replaceAll('\\', '/');
  const problems: Problem[] = [];
  const read = <S extends z.ZodType>(
    path: string,
    schema: S,
  ): { parsed: Parsed<z.output<S>>; text: string } => {
    const text = readText(path);
    const parsed = parseSource(name(path), text, schema);
    problems.push(...parsed.problems);
    return { parsed, text };
  };
  const features = (paths: readonly string[], overlay: boolean): FeatureFile[] =>
    paths.map((path) => {
      const { parsed, text } = read(path, Feature);
      if (parsed.source) return { ...parsed.source, overlay, brokenIds: [] };
      const { ids, ...source } = salvage(name(path), parsed, text);
      return { ...source, overlay, brokenIds: ids };
    });

  const own = features(yamlFiles(featureFolder(folder)), false);
  const overlaid =
    options.overlay === undefined ? [] : features(overlayFiles(options.overlay), true);
  const { source: platforms } = read(join(folder, 'platforms.yaml'), PlatformList).parsed;
  const { source: models, raw: rawModels } = read(join(folder, 'models.yaml'), ModelList).parsed;
  const modelIds = idsOf(rawModels);
  const ignored = join(folder, 'surface-ignore.yaml');
  if (existsSync(ignored)) read(ignored, SurfaceIgnore);
  const released = options.released ?? readReleased(join(folder, 'released.json'));
  return {
    sources: {
      features: [...own, ...overlaid],
      ...(platforms && { platforms }),
      ...(models && { models }),
      ...(modelIds.size > 0 && { modelIds }),
      ...(released && { released }),
      forRelease: options.forRelease ?? false,
    },
    problems,
  };
}

function idsOf(raw: unknown): Set<string> {
  const models = (raw as { models?: unknown } | null | undefined)?.models;
  return new Set(
    Array.isArray(models)
      ? models.flatMap((model: { id?: unknown } | null) =>
          typeof model?.id === 'string' ? [model.id] : [],
        )
      : [],
  );
}

function readReleased(path: string): Released | undefined {
  if (!existsSync(path)) return undefined;
  const betas = (JSON.parse(readText(path)) as { betas?: Released['betas'] }).betas;
  const sound =
    Array.isArray(betas) &&
    betas.every((beta) => typeof beta?.id === 'string' && STAGES.includes(beta.stage));
  if (!sound)
    throw new Error(
      `${path}: this is no released manifest. Put the data.json of the last release there, or remove the file.`,
    );
  return { betas };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(
      `${path}: cannot be read (${(error as NodeJS.ErrnoException).code}). A manifest has features/*.yaml, platforms.yaml and models.yaml.`,
    );
  }
}

function featureFolder(folder: string): string {
  const features = join(folder, 'features');
  if (isFolder(features)) return features;
  throw new Error(
    `${features}: there is no such folder. A manifest has features/*.yaml, platforms.yaml and models.yaml.`,
  );
}

function overlayFiles(folder: string): string[] {
  if (!isFolder(folder)) {
    throw new Error(
      `--manifest ${folder}: there is no such folder. Give a folder that holds feature files (*.yaml), directly or in features/.`,
    );
  }
  const nested = join(folder, 'features');
  const files = yamlFiles(isFolder(nested) ? nested : folder);
  if (files.length === 0)
    throw new Error(
      `--manifest ${folder}: no *.yaml in it. Put one feature in one file, named after the feature.`,
    );
  return files;
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort(compare)
    .map((name) => join(folder, name));
}
