import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listLeftovers, packPackages } from '../src/pack.ts';

describe('a built module without a source', () => {
  let base: string;
  let folder: string;
  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), 'beta-headers-pack-'));
    folder = join(base, 'packages', 'one');
    for (const path of ['src/features', 'dist/features'])
      mkdirSync(join(folder, path), { recursive: true });
    for (const path of [
      'src/index.ts',
      'dist/index.js',
      'dist/index.d.ts',
      'dist/features/acme.js',
      'dist/chunk-ABCD1234.js',
      'dist/chunk-EFGH5678.js',
    ])
      writeFileSync(join(folder, path), '');
    writeFileSync(join(folder, 'dist/index.js'), "import './chunk-ABCD1234.js';");
    writeFileSync(join(folder, 'package.json'), '{ "name": "one", "version": "1.0.0" }');
  });
  afterAll(() => rmSync(base, { recursive: true }));

  it('is found', () => {
    expect(listLeftovers(folder)).toEqual([
      join('dist', 'chunk-EFGH5678.js'),
      join('dist', 'features', 'acme.js'),
    ]);
  });
  it('stops the packing', async () => {
    await expect(packPackages(join(base, 'tarballs'), base)).rejects.toThrow(
      /acme\.js.*Build again: npm start/,
    );
  });
});
