/** The reference of the packages: each export with its signature and docstring. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { PACKAGES, readPackage } from '../src/lib/reference.ts';

// The reference is read relative to the folder of the site.
vi.spyOn(process, 'cwd').mockReturnValue(new URL('..', import.meta.url).pathname);

const findEntry = (path: string) => {
  const [, name = ''] = path.split('/');
  const entry = readPackage(name as (typeof PACKAGES)[number]).find((one) => one.path === path);
  if (!entry)
    throw new Error(`${path} is not among ${readPackage(name as 'core').map((one) => one.path)}`);
  return entry;
};

/** Imports a path and lists its exports. */
async function listExports(path: string): Promise<string[]> {
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
  it.each(PACKAGES)('lists every value that %s exports', async (name) => {
    for (const { path, exports, all, betas } of readPackage(name)) {
      const given = await listExports(path);
      const passed = (
        await Promise.all(all.map((other) => listExports(`@beta-headers/${other}`)))
      ).flat();
      const values = exports.filter(({ kind }) => kind !== 'type').map((one) => one.name);
      const own = given.filter((one) => !passed.includes(one) || values.includes(one));
      const constants = own.filter((one) => /_\d{4}_\d{2}_\d{2}(?:_[A-Z]+)*$|_\d{8}$/.test(one));
      expect(own.filter((one) => !constants.includes(one)).sort(), path).toEqual(values.sort());
      expect(constants.length, path).toBe(betas);
    }
  });

  it.each(PACKAGES)('describes every value of %s', (name) => {
    const undescribed = readPackage(name).flatMap(({ path, exports }) =>
      exports.flatMap((one) => (one.doc || one.kind === 'type' ? [] : `${path}: ${one.name}`)),
    );
    expect(undescribed).toEqual([]);
  });

  it('shows the signature of a function without its body', () => {
    const plan = findEntry('@beta-headers/core').exports.find(({ name }) => name === 'plan');
    expect(plan?.kind).toBe('function');
    expect(plan?.signature).toMatch(
      /^function plan(?:<.*>)?\(\s*request: BetaRequest,[\s\S]*\): BetaPlan$/,
    );
  });

  it('shows the public members of a class', () => {
    const error = findEntry('@beta-headers/core').exports.find(
      ({ name }) => name === 'BetaPolicyError',
    );
    expect(error?.signature).toMatch(
      /^class BetaPolicyError extends Error \{\n[\s\S]*plan: BetaPlan;[\s\S]*\n\}$/,
    );
    expect(error?.signature).not.toContain('super(');
  });

  it('names re-exported import paths, and counts the constants of betas', () => {
    expect(findEntry('@beta-headers/node').all).toEqual([
      'constants',
      'core',
      'core/errors',
      'core/recovery',
    ]);
    expect(findEntry('@beta-headers/constants').betas).toBeGreaterThan(50);
    expect(findEntry('@beta-headers/manifest/history').exports.map(({ name }) => name)).toContain(
      'addRelease',
    );
  });
});
