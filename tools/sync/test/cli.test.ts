import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { computeIntegrity } from '../src/release/integrity.ts';
import { appendTo } from '../src/write/edit.ts';
import { repository, runSync, snapshot } from './support/repository.ts';
import { INSTALLED, installedSdk, readInstalledRelease } from './support/simulated.ts';
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

describe('wrong arguments exit with 2 and print the usage:', () => {
  test.each([[['--sdk', 'newest']], [['--what']], [['--sdk', '1.13']], [['--surface', '--check']]])(
    '%j',
    (args) => {
      const { status, stderr, stdout } = runSync(scratch(), args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain('usage: npm run sync');
    },
  );
});

const UNION = 'src/resources/beta/beta.ts';

/** Packs the installed SDK after an edit. */
const sdk = (edit: (files: Map<string, string>) => void): Buffer => {
  const files = new Map(readInstalledRelease().files);
  edit(files);
  return pack(files);
};

describe('wrong input exits with 1, explains itself and changes nothing:', () => {
  const union = (text: string) => (files: Map<string, string>) => {
    files.set(UNION, (files.get(UNION) ?? '').replace(/export type AnthropicBeta =[^;]*;/, text));
  };

  test.each<[string, () => string | Buffer, RegExp]>([
    ['not a tarball', () => '<html>not found</html>', /not a package tarball/],
    ['cut short', () => sdk(() => {}).subarray(0, 100_000), /cut short/],
    [
      'a path with ..',
      () => gzipSync(archive([{ path: 'package/../../evil.ts', text: 'x' }])),
      /leads out of the package/,
    ],
    [
      'another package',
      () => pack({ 'package.json': '{"name":"left-pad","version":"1.0.0"}' }),
      /this is left-pad, not @anthropic-ai\/sdk/,
    ],
    [
      'an aliased union',
      () => sdk(union("export type AnthropicBeta = Names;\ntype Names = 'a-2026-01-01';")),
      /src\/resources\/beta\/beta\.ts:\d+: AnthropicBeta has a part that is not a string literal: `Names`/,
    ],
    [
      'an imported union',
      () => sdk(union("export { type AnthropicBeta } from './names';")),
      /declared nowhere/,
    ],
    [
      'a header that is computed',
      () =>
        sdk((files) =>
          files.set(
            'src/resources/beta/dreams.ts',
            (files.get('src/resources/beta/dreams.ts') ?? '').replace(
              /\[\.\.\.\(betas \?\? \[\]\), '[^']+'\]\.toString\(\)/,
              'dreamBetas(betas)',
            ),
          ),
        ),
      /dreams\.ts:\d+: the anthropic-beta header of create\(\)/,
    ],
    [
      'an older release than the manifest knows',
      () =>
        sdk((files) => files.set('package.json', '{"name":"@anthropic-ai/sdk","version":"0.9.0"}')),
      /in line with [\d.]+, and 0\.9\.0 is older/,
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

  test('a missing file', () => {
    const { status, stderr } = runSync(repository(), ['--tarball', '/nowhere/sdk.tgz']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('there is no such file')]);
  });

  test('a manifest of version 1', () => {
    const root = repository();
    rmSync(join(root, 'packages/manifest/sources.yaml'));
    const { status, stderr } = runSync(root, ['--tarball', '/nowhere/sdk.tgz']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('is of manifest version 1')]);
  });

  test('a manifest with a problem, before anything is fetched', () => {
    const root = repository();
    writeFileSync(join(root, 'packages/manifest/features/broken.yaml'), 'feature: other\n');
    const { status, stderr } = runSync(root, ['--tarball', '/nowhere/sdk.tgz']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('features/broken.yaml')]);
  });
});

test('runs no script of the package, and loads nothing of it', () => {
  const canary = join(scratch(), 'canary');
  const run = `node -e "require('fs').writeFileSync(${JSON.stringify(canary)}, 'ran')"`;
  const scripts = Object.fromEntries(
    ['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'postpack', 'prepublish'].map(
      (name) => [name, run],
    ),
  );
  const files = new Map(readInstalledRelease().files);
  files.set(
    'package.json',
    JSON.stringify({ ...JSON.parse(files.get('package.json') ?? ''), main: 'evil.js', scripts }),
  );
  files.set('evil.js', `require('fs').writeFileSync(${JSON.stringify(canary)}, 'loaded')`);
  files.set('src/evil.ts', `require('fs').writeFileSync(${JSON.stringify(canary)}, 'loaded')`);
  const { status, stderr } = runSync(repository(), ['--tarball', file('sdk.tgz', pack(files))]);
  expect(status, stderr).toBe(0);
  expect(existsSync(canary)).toBe(false);
});

test('reports a prerelease with --check and never writes it', () => {
  const root = repository();
  const before = snapshot(root);
  const tarball = file(
    'sdk.tgz',
    sdk((files) => {
      files.set('package.json', '{"name":"@anthropic-ai/sdk","version":"99.0.0-beta.1"}');
      files.set(
        UNION,
        (files.get(UNION) ?? '').replace(
          /(export type AnthropicBeta =[^;]*);/,
          "$1 | 'quite-new-2026-12-31';",
        ),
      );
    }),
  );
  const written = runSync(root, ['--tarball', tarball]);
  expect([written.status, written.stderr]).toEqual([
    1,
    expect.stringContaining('99.0.0-beta.1 is a prerelease'),
  ]);
  const checked = runSync(root, ['--tarball', tarball, '--check', '--json']);
  expect(checked.status, checked.stderr).toBe(3);
  expect(JSON.parse(checked.stdout)).toMatchObject({
    sdk: '99.0.0-beta.1',
    bump: 'minor',
    wouldWrite: [],
  });
  expect(snapshot(root)).toEqual(before);
});

test('does not read a tarball with the known digest again', () => {
  const root = repository();
  const tarball = file('sdk.tgz', pack(readInstalledRelease().files));
  const facts = join(root, 'packages/manifest/sdk.json');
  const known = readFileSync(facts, 'utf8').replace(
    /"integrity": "[^"]*"/,
    `"integrity": "${computeIntegrity(readFileSync(tarball))}"`,
  );
  expect(known).not.toBe(readFileSync(facts, 'utf8'));
  writeFileSync(facts, known);
  const ran = runSync(root, ['--tarball', tarball]);
  expect(ran).toEqual({ status: 0, stdout: `${INSTALLED}: nothing new\n`, stderr: '' });
});

