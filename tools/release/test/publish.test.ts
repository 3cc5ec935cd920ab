import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { root } from '../../toolchain/lib/root.ts';
import { computeIntegrity, isBundleFolder, readBundle, writeBundle } from '../src/bundle.ts';
import { findDenoPin } from '../src/pinned-deno.ts';
import { git } from './support/unreleased.ts';

const PUBLISH = fileURLToPath(new URL('../src/commands/publish.ts', import.meta.url));
const COMMIT = git(root, 'rev-parse', 'HEAD').trim();

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-publish-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes a bundle of two packages, with the bytes of their names as tarballs. */
function makeBundle(tag: 'latest' | 'next', commit: string = COMMIT) {
  const folder = scratch();
  const tarballs = ['grammar', 'core'].map((name) => {
    const file = join(folder, `beta-headers-${name}-0.1.0.tgz`);
    writeFileSync(file, name);
    return { name: `@beta-headers/${name}`, version: '0.1.0', file };
  });
  writeFileSync(join(folder, 'notes.md'), 'notes\n');
  return { folder, digest: writeBundle(folder, { tag, commit }, tarballs) };
}

/** Programs that log their arguments; `npm view` knows the packages of `published`. */
function programs(published: Record<string, string> = {}) {
  const folder = scratch();
  const log = join(folder, 'log');
  const program = (name: string, script: string): void => {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $*" >> '${log}'\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  const known = Object.entries(published).map(
    ([spec, integrity]) => `case "$2" in ${spec}) echo '"${integrity}"'; exit 0;; esac`,
  );
  program('npm', `if [ "$1" = view ]; then\n${known.join('\n')}\nexit 1\nfi\n[ "$1" = publish ]`);
  program('gh', '[ "$2" = create ]');
  return { path: folder, log: () => (existsSync(log) ? readFileSync(log, 'utf8') : '') };
}

function runPublish(args: readonly string[], env: Record<string, string> = {}) {
  return spawnSync(process.execPath, [PUBLISH, ...args], {
    encoding: 'utf8',
    env: { ...process.env, GITHUB_ACTIONS: '', ...env },
  });
}

const onPath = (path: string): Record<string, string> => ({
  GITHUB_ACTIONS: 'true',
  PATH: `${path}${delimiter}${process.env['PATH']}`,
});

