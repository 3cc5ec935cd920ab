/** Tests that tarballs contain an overlay only while it is in use. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRIVATE_BUILDER, PRIVATE_SOURCES } from './support/private-beta.ts';
import { type Copy, copyRepository } from './support/repository.ts';

/** Matches every name of the overlay. */
const TRACE = /acme[-_ ]?vault/i;
const PACKED = ['constants', 'core', 'fake-api', 'grammar', 'manifest', 'node'];

let copy: Copy;
const generate = (...args: string[]) =>
  copy.run(process.execPath, 'tools/codegen/generate.mjs', ...args);
const start = () => copy.run(process.execPath, 'tools/toolchain/start.ts');

/** Lists the packages whose tarballs contain a text in a name or in a file. */
function findTarballs(text: RegExp): string[] {
  const folder = join(copy.folder, 'tarballs');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  return PACKED.filter((name) => {
    const file = join(folder, `${name}.tgz`);
    const packed = copy.run('pnpm', '-C', `packages/${name}`, 'pack', '--out', file);
    expect(packed.ok, packed.output).toBe(true);
    const unpacked = spawnSync('tar', ['-xzvOf', file], { encoding: 'utf8', maxBuffer: 1 << 28 });
    expect(unpacked.status).toBe(0);
    // The names are on stderr or stdout, depending on the tar.
    return text.test(unpacked.stdout + unpacked.stderr);
  });
}

// Two builds and ten packs. The unit tests cover the parts.
describe('a private overlay', () => {
  beforeAll(() => {
    copy = copyRepository();
    mkdirSync(join(copy.folder, 'ours'));
    writeFileSync(join(copy.folder, 'ours/acme-vault.yaml'), PRIVATE_BUILDER);
    writeFileSync(join(copy.folder, 'ours/sources.yaml'), PRIVATE_SOURCES);
  });
  afterAll(() => copy.remove());

  it('is kept and reported by npm start, and is in the tarballs', () => {
    const plain = start();
    expect(plain.output).toMatch(/0 written, \d+ unchanged, 0 pruned/);
    expect(plain.output).not.toContain('overlay');
    const generated = generate('--manifest', 'ours');
    expect(generated.output).toContain(
      'ours is added to the manifest, with acme-vault, acme-vault-2026-05-01.',
    );
    for (let i = 0; i < 2; i++) {
      const { ok, output } = start();
      expect(ok, output).toBe(true);
      expect(output).toContain('overlay    ours, with acme-vault, acme-vault-2026-05-01');
      expect(output).toContain('`npm run generate` returns to the published manifest');
    }
    expect(readdirSync(join(copy.folder, 'packages/node/dist/features'))).toContain(
      'acme-vault.js',
    );
    expect(findTarballs(TRACE)).toEqual(['constants', 'core', 'manifest', 'node']);
  });

  it('leaves no trace in the tarballs after it is removed, although builds are cached', () => {
    const back = generate();
    expect(back.output).toContain(
      'Removed, with all builds: acme-vault, acme-vault-2026-05-01 of ours.',
    );
    const { ok, output } = start();
    expect(ok, output).toBe(true);
    expect(output).toMatch(/(\d+) builds, \1 of them from the cache/);
    expect(output).not.toContain('overlay');
    expect(findTarballs(TRACE)).toEqual([]);
  });

  it('is not packed after git restored the sources', () => {
    expect(generate('--manifest', 'ours').ok).toBe(true);
    expect(start().ok).toBe(true);
    for (const command of ['checkout -- packages', 'clean -fdq packages'])
      expect(copy.run('git', ...command.split(' '))).toEqual({ ok: true, output: '' });
    expect(findTarballs(TRACE)).toEqual([]);
  });

  it('stops npm start with a clear message when it is broken or missing', () => {
    expect(generate('--manifest', 'ours').ok).toBe(true);
    const file = join(copy.folder, 'ours/acme-vault.yaml');
    writeFileSync(file, PRIVATE_BUILDER.replace('preview', 'prevew'));
    const broken = start();
    expect(broken.ok).toBe(false);
    expect(broken.output).toMatch(/ours\/acme-vault\.yaml:\d+:\d+ .*stage/);
    rmSync(join(copy.folder, 'ours'), { recursive: true });
    const gone = start();
    expect(gone.ok).toBe(false);
    expect(gone.output).toContain('there is no such folder');
    for (const { output } of [broken, gone]) {
      expect(output).toContain('ours is the overlay of the last `npm run generate -- --manifest`.');
      expect(output).toContain('run `npm run generate` to go back to the published manifest.');
      expect(output).toContain('Nothing was built.');
    }
    expect(readFileSync(join(copy.folder, 'packages/manifest/data.json'), 'utf8')).toContain(
      'acme',
    );
    expect(generate().ok).toBe(true);
    expect(start().ok).toBe(true);
  });
});
