/** The Deno that publishes to JSR: the version and the hash of the lockfile. Imports only Node. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { computeIntegrity } from './bundle.ts';
import { runProgram } from './run-program.ts';

/** A package of the lockfile. */
export interface Pin {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
}

/**
 * Finds Deno for this system in the text of `pnpm-lock.yaml`.
 * @throws {Error} if the lockfile has no Deno for it
 */
export function findDenoPin(
  lockfile: string,
  platform: string = process.platform,
  arch: string = process.arch,
): Pin {
  const name = `@deno/${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}`;
  const entry = new RegExp(
    `^  '${name}@(\\d+\\.\\d+\\.\\d+)':\\n    resolution: \\{integrity: (sha512-[\\w+/=]+)\\}`,
    'm',
  ).exec(lockfile);
  const [, version, integrity] = entry ?? [];
  if (version === undefined || integrity === undefined)
    throw new Error(
      `pnpm-lock.yaml has no ${name} with its hash. Publish on Linux, where the workflow runs.`,
    );
  return { name, version, integrity };
}

/**
 * Downloads the pinned Deno with npm, verifies its hash, and returns the path of the program. No
 * script of the package runs.
 */
export async function fetchDeno(root: string, folder: string): Promise<string> {
  const pin = findDenoPin(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'));
  mkdirSync(folder, { recursive: true });
  const spec = `${pin.name}@${pin.version}`;
  const args = ['pack', spec, '--ignore-scripts', '--pack-destination', folder];
  await runOrThrow('npm', args, folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`npm brought no tarball of ${spec}. Run it again.`);
  if (computeIntegrity(readFileSync(join(folder, tarball))) !== pin.integrity)
    throw new Error(`${spec} is not the one that pnpm-lock.yaml pins. Nothing of it was run.`);
  await runOrThrow('tar', ['-xzf', tarball, '--strip-components=1'], folder);
  return join(folder, process.platform === 'win32' ? 'deno.exe' : 'deno');
}

async function runOrThrow(file: string, args: readonly string[], cwd: string): Promise<void> {
  const { ok, output } = await runProgram(file, args, { cwd });
  if (!ok) throw new Error(`\`${file} ${args.join(' ')}\` failed\n${output}`);
}
