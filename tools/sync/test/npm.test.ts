/**
 * Gets releases from a registry on this machine, with a package whose scripts would leave a trace.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { computeIntegrity, matchesIntegrity } from '../src/release/integrity.ts';
import { fetchAll, fetchLatestVersion, fetchRelease, fetchVersions } from '../src/release/npm.ts';
import { isSdkFile, SDK } from '../src/release/release.ts';
import { MINIMAL } from './support/release.ts';
import { pack } from './support/tarball.ts';

/** Starts a registry with some versions of the SDK; `integrity` replaces their true digests. */
async function registry(
  versions: readonly string[],
  integrity?: string,
): Promise<{ scratch: string; requested: string[]; close: () => void }> {
  const scratch = mkdtempSync(join(tmpdir(), 'beta-headers-test-'));
  const canary = `node -e "require('fs').writeFileSync('${join(scratch, 'canary')}', '')"`;
  const scripts = Object.fromEntries(
    ['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'postpack'].map((name) => [
      name,
      canary,
    ]),
  );
  const tarballs = new Map(
    versions.map((version) => [
      version,
      pack({ ...MINIMAL, 'package.json': JSON.stringify({ name: SDK, version, scripts }) }),
    ]),
  );
  const requested: string[] = [];
  const server = createServer((request, response) => {
    requested.push(request.url ?? '');
    const version = /sdk-(.*)\.tgz$/.exec(request.url ?? '')?.[1];
    const tarball = version === undefined ? undefined : tarballs.get(version);
    if (tarball) return void response.end(tarball);
    if (!decodeURIComponent(request.url ?? '').startsWith(`/${SDK}`))
      return void response.writeHead(404).end('{}');
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const packument = {
      name: SDK,
      'dist-tags': { latest: versions.at(-1) },
      versions: Object.fromEntries(
        [...tarballs].map(([one, bytes]) => [
          one,
          {
            name: SDK,
            version: one,
            dist: {
              tarball: `${base}/${SDK}/-/sdk-${one}.tgz`,
              integrity: integrity ?? computeIntegrity(bytes),
            },
          },
        ]),
      ),
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(packument));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  vi.stubEnv('npm_config_registry', url);
  // An .npmrc may set a registry for the scope alone.
  vi.stubEnv('npm_config_@anthropic-ai:registry', url);
  vi.stubEnv('npm_config_cache', join(scratch, 'npm'));
  vi.stubEnv('BETA_HEADERS_CACHE', join(scratch, 'cache'));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(() => {
    vi.unstubAllEnvs();
    close();
    rmSync(scratch, { recursive: true, force: true });
  });
  return { scratch, requested, close };
}

test('fetches a release once, verifies and keeps it, and runs none of its scripts', async () => {
  const { scratch, requested, close } = await registry(['9.0.0', '9.1.0']);
  expect(await fetchLatestVersion(SDK)).toBe('9.1.0');
  expect(await fetchVersions(SDK)).toEqual(['9.0.0', '9.1.0']);
  const release = await fetchRelease(SDK, '9.0.0', isSdkFile);
  expect([release.version, release.from, release.files.has('src/client.ts')]).toEqual([
    '9.0.0',
    '@anthropic-ai/sdk@9.0.0',
    true,
  ]);
  expect(requested.some((url) => url.endsWith('sdk-9.0.0.tgz'))).toBe(true);
  close();
  expect((await fetchRelease(SDK, '9.0.0', isSdkFile)).version).toBe('9.0.0');
  expect(existsSync(join(scratch, 'canary'))).toBe(false);
  expect(readdirSync(join(scratch, 'cache')).filter((name) => name.startsWith('fetch-'))).toEqual(
    [],
  );
});

test('fetches many releases at once', async () => {
  await registry(['9.0.0', '9.1.0', '9.2.0']);
  await fetchAll(SDK, ['9.0.0', '9.2.0']);
  expect((await fetchRelease(SDK, '9.2.0', isSdkFile)).version).toBe('9.2.0');
});

test('refuses and does not keep a tarball with another digest than the registry has', async () => {
  const { scratch } = await registry(['9.0.0'], computeIntegrity(Buffer.from('something else')));
  await expect(fetchRelease(SDK, '9.0.0', isSdkFile)).rejects.toThrow(
    /not the one that the registry describes/,
  );
  expect(existsSync(join(scratch, 'cache', 'tarballs'))).toBe(false);
});

test('refuses a version that does not exist', async () => {
  await registry(['9.0.0']);
  await expect(fetchRelease(SDK, '9.9.9', isSdkFile)).rejects.toThrow(/the npm registry has no/);
  await expect(fetchRelease(SDK, '9.0.0; rm -rf /', isSdkFile)).rejects.toThrow(/is not a version/);
});

describe('an integrity string', () => {
  const bytes = Buffer.from('hello');
  const digest = (algorithm: string, of = bytes): string =>
    `${algorithm}-${createHash(algorithm).update(of).digest('base64')}`;
  test('matches by its strongest digest, and by none weaker than sha256', () => {
    expect(matchesIntegrity(bytes, digest('sha512'))).toBe(true);
    expect(matchesIntegrity(bytes, `${digest('sha1')} ${digest('sha512')}`)).toBe(true);
    expect(
      matchesIntegrity(bytes, `${digest('sha256')} ${digest('sha512', Buffer.from('other'))}`),
    ).toBe(false);
    expect(matchesIntegrity(bytes, digest('sha1'))).toBe(false);
    expect(matchesIntegrity(bytes, '')).toBe(false);
  });
});