test('refuses other content under the known version', () => {
  const root = repository();
  const before = snapshot(root);
  const tarball = file(
    'sdk.tgz',
    sdk((files) =>
      files.set(
        UNION,
        (files.get(UNION) ?? '').replace(/(AnthropicBeta =[^;]*);/, "$1 | 'a-2026-01-01';"),
      ),
    ),
  );
  const { status, stderr, stdout } = runSync(root, ['--tarball', tarball]);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(`it says that it is ${INSTALLED}, and its content is not that of`);
  expect(snapshot(root)).toEqual(before);
});

test('compares with the manifest alone without sdk.json, and reports that', () => {
  const root = repository();
  for (const name of ['sdk.json', 'surface.json']) rmSync(join(root, 'packages/manifest', name));
  const args = ['--tarball', installedSdk, '--check', '--report', join(scratch(), 'report.md')];
  const { status, stdout, stderr } = runSync(root, args);
  expect([status, stdout.split('\n')[0]]).toEqual([
    0,
    `${INSTALLED}: the manifest has all of it; no earlier release is known to compare with`,
  ]);
  expect(stderr).toContain('it has no sdk.json, so nothing is known of an earlier release');
});

describe('--review', () => {
  test('lists the file, line and decision of each mark, with exit 3', () => {
    const root = repository();
    expect(runSync(root, ['--review'])).toMatchObject({
      status: 0,
      stdout: 'no review mark is open\n',
    });
    const path = 'packages/manifest/features/advisor-tool.yaml';
    const marked = appendTo(
      readFileSync(join(root, path), 'utf8'),
      ['betas', 0, 'review'],
      ['decide the stage', 'write the summary'],
      'evidence',
    );
    writeFileSync(join(root, path), marked);
    const line = marked.split('\n').findIndex((one) => one.includes('decide the stage')) + 1;
    const { status, stdout } = runSync(root, ['--review']);
    expect(status).toBe(3);
    expect(stdout).toContain(
      `${path}:${line}  \`advisor-tool-2026-03-01\` waits for a decision: decide the stage`,
    );
    expect(stdout).toContain('2 marks are open');
    expect(JSON.parse(runSync(root, ['--review', '--json']).stdout)).toMatchObject([
      { file: path, line },
      { file: path, line: line + 1 },
    ]);
  });

  test('fails for a manifest with other problems', () => {
    const root = repository();
    writeFileSync(join(root, 'packages/manifest/features/broken.yaml'), 'feature: other\n');
    expect(runSync(root, ['--review'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('features/broken.yaml'),
    });
  });
});

describe('without a network', () => {
  const offline = (): Record<string, string> => ({
    npm_config_registry: 'http://127.0.0.1:9/',
    'npm_config_@anthropic-ai:registry': 'http://127.0.0.1:9/',
    BETA_HEADERS_CACHE: scratch(),
  });
  test.each([[[]], [['--sdk', '99.0.0']]])('%j fails and names --tarball', (args) => {
    const root = repository();
    const before = snapshot(root);
    const { status, stderr } = runSync(root, args, offline());
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /the request to the npm registry for @anthropic-ai\/sdk.* failed.*ECONNREFUSED/,
    );
    expect(stderr).toContain('--tarball FILE');
    expect(snapshot(root)).toEqual(before);
  });

  test('the known release succeeds, because nothing is read', () => {
    expect(runSync(repository(), ['--sdk', INSTALLED], offline())).toMatchObject({
      status: 0,
      stdout: `${INSTALLED}: nothing new\n`,
    });
  });

  test('a local release is read, packed or unpacked', () => {
    const root = repository();
    expect(runSync(root, ['--tarball', installedSdk], offline())).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`${INSTALLED}: nothing new`),
    });
  });
});

