import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import deno from '../deno.json' with { type: 'json' };
import packageJson from '../package.json' with { type: 'json' };
import * as runtime from '../src/index.ts';

it('lists in deno.json every module of a feature, and nothing else', () => {
  const files = readdirSync(join(import.meta.dirname, '..', 'src', 'features'));
  const modules = files.map((file) => `./${file.replace('.ts', '')}`);
  expect(Object.keys(deno.exports).sort()).toEqual(['.', ...modules].sort());
});

it('has in deno.json the version of package.json', () => {
  expect(deno.version).toBe(packageJson.version);
});

it('exports the engine, the constants and the memory', () => {
  expect(runtime).toMatchObject({
    plan: expect.any(Function),
    betas: expect.any(Function),
    kvMemory: expect.any(Function),
    VERSION: packageJson.version,
  });
});
