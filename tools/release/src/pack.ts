import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { readOverlayNames } from '@beta-headers/codegen/overlay';
import { mustRun } from '../../toolchain/lib/command.ts';
import { root } from '../../toolchain/lib/root.ts';
import { npmPackages } from '../../toolchain/lib/workspace.ts';

/** A package as npm gets it. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly file: string;
}

/**
 * Packs every published package for the public registry. Needs a build.
 * @throws if an overlay is in the packages
 */
export async function pack(folder: string, base: string = root): Promise<Tarball[]> {
  const { features, betas } = readOverlayNames(base);
  if (features.length + betas.length > 0)
    throw new Error(
      `The packages have ${[...features, ...betas].join(', ')} of an overlay, which may not be ` +
        'published as @beta-headers. `npm run release:private` packs them under a scope of ' +
        'yours; `npm run generate` goes back to the published manifest.',
    );
  return packAll(folder, base);
}

/**
 * Packs every published package with pnpm, which writes publishConfig and real versions into it.
 * The packages' own prepack, which builds again, would clean what another pack reads.
 */
export async function packAll(folder: string, base: string): Promise<Tarball[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tarballs: Tarball[] = [];
  for (const one of npmPackages(base)) {
    const file = join(
      folder,
      `${one.name.replace('@', '').replace('/', '-')}-${one.json.version}.tgz`,
    );
    const leftovers = listLeftovers(one.folder);
    if (leftovers.length > 0) throw new Error(explainLeftovers(one.name, leftovers));
    copyChangelog(base, one.folder);
    await mustRun('pnpm', ['pack', '--ignore-scripts', '--out', file], { cwd: one.folder });
    tarballs.push({ name: one.name, version: one.json.version, file });
  }
  return tarballs;
}

/** Built modules that no source is left of: of an earlier version, or of a private overlay. */
export function listLeftovers(folder: string): string[] {
  return globSync('dist/**/*.{js,d.ts}', { cwd: folder })
    .filter(
      (file) =>
        !existsSync(join(folder, file.replace(/^dist/, 'src').replace(/\.(d\.ts|js)$/, '.ts'))),
    )
    .sort();
}

function explainLeftovers(name: string, leftovers: readonly string[]): string {
  const more = leftovers.length > 3 ? ` and ${leftovers.length - 3} more` : '';
  return (
    `${name} has modules that no source is left of: ${leftovers.slice(0, 3).join(', ')}${more}. ` +
    'They would be in the tarball. Build again: npm start.'
  );
}

/** One changelog tells of all packages, and each brings it along. Replaced at once and never taken away: another pack may be reading it. */
function copyChangelog(base: string, folder: string): void {
  const source = join(base, 'CHANGELOG.md');
  if (!existsSync(source)) return;
  const text = readFileSync(source);
  const target = join(folder, 'CHANGELOG.md');
  if (existsSync(target) && readFileSync(target).equals(text)) return;
  writeFileSync(`${target}.${process.pid}`, text);
  renameSync(`${target}.${process.pid}`, target);
}
