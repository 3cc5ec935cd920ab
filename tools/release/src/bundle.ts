/**
 * A release as files in a folder: tarballs, SBOM and notes, and `release.json` with their hashes.
 * `release:pack` writes it, and `release:publish` publishes nothing else. Imports only Node.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A package as npm gets it. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly file: string;
}

/** The content of `release.json`. */
export interface Bundle {
  readonly version: string;
  /** The dist-tag on npm. */
  readonly tag: 'latest' | 'next';
  /** The commit that was packed, and that JSR gets. */
  readonly commit: string;
  /** The packages in the order of publishing: a package comes after its dependencies. */
  readonly packages: readonly { readonly name: string; readonly file: string }[];
  /** `sha512-…` by file name. */
  readonly files: Readonly<Record<string, string>>;
}

const BUNDLE_FILE = 'release.json';
/** The file with the text of the release on GitHub. */
export const NOTES_FILE = 'notes.md';

/** Computes `sha512-…` of some bytes, in npm's notation. */
export const computeIntegrity = (bytes: Uint8Array): string =>
  `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

/** Writes `release.json` for the files in the folder. Returns its digest. */
export function writeBundle(
  folder: string,
  bundle: Omit<Bundle, 'packages' | 'files' | 'version'>,
  tarballs: readonly Tarball[],
): string {
  const version = tarballs[0]?.version ?? '';
  const packages = tarballs.map(({ name, file }) => ({ name, file: basename(file) }));
  const names = readdirSync(folder).filter((name) => name !== BUNDLE_FILE);
  const files = Object.fromEntries(
    names.sort().map((name) => [name, computeIntegrity(readFileSync(join(folder, name)))]),
  );
  const text = `${JSON.stringify({ version, ...bundle, packages, files }, undefined, 2)}\n`;
  writeFileSync(join(folder, BUNDLE_FILE), text);
  return computeIntegrity(Buffer.from(text));
}

/**
 * Reads a bundle and verifies every file of it.
 * @throws {Error} if a file is missing, was changed, or is not listed
 */
export function readBundle(folder: string, digest?: string): Bundle {
  const path = join(folder, BUNDLE_FILE);
  if (!existsSync(path))
    throw new Error(
      `${folder} has no ${BUNDLE_FILE}. Write it with \`npm run release:pack -- --out ${folder}\`.`,
    );
  const bytes = readFileSync(path);
  if (digest !== undefined && digest !== computeIntegrity(bytes))
    throw new Error(
      `${path} is not the one that was packed: its digest is ${computeIntegrity(bytes)}, and ` +
        `--digest is ${digest}. Nothing was published.`,
    );
  const bundle = JSON.parse(bytes.toString('utf8')) as Bundle;
  const problems = findProblems(folder, bundle);
  if (problems.length > 0)
    throw new Error(`${problems.join('\n')}\nPack the release again. Nothing was published.`);
  return bundle;
}

function findProblems(folder: string, { packages, files }: Bundle): string[] {
  const here = readdirSync(folder).filter((name) => name !== BUNDLE_FILE);
  return [
    ...Object.entries(files).flatMap(([name, integrity]) => {
      if (!here.includes(name)) return [`${name}: is missing`];
      return computeIntegrity(readFileSync(join(folder, name))) === integrity
        ? []
        : [`${name}: was changed since it was packed`];
    }),
    ...here.filter((name) => !(name in files)).map((name) => `${name}: is not in ${BUNDLE_FILE}`),
    ...packages
      .filter(({ name, file }) => !name.startsWith('@beta-headers/') || !(file in files))
      .map(({ name, file }) => `${name}: is no package of this repository, or has no file ${file}`),
  ];
}

/** Tests if a folder may be replaced by a bundle: it is missing, empty, or an earlier bundle. */
export function isBundleFolder(folder: string): boolean {
  if (!existsSync(folder)) return true;
  if (!statSync(folder).isDirectory()) return false;
  const names = readdirSync(folder);
  return names.length === 0 || names.includes(BUNDLE_FILE);
}
