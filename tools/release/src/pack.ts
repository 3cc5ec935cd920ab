import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { readOverlayNames } from '@beta-headers/codegen/overlay';
import { runOrThrow } from '../../toolchain/lib/command.ts';
import { root } from '../../toolchain/lib/root.ts';
import { type Package, readNpmPackages } from '../../toolchain/lib/workspace.ts';
import type { Tarball } from './bundle.ts';

/**
 * Packs every published package for the public registry. Needs a build.
 * @throws if the packages contain an overlay
 */
export async function packPackages(folder: string, base: string = root): Promise<Tarball[]> {
  const { features, betas } = readOverlayNames(base);
  if (features.length + betas.length > 0)
    throw new Error(
      `The packages contain ${[...features, ...betas].join(', ')} of an overlay, which must not ` +
        'be published as @beta-headers. `npm run release:private` packs them under a scope of ' +
        'yours; `npm run generate` returns to the published manifest.',
    );
  return packAll(folder, base);
}

/**
 * Packs every published package with pnpm, which applies publishConfig and inserts real versions.
 * The prepack scripts do not run: they would delete files that another pack reads.
 */
export async function packAll(folder: string, base: string): Promise<Tarball[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tarballs: Tarball[] = [];
  for (const one of sortByDependencies(readNpmPackages(base))) {
    const file = join(
      folder,
      `${one.name.replace('@', '').replace('/', '-')}-${one.json.version}.tgz`,
    );
    const leftovers = listLeftovers(one.folder);
    if (leftovers.length > 0) throw new Error(explainLeftovers(one.name, leftovers));
    copyChangelog(base, one.folder);
    await runOrThrow('pnpm', ['pack', '--ignore-scripts', '--out', file], { cwd: one.folder });
    tarballs.push({ name: one.name, version: one.json.version, file });
  }
  return tarballs;
}

/**
 * Sorts dependencies first, so that packages can be installed while a release is being published.
 */
function sortByDependencies(packages: readonly Package[]): Package[] {
  const sorted = new Set<Package>();
  const add = (one: Package): void => {
    if (sorted.has(one)) return;
    const { dependencies = {} } = JSON.parse(
      readFileSync(join(one.folder, 'package.json'), 'utf8'),
    ) as { dependencies?: Record<string, string> };
    for (const other of packages) if (other !== one && other.name in dependencies) add(other);
    sorted.add(one);
  };
  for (const one of packages) add(one);
  return [...sorted];
}

/** Lists built modules without a source, of an earlier version or a private overlay. */
export function listLeftovers(folder: string): string[] {
  const files = globSync('dist/**/*.{js,d.ts}', { cwd: folder });
  const sourceless = files.filter(
    (file) =>
      !existsSync(join(folder, file.replace(/^dist/, 'src').replace(/\.(d\.ts|js)$/, '.ts'))),
  );
  if (sourceless.length === 0) return [];
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  return sourceless
    .filter((file) => !isChunk(file) || !texts.some((text) => text.includes(basename(file))))
    .sort();
}

/** Tests for the name of a part of a bundle. One that no module imports is a leftover as well. */
const isChunk = (file: string): boolean => /-[A-Z\d]{8}\.js$/.test(file);

function explainLeftovers(name: string, leftovers: readonly string[]): string {
  const more = leftovers.length > 3 ? ` and ${leftovers.length - 3} more` : '';
  return (
    `${name} has modules without a source: ${leftovers.slice(0, 3).join(', ')}${more}. ` +
    'They would be in the tarball. Build again: npm start.'
  );
}

/**
 * Copies the changelog, which all packages share, into a package. It is replaced by a rename and
 * never deleted: another pack may be reading it.
 */
function copyChangelog(base: string, folder: string): void {
  const source = join(base, 'CHANGELOG.md');
  if (!existsSync(source)) return;
  const text = readFileSync(source);
  const target = join(folder, 'CHANGELOG.md');
  if (existsSync(target) && readFileSync(target).equals(text)) return;
  writeFileSync(`${target}.${process.pid}`, text);
  renameSync(`${target}.${process.pid}`, target);
}
