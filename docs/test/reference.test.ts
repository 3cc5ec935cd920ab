/** The pages of the packages: each export of each import path, with its signature and docstring. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { PACKAGES, readPackage } from '../src/lib/reference.ts';

// The pages are made in the folder of the site.
vi.spyOn(process, 'cwd').mockReturnValue(new URL('..', import.meta.url).pathname);

const entryOf = (path: string) => {
  const [, name = ''] = path.split('/');
  const entry = readPackage(name as (typeof PACKAGES)[number]).find((one) => one.path === path);
  if (!entry)
    throw new Error(`${path} is not among ${readPackage(name as 'core').map((one) => one.path)}`);
  return entry;
};

/** What really comes from an import path. */
async function namesOf(path: string): Promise<string[]> {
  const [, name = '', ...rest] = path.split('/');
  const manifest = new URL(`../../packages/${name}/package.json`, import.meta.url);
  const { exports } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    exports: Record<string, string | { types: string }>;
  };
  const target = exports[['.', ...rest].join('/')] ?? '';
  const file = typeof target === 'string' ? target : target.types;
  return Object.keys((await import(/* @vite-ignore */ new URL(file, manifest).href)) as object);
}

describe('the reference', () => {
  it.each(PACKAGES)('of %s has every value that the package really exports', async (name) => {
    for (const { path, exports, all, betas } of readPackage(name)) {
      const given = await namesOf(path);
      const passed = (
        await Promise.all(all.map((other) => namesOf(`@beta-headers/${other}`)))
      ).flat();
      const values = exports.filter(({ kind }) => kind !== 'type').map((one) => one.name);
      const own = given.filter((one) => !passed.includes(one) || values.includes(one));
      const constants = own.filter((one) => /_\d{4}_\d{2}_\d{2}(?:_[A-Z]+)*$|_\d{8}$/.test(one));
      expect(own.filter((one) => !constants.includes(one)).sort(), path).toEqual(values.sort());
      expect(constants.length, path).toBe(betas);
    }
  });

  it.each(PACKAGES)('of %s describes every value', (name) => {
    const undescribed = readPackage(name).flatMap(({ path, exports }) =>
      exports.flatMap((one) => (one.doc || one.kind === 'type' ? [] : `${path}: ${one.name}`)),
    );
    expect(undescribed).toEqual([]);
  });

  it('says how a function is called, and not how it works', () => {
    const plan = entryOf('@beta-headers/core').exports.find(({ name }) => name === 'plan');
    expect(plan?.kind).toBe('function');
    expect(plan?.signature).toMatch(
      /^function plan(?:<.*>)?\(\s*request: BetaRequest,[\s\S]*\): BetaPlan$/,
    );
  });

  it('shows of a class what its users see', () => {
    const error = entryOf('@beta-headers/core').exports.find(
      ({ name }) => name === 'BetaPolicyError',
    );
    expect(error?.signature).toMatch(
      /^class BetaPolicyError extends Error \{\n[\s\S]*plan: BetaPlan;[\s\S]*\n\}$/,
    );
    expect(error?.signature).not.toContain('super(');
  });

  it('gives on what comes from another package by name, and counts the constants of betas', () => {
    expect(entryOf('@beta-headers/node').all).toEqual([
      'constants',
      'core',
      'core/errors',
      'core/recovery',
    ]);
    expect(entryOf('@beta-headers/constants').betas).toBeGreaterThan(50);
    expect(entryOf('@beta-headers/manifest/history').exports.map(({ name }) => name)).toContain(
      'addRelease',
    );
  });
});
