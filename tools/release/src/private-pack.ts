/** Packs the packages with an overlay, under the scope of its organization. */
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OverlaySettings } from '@beta-headers/manifest';
import { create, extract } from 'tar';
import { root } from '../../toolchain/lib/root.ts';
import type { Tarball } from './bundle.ts';
import { packAll } from './pack.ts';

/** Public names → the names under which an organization has the same packages. */
export type Names = ReadonlyMap<string, string>;

/**
 * Packs every package under another scope and version, and its imports of the others as well.
 * Nothing with a public name is left in the folder. Needs a build.
 */
export async function packPrivately(
  folder: string,
  settings: OverlaySettings,
  base: string = root,
): Promise<Tarball[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'beta-headers-private-'));
  try {
    const packed = await packAll(join(scratch, 'public'), base);
    const names = new Map(packed.map(({ name }) => [name, toPrivateName(name, settings.scope)]));
    const tarballs: Tarball[] = [];
    for (const { name, file } of packed) {
      const unpacked = join(scratch, String(tarballs.length));
      mkdirSync(unpacked);
      await extract({ file, cwd: unpacked });
      renameFiles(join(unpacked, 'package'), names, settings);
      tarballs.push(await packAgain(unpacked, names.get(name) ?? name, settings.version));
    }
    return replaceTarballs(folder, tarballs, settings.scope);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** `@beta-headers/node` → `@acme/beta-headers-node` */
export function toPrivateName(name: string, scope: string): string {
  return `${scope}/${name.replace(/^@/, '').replace('/', '-')}`;
}

/** Gives the packages in a text their private names. Links and what is on JSR stay as they are. */
export function renameText(text: string, names: Names): string {
  return text.replace(
    /(?<!jsr:|https:\/\/[\w./-]{0,40})@beta-headers\/[a-z-]+/g,
    (name) => names.get(name) ?? name,
  );
}

/** Gives a package.json its private name, its version and its registry. */
export function renameManifest(text: string, names: Names, settings: OverlaySettings): string {
  const { version, registry } = settings;
  const { devDependencies: _, scripts: __, ...json } = JSON.parse(text) as Record<string, unknown>;
  for (const key of ['dependencies', 'peerDependencies', 'optionalDependencies']) {
    const dependencies = json[key] as Record<string, string> | undefined;
    if (dependencies === undefined) continue;
    json[key] = Object.fromEntries(
      Object.entries(dependencies).map(([name, range]) => {
        const renamed = names.get(name);
        return renamed === undefined ? [name, range] : [renamed, version];
      }),
    );
  }
  return `${JSON.stringify(
    {
      ...json,
      name: names.get(String(json['name'])),
      version,
      // Prevents a public release on npm.
      publishConfig: { access: 'restricted', ...(registry !== undefined && { registry }) },
    },
    undefined,
    2,
  )}\n`;
}

function renameFiles(folder: string, names: Names, settings: OverlaySettings): void {
  for (const entry of globSync('**', { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    const isManifest = path === join(folder, 'package.json');
    writeFileSync(
      path,
      isManifest ? renameManifest(text, names, settings) : renameText(text, names),
    );
  }
}

async function packAgain(unpacked: string, name: string, version: string): Promise<Tarball> {
  const file = join(unpacked, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  await create({ cwd: unpacked, file, gzip: true, portable: true }, ['package']);
  return { name, version, file };
}

/** Moves the tarballs into a folder. They replace those of an earlier run. */
function replaceTarballs(folder: string, tarballs: readonly Tarball[], scope: string): Tarball[] {
  mkdirSync(folder, { recursive: true });
  for (const file of globSync(`${scope.replace('@', '')}-beta-headers-*.tgz`, { cwd: folder }))
    rmSync(join(folder, file));
  return tarballs.map((tarball) => {
    const file = join(folder, tarball.file.split(/[\\/]/).at(-1) as string);
    // A folder may be on another disk, where a file cannot be renamed to.
    writeFileSync(`${file}.tmp`, readFileSync(tarball.file));
    renameSync(`${file}.tmp`, file);
    return { ...tarball, file };
  });
}