test('refuses to write to a dirty tree, and changes nothing', () => {
  const root = repository();
  rmSync(join(root, 'packages/manifest/sdk.json'));
  const before = snapshot(root);
  const refused = runSync(root, ['--tarball', installedSdk]);
  expect([refused.status, refused.stderr]).toEqual([
    1,
    expect.stringContaining('the working tree has changes'),
  ]);
  expect(snapshot(root)).toEqual(before);
  expect(runSync(root, ['--tarball', installedSdk, '--allow-dirty']).status).toBe(0);
  expect(readFileSync(join(root, 'packages/manifest/sdk.json'), 'utf8')).toContain(
    `"sdk": "${INSTALLED}"`,
  );
});

test('--surface writes both lists of the given release', () => {
  const root = repository();
  const before = snapshot(root);
  rmSync(join(root, 'packages/manifest/surface.json'));
  expect(runSync(root, ['--surface', '--tarball', installedSdk]).status).toBe(0);
  expect(snapshot(root)).toEqual(before);
});

test('reports that a client without a beta compares nothing', () => {
  const client = file('client.js', 'export {};');
  const { status, stdout } = runSync(repository(), ['--client', client]);
  expect(status).toBe(0);
  expect(stdout).toBe(`${client}: no beta is named in it, nothing was compared\n`);
});

test('reports an unknown beta of a client and never writes it', () => {
  const root = repository();
  const before = snapshot(root);
  const client = file(
    'client.js',
    "headers['anthropic-beta'] = 'secret-thing-2026-11-11,oauth-2025-04-20'; const b = \"secret-thing-2026-11-11\"; const c = 'oauth-2025-04-20'; // 'see claude-opus-4-20250514'\n",
  );
  const { status, stdout } = runSync(root, ['--client', client, '--json']);
  expect(status).toBe(3);
  const { observations, unknown } = JSON.parse(stdout) as {
    observations: { beta: string }[];
    unknown: object[];
  };
  expect(observations.map(({ beta }) => beta)).toEqual([
    'oauth-2025-04-20',
    'secret-thing-2026-11-11',
  ]);
  expect(unknown).toEqual([
    { beta: 'secret-thing-2026-11-11', source: client, kind: 'client', places: ['client.js:1'] },
  ]);
  expect(snapshot(root)).toEqual(before);
});
