/** Reads the authored files without schema, lints or catalog. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The keys of a rule that are read here. */
export interface Rule {
  readonly at?: string;
  readonly is?: unknown;
  readonly in?: readonly unknown[];
  readonly where?: Readonly<Record<string, unknown>>;
  readonly endpoint?: string | readonly string[];
  readonly choice?: readonly string[];
}

/** A beta of a feature file. */
export interface Beta {
  readonly id: string;
  readonly requires?: readonly Rule[];
  readonly sdk?: { readonly sends?: readonly string[] };
}

/** A feature file. */
export interface Feature {
  readonly uses?: readonly Rule[];
  readonly betas: readonly Beta[];
}

/**
 * Reads the features of features/*.yaml.
 * @throws if a file is of manifest version 1, whose keys this script does not read
 */
export function readFeatures(folder: string): Feature[] {
  const files = globSync('features/*.{yaml,yml}', { cwd: folder }).sort();
  if (files.length === 0) throw new Error(`${folder}: no features/*.yaml`);
  return files.map((file) => {
    const feature = parse(readFileSync(join(folder, file), 'utf8')) as Feature;
    const old = feature.betas.find((beta) => 'opens' in beta || 'platforms' in beta);
    if (old)
      throw new Error(
        `${file}: \`${old.id}\` has \`opens\` or \`platforms\`, the keys of manifest version 1; ` +
          'this script reads version 2 (`requires`, `acceptance`)',
      );
    return feature;
  });
}

/** A citation: the file, and the id of the source. */
export interface Citation {
  readonly file: string;
  readonly source: string;
}

/** Reads all citations of the authored files. */
export function readCitations(folder: string): Citation[] {
  const files = globSync('{features/*,platforms,models,errors}.{yaml,yml}', { cwd: folder });
  return files.sort().flatMap((file) => {
    const found: Citation[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'evidence' && Array.isArray(inner))
          for (const { source } of inner) found.push({ file, source: String(source) });
        else walk(inner);
      }
    };
    walk(parse(readFileSync(join(folder, file), 'utf8')));
    return found;
  });
}

/** Reads the ids of sources.yaml. Empty if there is no such file. */
export function readSourceIds(folder: string): Set<string> {
  const path = join(folder, 'sources.yaml');
  if (!existsSync(path)) return new Set();
  const { sources } = parse(readFileSync(path, 'utf8')) as { sources: { id: string }[] };
  return new Set(sources.map(({ id }) => id));
}

/** Reads the entries of surface-ignore.yaml. Empty if there is no such file. */
export function readIgnored(folder: string): Set<string> {
  const path = join(folder, 'surface-ignore.yaml');
  if (!existsSync(path)) return new Set();
  return new Set(
    (parse(readFileSync(path, 'utf8')) as { ignore: { entry: string }[] }).ignore.map(
      ({ entry }) => entry,
    ),
  );
}

/** The facts of a release that tools/sync recorded. Absent files leave their keys out. */
export interface Written {
  readonly sdk?: string;
  readonly union?: readonly string[];
  readonly methods?: readonly {
    readonly endpoint: string;
    readonly defaults: readonly string[];
    readonly helper?: boolean;
  }[];
  readonly surface?: readonly {
    readonly entry: string;
    readonly at: readonly string[];
    readonly is?: unknown;
    readonly within?: readonly string[];
  }[];
}

/** Reads sdk.json and surface.json as one object, or returns `undefined` if there is neither. */
export function readWritten(folder: string): Written | undefined {
  const found = ['sdk.json', 'surface.json']
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path));
  return found.length === 0
    ? undefined
    : Object.assign({}, ...found.map((path) => JSON.parse(readFileSync(path, 'utf8')) as Written));
}
