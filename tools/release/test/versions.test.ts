import { describe, expect, it } from 'vitest';
import type { Package } from '../../toolchain/lib/workspace.ts';
import { readPackages } from '../../toolchain/lib/workspace.ts';
import { findDifferentVersions } from '../src/versions.ts';

const one = (name: string, version: string, jsr?: string): Package => ({
  name,
  folder: `/x/${name}`,
  json: { name, version },
  onNpm: true,
  ...(jsr && { jsr: { file: `/x/${name}/jsr.json`, json: { name, version: jsr } } }),
});

describe('findDifferentVersions', () => {
  it('finds one version in every package.json, jsr.json and deno.json of this repository', () => {
    expect(readPackages().length).toBeGreaterThan(3);
    expect(findDifferentVersions()).toEqual([]);
  });
  it('finds another version in the site or a constant', () => {
    expect(
      findDifferentVersions(
        '/x',
        [one('a', '1.0.0')],
        [{ file: '/x/docs/package.json', version: '0.9.0' }],
      ),
    ).toEqual([
      'docs/package.json has 0.9.0, a/package.json has 1.0.0: run `npm run release:version`',
    ]);
  });
  it('finds another version, with its file', () => {
    const found = findDifferentVersions(
      '/x',
      [one('a', '1.0.0', '1.0.1'), one('b', '1.0.0'), { ...one('c', '2.0.0'), onNpm: false }],
      [],
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /^a\/jsr\.json has 1\.0\.1, .*a\/package\.json has 1\.0\.0: run `npm run release:version`/,
    );
  });
});
