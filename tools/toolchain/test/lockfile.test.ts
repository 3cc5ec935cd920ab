/** The lockfile of the bootstrap, which npm checks downloads against. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}
interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
}

const manifest = read('package.json') as Manifest;
const { '': own, ...packages } = (
  read('package-lock.json') as { packages: Readonly<Record<string, Locked>> }
).packages;

it('locks the versions that package.json names', () => {
  const { dependencies, optionalDependencies } = own as unknown as Manifest;
  expect({ dependencies, optionalDependencies }).toEqual({
    dependencies: manifest.dependencies,
    optionalDependencies: manifest.optionalDependencies,
  });
});

it('has a hash for every package, and no address of a registry', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(3);
  for (const [path, { integrity, resolved }] of Object.entries(packages)) {
    expect(integrity, path).toMatch(/^sha512-/);
    expect(resolved, path).toBeUndefined();
  }
});
