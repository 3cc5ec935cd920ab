/**
 * Gets releases through npm itself: its registry, proxy and login settings apply, it verifies
 * downloads against `dist.integrity`, and `npm pack` of a published package runs no script.
 * Tarballs are kept in the cache folder of the system.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { execa } from 'execa';
import { reportProgress } from '../progress.ts';
import { SyncError } from '../sync-error.ts';
import { matchesIntegrity } from './integrity.ts';
import { type Release, SDK, type Wanted } from './release.ts';
import { readTarball } from './tarball.ts';

const VERSION = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
/** Time-outs that report an unreachable registry within seconds. */
const TIMEOUTS = [
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=500',
  '--fetch-retry-maxtimeout=2000',
  '--fetch-timeout=60000',
];

/**
 * Makes the folder for tarballs and for facts that were read from them, outside of the working
 * tree.
 */
export function makeCacheFolder(): string {
  const folder =
    process.env['BETA_HEADERS_CACHE'] ?? envPaths('beta-headers', { suffix: '' }).cache;
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Fetches the version under the `latest` tag. */
export async function fetchLatestVersion(name: string, signal?: AbortSignal): Promise<string> {
  const version = JSON.parse(
    await runNpm(name, ['view', name, 'dist-tags.latest', '--json'], signal),
  ) as unknown;
  if (typeof version !== 'string')
    throw new SyncError(`the registry names no latest version of ${name}.`);
  return version;
}

/** Fetches every released version, oldest first, without prereleases. */
export async function fetchVersions(name: string): Promise<string[]> {
  const versions = JSON.parse(await runNpm(name, ['view', name, 'versions', '--json'])) as unknown;
  if (!Array.isArray(versions)) throw new SyncError(`the registry lists no versions of ${name}.`);
  return versions.filter(
    (version): version is string => typeof version === 'string' && /^\d+\.\d+\.\d+$/.test(version),
  );
}

/** Gets a release of `name`, from the cache or from the registry. */
export async function fetchRelease(
  name: string,
  version: string,
  wanted: Wanted,
): Promise<Release> {
  if (!VERSION.test(version))
    throw new SyncError(`\`${version}\` is not a version. Write it as 1.13.0.`);
  const bytes = readCached(name, version) ?? (await download(name, [version])).get(version);
  if (!bytes) throw new SyncError(`npm brought no tarball of ${name}@${version}.`);
  return readTarball(bytes, `${name}@${version}`, wanted);
}

/** Downloads many versions into the cache, twelve with each call of npm. */
export async function fetchAll(name: string, versions: readonly string[]): Promise<void> {
  const missing = versions.filter((version) => readCached(name, version) === undefined);
  for (let at = 0; at < missing.length; at += 12) {
    reportProgress(
      `downloading ${name}: ${at + 1}–${Math.min(at + 12, missing.length)} of ` +
        `${missing.length} releases`,
    );
    await download(name, missing.slice(at, at + 12));
  }
}

/** Reads a cached tarball, unless its bytes have changed. */
function readCached(name: string, version: string): Buffer | undefined {
  const { tarball, sum } = locateTarball(name, version);
  if (!existsSync(tarball) || !existsSync(sum)) return undefined;
  const bytes = readFileSync(tarball);
  return matchesIntegrity(bytes, readFileSync(sum, 'utf8').trim()) ? bytes : undefined;
}

function locateTarball(
  name: string,
  version: string,
): { folder: string; tarball: string; sum: string } {
  const folder = join(makeCacheFolder(), 'tarballs');
  const base = join(folder, `${name.replace(/^@/, '').replaceAll('/', '-')}-${version}`);
  return { folder, tarball: `${base}.tgz`, sum: `${base}.integrity` };
}

interface Packed {
  readonly version: string;
  readonly filename: string;
}

async function download(name: string, versions: readonly string[]): Promise<Map<string, Buffer>> {
  const specs = versions.map((version) => `${name}@${version}`);
  const scratch = mkdtempSync(join(makeCacheFolder(), 'fetch-'));
  try {
    const [integrity, out] = await Promise.all([
      fetchIntegrities(name, versions),
      runNpm(specs.join(' '), [
        'pack',
        ...specs,
        '--json',
        '--ignore-scripts',
        '--pack-destination',
        scratch,
      ]),
    ]);
    const brought = new Map<string, Buffer>();
    for (const packed of toList<Packed>(JSON.parse(out))) {
      const fetched = join(scratch, packed.filename.replace('@', '').replace('/', '-'));
      const bytes = readFileSync(fetched);
      const said = integrity.get(packed.version);
      if (said === undefined || !matchesIntegrity(bytes, said)) {
        throw new SyncError(
          `${name}@${packed.version}: the tarball is not the one that the registry ` +
            `describes (dist.integrity ${said ?? 'absent'}). Nothing was read.`,
        );
      }
      const { folder, tarball, sum } = locateTarball(name, packed.version);
      mkdirSync(folder, { recursive: true });
      renameSync(fetched, tarball);
      writeFileSync(sum, said);
      brought.set(packed.version, bytes);
    }
    return brought;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Fetches the digests of the tarballs from the registry. */
async function fetchIntegrities(
  name: string,
  versions: readonly string[],
): Promise<Map<string, string>> {
  const out = await runNpm(`${name}@${versions.join(', ')}`, [
    'view',
    `${name}@${versions.join(' || ')}`,
    'version',
    'dist.integrity',
    '--json',
  ]);
  const said = JSON.parse(out || '[]') as
    | { version: string; 'dist.integrity': string }
    | { version: string; 'dist.integrity': string }[];
  return new Map([said].flat().map((one) => [one.version, one['dist.integrity']]));
}

/** Converts the `--json` output of npm, which is a list, or in newer versions an object. */
function toList<T>(parsed: unknown): T[] {
  return (Array.isArray(parsed) ? parsed : Object.values(parsed as object)) as T[];
}

async function runNpm(
  what: string,
  args: readonly string[],
  signal?: AbortSignal,
): Promise<string> {
  const ended = await execa('npm', [...args, ...TIMEOUTS, '--loglevel=error'], {
    reject: false,
    stdin: 'ignore',
    ...(signal && { cancelSignal: signal }),
  });
  if (!ended.failed) return ended.stdout;
  const said = `${ended.stdout}\n${ended.stderr}`;
  const code = /\b(E[A-Z0-9]{3,})\b/.exec(said)?.[1] ?? ended.code ?? `exit ${ended.exitCode}`;
  if (code === 'E404' || code === 'ETARGET')
    throw new SyncError(`the npm registry has no ${what}. See \`npm view ${SDK} versions\`.`);
  if (code === 'EINTEGRITY')
    throw new SyncError(
      `${what}: the tarball is not the one that the registry describes (EINTEGRITY). ` +
        'Nothing was read.',
    );
  throw new SyncError(
    `the request to the npm registry for ${what} failed (${code}). Is there a network? \`npm ` +
      'ping` shows it. Without one, give a release that you have: --tarball FILE',
  );
}
