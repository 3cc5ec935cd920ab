import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { repository, runSync, snapshot } from './support/repository.ts';
import { installedRelease, installedSdk } from './support/simulated.ts';
import { archive, pack } from './support/tarball.ts';

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function file(name: string, bytes: string | Buffer): string {
  const path = join(scratch(), name);
  writeFileSync(path, bytes);
  return path;
}

describe('wrong arguments: exit 2 and how it is used', () => {
  test.each([[['--sdk', 'newest']], [['--what']], [['--sdk', '1.13']], [['--surface', '--check']]])('%j', (args) => {
    const { status, stderr, stdout } = runSync(scratch(), args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('usage: npm run sync');
  });
});

describe('wrong input: exit 1, a message that says what, and the tree untouched', () => {
  const sdk = (edit: (files: Map<string, string>) => void): Buffer => {
    const files = new Map(installedRelease().files);
    edit(files);
    return pack(files);
  };
  const union = (text: string) => (files: Map<string, string>) => {
    const path = 'src/resources/beta/beta.ts';
    files.set(path, (files.get(path) ?? '').replace(/export type AnthropicBeta =[^;]*;/, text));
  };

  test.each<[string, () => string | Buffer, RegExp]>([
    ['not a tarball', () => '<html>not found</html>', /not a package tarball/],
    ['cut short', () => sdk(() => {}).subarray(0, 100_000), /cut short/],
    ['a path with ..', () => gzipSync(archive([{ path: 'package/../../evil.ts', text: 'x' }])), /leads out of the package/],
    ['another package', () => pack({ 'package.json': '{"name":"left-pad","version":"1.0.0"}' }), /this is left-pad, not @anthropic-ai\/sdk/],
    [
      'an aliased union',
      () => sdk(union("export type AnthropicBeta = Names;\ntype Names = 'a-2026-01-01';")),
      /src\/resources\/beta\/beta\.ts:\d+: AnthropicBeta has a part that is not a string literal: `Names`/,
    ],
    ['an imported union', () => sdk(union("export { type AnthropicBeta } from './names';")), /declared nowhere/],
    [
      'a header that is computed',
      () =>
        sdk((files) =>
          files.set(
            'src/resources/beta/dreams.ts',
            (files.get('src/resources/beta/dreams.ts') ?? '').replace("[...(betas ?? []), 'dreaming-2026-04-21'].toString()", 'dreamBetas(betas)'),
          ),
        ),
      /dreams\.ts:\d+: the anthropic-beta header of create\(\)/,
    ],
    [
      'an older release than the manifest knows',
      () => sdk((files) => files.set('package.json', '{"name":"@anthropic-ai/sdk","version":"1.11.0"}')),
      /in line with 1\.12\.0, and 1\.11\.0 is older/,
    ],
  ])('%s', (_, bytes, message) => {
    const root = repository();
    const before = snapshot(root);
    const { status, stderr, stdout } = runSync(root, ['--tarball', file('sdk.tgz', bytes())]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect([status, stdout]).toEqual([1, '']);
    expect(snapshot(root)).toEqual(before);
  });

  test('a file that is not there', () => {
    const { status, stderr } = runSync(repository(), ['--tarball', '/nowhere/sdk.tgz']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('there is no such file')]);
  });

  test('a manifest with a problem is told before anything is fetched', () => {
    const root = repository();
    writeFileSync(join(root, 'packages/manifest/features/broken.yaml'), 'feature: other\n');
    const { status, stderr } = runSync(root, ['--tarball', '/nowhere/sdk.tgz']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('features/broken.yaml')]);
  });
});

test('no script of the package runs, and nothing of it is loaded', () => {
  const canary = join(scratch(), 'canary');
  const run = `node -e "require('fs').writeFileSync(${JSON.stringify(canary)}, 'ran')"`;
  const scripts = Object.fromEntries(['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'postpack', 'prepublish'].map((name) => [name, run]));
  const files = new Map(installedRelease().files);
  files.set('package.json', JSON.stringify({ ...JSON.parse(files.get('package.json') ?? ''), main: 'evil.js', scripts }));
  files.set('evil.js', `require('fs').writeFileSync(${JSON.stringify(canary)}, 'loaded')`);
  files.set('src/evil.ts', `require('fs').writeFileSync(${JSON.stringify(canary)}, 'loaded')`);
  const { status, stderr } = runSync(repository(), ['--tarball', file('sdk.tgz', pack(files))]);
  expect(status, stderr).toBe(0);
  expect(existsSync(canary)).toBe(false);
});

describe('no network', () => {
  const offline = (): Record<string, string> => ({ npm_config_registry: 'http://127.0.0.1:9/', BETA_HEADERS_CACHE: scratch() });
  test.each([[[]], [['--sdk', '1.13.0']]])(
    '%j says so and names --tarball',
    (args) => {
      const root = repository();
      const before = snapshot(root);
      const { status, stderr } = runSync(root, args, offline());
      expect(status).toBe(1);
      expect(stderr).toMatch(/the npm registry could not be asked for @anthropic-ai\/sdk.*ECONNREFUSED/);
      expect(stderr).toContain('--tarball FILE');
      expect(snapshot(root)).toEqual(before);
    },
    60_000,
  );

  test('the release that the manifest knows needs none: there is nothing to read', () => {
    expect(runSync(repository(), ['--sdk', '1.12.0'], offline())).toMatchObject({ status: 0, stdout: '1.12.0: nothing new\n' });
  });

  test('a release at hand is read all the same, packed or unpacked', () => {
    const root = repository();
    expect(runSync(root, ['--tarball', installedSdk], offline())).toMatchObject({ status: 0, stdout: expect.stringContaining('1.12.0: nothing new') });
  }, 60_000);
});

test('a dirty tree is refused where something would be written, and left alone', () => {
  const root = repository();
  rmSync(join(root, 'packages/manifest/sdk.json'));
  const before = snapshot(root);
  const refused = runSync(root, ['--tarball', installedSdk]);
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('the working tree has changes')]);
  expect(snapshot(root)).toEqual(before);
  expect(runSync(root, ['--tarball', installedSdk, '--allow-dirty']).status).toBe(0);
  expect(readFileSync(join(root, 'packages/manifest/sdk.json'), 'utf8')).toContain('"sdk": "1.12.0"');
}, 60_000);

test('--surface writes both lists of the release that is given', () => {
  const root = repository();
  const before = snapshot(root);
  rmSync(join(root, 'packages/manifest/surface.json'));
  expect(runSync(root, ['--surface', '--tarball', installedSdk]).status).toBe(0);
  expect(snapshot(root)).toEqual(before);
});

test('a client that sends what the manifest does not know is an observation: reported, never written', () => {
  const root = repository();
  const before = snapshot(root);
  const client = file(
    'client.js',
    "headers['anthropic-beta'] = 'secret-thing-2026-11-11,oauth-2025-04-20'; const b = \"secret-thing-2026-11-11\"; const c = 'oauth-2025-04-20'; // 'see claude-opus-4-20250514'\n",
  );
  const { status, stdout } = runSync(root, ['--client', client, '--json']);
  expect(status).toBe(3);
  const { observations, unknown } = JSON.parse(stdout) as { observations: { beta: string }[]; unknown: object[] };
  expect(observations.map(({ beta }) => beta)).toEqual(['oauth-2025-04-20', 'secret-thing-2026-11-11']);
  expect(unknown).toEqual([{ beta: 'secret-thing-2026-11-11', source: client, kind: 'client', places: ['client.js:1'] }]);
  expect(snapshot(root)).toEqual(before);
});
