import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from './command.ts';
import { npmPackages } from './workspace.ts';

/** A package as npm gets it. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly file: string;
}

/** Packs every published package with pnpm, which writes publishConfig and real versions into it. Needs a build. */
export async function pack(folder: string): Promise<Tarball[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tarballs: Tarball[] = [];
  for (const one of npmPackages()) {
    const file = join(folder, `${one.name.replace('@', '').replace('/', '-')}-${one.json.version}.tgz`);
    await mustRun('pnpm', ['pack', '--out', file], { cwd: one.folder });
    tarballs.push({ name: one.name, version: one.json.version, file });
  }
  return tarballs;
}