describe('release:publish', () => {
  test('imports nothing but Node and its own files', () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/ from '([^']+)'/g)) {
        expect(specifier, file).toMatch(/^(node:|\.)/);
        if (specifier.startsWith('.')) visit(join(dirname(file), specifier));
      }
    };
    visit(PUBLISH);
    expect(seen.size).toBeGreaterThan(3);
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    // Without run.mjs, which installs the dependencies.
    expect(scripts['release:publish']).toBe('node tools/release/publish.mjs');
  });

  test('publishes a prerelease to npm, dependencies first and under `next`', () => {
    const { folder, digest } = makeBundle('next');
    const { path, log } = programs();
    const ended = runPublish(['--from', folder, '--digest', digest], onPath(path));
    expect([ended.status, ended.stderr]).toEqual([0, 'verified 3 files of 0.1.0\n']);
    const publish = (name: string): string =>
      `npm publish ${join(folder, `beta-headers-${name}-0.1.0.tgz`)} --ignore-scripts ` +
      '--access=public --provenance --tag next';
    expect(
      log()
        .split('\n')
        .filter((line) => line.includes('publish ')),
    ).toEqual([publish('grammar'), publish('core')]);
    expect(log()).not.toContain('gh ');
  });

  test('goes on where an earlier run stopped', () => {
    const { folder } = makeBundle('next');
    const { path, log } = programs({
      '@beta-headers/grammar@0.1.0': computeIntegrity(Buffer.from('grammar')),
    });
    const ended = runPublish(['--from', folder], onPath(path));
    expect(ended.status, ended.stderr).toBe(0);
    expect(ended.stdout).toBe(
      '@beta-headers/grammar 0.1.0 was published before\n@beta-headers/core 0.1.0 published\n',
    );
    expect(log()).not.toContain('grammar-0.1.0.tgz');
  });

  test('stops if the registry has the version with other content', () => {
    const { folder } = makeBundle('next');
    const { path, log } = programs({
      '@beta-headers/grammar@0.1.0': computeIntegrity(Buffer.from('other')),
    });
    const ended = runPublish(['--from', folder], onPath(path));
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain('has @beta-headers/grammar@0.1.0 with other content');
    expect(log()).not.toContain('npm publish');
  });

  test.each<[string, (folder: string) => void, string]>([
    [
      'a tarball that was changed',
      (folder) => writeFileSync(join(folder, 'beta-headers-core-0.1.0.tgz'), 'evil'),
      'beta-headers-core-0.1.0.tgz: was changed since it was packed',
    ],
    [
      'a tarball that is missing',
      (folder) => rmSync(join(folder, 'beta-headers-core-0.1.0.tgz')),
      'beta-headers-core-0.1.0.tgz: is missing',
    ],
    [
      'a file that was not packed',
      (folder) => writeFileSync(join(folder, 'more.tgz'), 'evil'),
      'more.tgz: is not in release.json',
    ],
    [
      'a release.json with another digest',
      (folder) => {
        const file = join(folder, 'release.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace('"next"', '"latest"'));
      },
      'release.json is not the one that was packed',
    ],
    ['no release.json', (folder) => rmSync(join(folder, 'release.json')), 'has no release.json'],
  ])('refuses %s before anything is published', (_, damage, message) => {
    const { folder, digest } = makeBundle('next');
    const { path, log } = programs();
    damage(folder);
    const ended = runPublish(['--from', folder, '--digest', digest], onPath(path));
    expect([ended.status, ended.stdout]).toEqual([1, '']);
    expect(ended.stderr).toContain(message);
    expect(log()).toBe('');
  });

  test('refuses what was packed from another commit', () => {
    const { folder } = makeBundle('next', 'f'.repeat(40));
    expect(runPublish(['--from', folder])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`was packed from ${'f'.repeat(40)}`),
    });
  });

  test('outside of the workflow verifies with --dry-run, and else refuses', () => {
    const { folder } = makeBundle('latest');
    expect(runPublish(['--from', folder, '--dry-run'])).toMatchObject({
      status: 0,
      stdout:
        'would publish @beta-headers/grammar 0.1.0 under latest\n' +
        'would publish @beta-headers/core 0.1.0 under latest\n',
    });
    expect(runPublish(['--from', folder])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Only the release workflow publishes'),
    });
  });

  test.each([[[]], [['--from']], [['--what', 'x']]])('explains its arguments after %j', (args) => {
    expect(runPublish(args)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('usage: npm run release:publish'),
    });
  });
});

describe('the bundle of a release', () => {
  test('replaces no folder with other files', () => {
    const folder = scratch();
    expect(isBundleFolder(join(folder, 'new'))).toBe(true);
    expect(isBundleFolder(folder)).toBe(true);
    mkdirSync(join(folder, 'src'));
    expect(isBundleFolder(folder)).toBe(false);
    expect(isBundleFolder(makeBundle('next').folder)).toBe(true);
  });

  test('names the packages and every file with its hash', () => {
    const { folder } = makeBundle('latest');
    expect(readBundle(folder)).toMatchObject({
      version: '0.1.0',
      tag: 'latest',
      commit: COMMIT,
      files: { 'notes.md': computeIntegrity(Buffer.from('notes\n')) },
    });
  });
});

describe('findDenoPin', () => {
  const lockfile = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');

  test.each([
    ['linux', 'x64', '@deno/linux-x64-glibc'],
    ['darwin', 'arm64', '@deno/darwin-arm64'],
  ])('finds the version and hash for %s %s in the lockfile', (platform, arch, name) => {
    expect(findDenoPin(lockfile, platform, arch)).toEqual({
      name,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      integrity: expect.stringMatching(/^sha512-.{86}==$/),
    });
  });

  test('fails for a system that has no Deno', () => {
    expect(() => findDenoPin(lockfile, 'aix', 'ppc64')).toThrow('has no @deno/aix-ppc64');
  });
});
