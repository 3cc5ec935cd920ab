/** Folders of YAML → sources → lints → Catalog. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';
import { buildCatalog, type Catalog } from './catalog.ts';
import { lints } from './lints/index.ts';
import { compare, ManifestError, type Problem } from './problem.ts';
import { Feature, type FeatureSource, ModelList, PlatformList, type Stage } from './schema.ts';
import { parseSource, type Source } from './source.ts';

/** A feature file, and whether an overlay brought it. */
export interface FeatureFile extends Source<FeatureSource> {
  readonly overlay: boolean;
}

/** Every file of a manifest that parsed and fits its schema. */
export interface Sources {
  readonly features: readonly FeatureFile[];
  readonly platforms?: Source<z.output<typeof PlatformList>>;
  readonly models?: Source<z.output<typeof ModelList>>;
  /** What was last released, for the lints that compare; absent before the first release. */
  readonly released?: Released;
}

/** What the lints need to know of the last release. */
export interface Released {
  readonly betas: readonly { readonly id: string; readonly feature: string; readonly stage: Stage }[];
}

/** What to load. */
export interface LoadOptions {
  /** The manifest's folder, with features/, platforms.yaml and models.yaml. Default: the published manifest. */
  readonly folder?: string;
  /** A folder of a user's own features, laid over the manifest. It holds feature files, directly or in features/. */
  readonly overlay?: string;
  /** What was last released, for the lifecycle lints. Default: the manifest's `released.json`, when it is there. */
  readonly released?: Released;
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

/** The same as {@link loadManifest}, with the problems as data instead of an exception. */
export function tryLoadManifest(options: LoadOptions = {}): { catalog?: Catalog; problems: readonly Problem[] } {
  const { sources, problems } = readSources(options);
  const all = [...problems, ...lints.flatMap((lint) => [...lint.check(sources)])];
  return all.length > 0 ? { problems: all } : { catalog: buildCatalog(sources), problems: [] };
}

function readSources(options: LoadOptions): { sources: Sources; problems: Problem[] } {
  const folder = options.folder ?? manifestFolder;
  const base = options.relativeTo ?? process.cwd();
  const problems: Problem[] = [];
  const read = <S extends z.ZodType>(path: string, schema: S): Source<z.output<S>> | undefined => {
    const file = relative(base, path).replaceAll('\\', '/');
    const { source, problems: found } = parseSource(file, readFileSync(path, 'utf8'), schema);
    problems.push(...found);
    return source;
  };
  const features = (paths: readonly string[], overlay: boolean): FeatureFile[] =>
    paths.flatMap((path) => {
      const source = read(path, Feature);
      return source ? [{ ...source, overlay }] : [];
    });

  const own = features(yamlFiles(join(folder, 'features')), false);
  const overlaid = options.overlay === undefined ? [] : features(overlayFiles(options.overlay), true);
  const released = options.released ?? readReleased(join(folder, 'released.json'));
  const platforms = read(join(folder, 'platforms.yaml'), PlatformList);
  const models = read(join(folder, 'models.yaml'), ModelList);
  return {
    sources: {
      features: [...own, ...overlaid],
      ...(platforms && { platforms }),
      ...(models && { models }),
      ...(released && { released }),
    },
    problems,
  };
}

function readReleased(path: string): Released | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Released) : undefined;
}

function overlayFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`--manifest ${folder}: there is no such folder. Give a folder that holds feature files (*.yaml), directly or in features/.`);
  }
  const nested = join(folder, 'features');
  const files = yamlFiles(statSync(nested, { throwIfNoEntry: false })?.isDirectory() ? nested : folder);
  if (files.length === 0) throw new Error(`--manifest ${folder}: no *.yaml in it. Put one feature in one file, named after the feature.`);
  return files;
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort(compare)
    .map((name) => join(folder, name));
}
