/** Finds the sources of an SDK release: the installed copy, or a download from npm. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = '@anthropic-ai/sdk';

/** Reads the source files of a release, by their path in the package. No code of it is run. */
export function readSources(
  version: string,
  repository: string,
  fromNpm: boolean,
): Map<string, string> {
  const folder =
    (fromNpm ? undefined : findInstalled(version, repository)) ?? fetchRelease(version);
  const paths = globSync('src/{resources/**/*,client,resources}.ts', { cwd: folder }).sort();
  if (paths.length === 0)
    throw new Error(
      `${folder}: ${PACKAGE}@${version} has no src folder; this script reads its TypeScript`,
    );
  return new Map(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

function findInstalled(version: string, repository: string): string | undefined {
  const folder = join(repository, 'packages/node/node_modules', PACKAGE);
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return undefined;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version === version
    ? folder
    : undefined;
}

function fetchRelease(version: string): string {
  const folder = join(tmpdir(), `beta-headers-verify-${version}`);
  const unpacked = join(folder, 'package');
  if (existsSync(join(unpacked, 'package.json'))) return unpacked;
  process.stderr.write(`fetching ${PACKAGE}@${version} from npm\n`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    const name = execFileSync(
      'npm',
      ['pack', `${PACKAGE}@${version}`, '--silent', '--ignore-scripts'],
      {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    execFileSync('tar', ['-xzf', name.trim().split('\n').at(-1) as string], { cwd: folder });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(
      `${PACKAGE}@${version} cannot be fetched from npm: ` +
        (stderr?.trim() || message).split('\n')[0],
    );
  }
  return unpacked;
}
