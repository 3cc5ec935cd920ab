/** The authored files, read as they are: no schema, no lint, no catalog. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Rule {
  readonly at?: string;
  readonly is?: unknown;
  readonly in?: readonly unknown[];
  readonly endpoint?: string | readonly string[];
  readonly choice?: readonly string[];
}

export interface Beta {
  readonly id: string;
  readonly opens?: readonly Rule[];
  readonly sdk?: { readonly sends?: readonly string[] };
}

/** Every beta of features/*.yaml. */
export function betasOf(folder: string): Beta[] {
  const files = globSync('features/*.{yaml,yml}', { cwd: folder }).sort();
  if (files.length === 0) throw new Error(`${folder}: no features/*.yaml`);
  return files.flatMap(
    (file) => (parse(readFileSync(join(folder, file), 'utf8')) as { betas: Beta[] }).betas,
  );
}

/** What surface-ignore.yaml lists; nothing where there is no such file. */
export function ignoredOf(folder: string): Set<string> {
  const path = join(folder, 'surface-ignore.yaml');
  if (!existsSync(path)) return new Set();
  return new Set(
    (parse(readFileSync(path, 'utf8')) as { ignore: { entry: string }[] }).ignore.map(
      ({ entry }) => entry,
    ),
  );
}

/** What tools/sync wrote down of a release: as much of it as there is to compare with. */
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

/** sdk.json and surface.json as one; `undefined` where neither is there yet. */
export function writtenIn(folder: string): Written | undefined {
  const found = ['sdk.json', 'surface.json']
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path));
  return found.length === 0
    ? undefined
    : Object.assign({}, ...found.map((path) => JSON.parse(readFileSync(path, 'utf8')) as Written));
}
