import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** The fields used of a package.json, jsr.json or deno.json. */
export interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

/** A package of this repository and its npm and JSR metadata. */
export interface Package {
  readonly name: string;
  readonly folder: string;
  readonly json: PackageJson;
  /** True if the package is published to npm. */
  readonly onNpm: boolean;
  /** Its `jsr.json` or `deno.json`, if it is published to JSR. */
  readonly jsr?: { readonly file: string; readonly json: PackageJson };
}

/** Reads the packages below packages/, sorted by folder name. */
export function readPackages(base: string = root): Package[] {
  const folders = readdirSync(join(base, 'packages'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return folders
    .flatMap(({ name }) => readPackage(join(base, 'packages', name)) ?? [])
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** Reads the packages that are published to npm. */
export function readNpmPackages(base: string = root): Package[] {
  return readPackages(base).filter((one) => one.onNpm);
}

function readPackage(folder: string): Package | undefined {
  const npm = readJson(join(folder, 'package.json'));
  const jsr = ['jsr.json', 'deno.json'].flatMap((name) => {
    const file = join(folder, name);
    const json = readJson(file);
    return json?.name && json.version ? [{ file, json }] : [];
  })[0];
  const json = npm ?? jsr?.json;
  if (!json) return undefined;
  return {
    name: json.name,
    folder,
    json,
    onNpm: npm !== undefined && npm.private !== true,
    ...(jsr && { jsr }),
  };
}

function readJson(file: string): PackageJson | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackageJson) : undefined;
}
