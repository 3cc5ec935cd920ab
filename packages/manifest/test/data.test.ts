import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { catalog } from '../src/data.ts';
import { CatalogData } from '../src/data-schema.ts';
import {
  type Catalog,
  type CatalogBeta,
  type CatalogFeature,
  type CatalogPlatform,
  loadManifest,
  manifestFolder,
} from '../src/index.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(manifestFolder, name), 'utf8'));
const ajv = new Ajv.default({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);

/** Returns the first problems of a value according to the published JSON Schema. */
function validateAgainst(name: string, value: unknown): string[] {
  const schema = read(`schema/${name}.schema.json`) as object;
  const validate = ajv.getSchema(name) ?? ajv.addSchema(schema, name).getSchema(name);
  validate?.(value);
  return (validate?.errors ?? []).slice(0, 5).map((e) => `${e.instancePath} ${e.message}`);
}

test('data.json equals the loaded manifest (else run `npm run generate`)', () => {
  expect(catalog).toEqual(JSON.parse(JSON.stringify(loadManifest())));
});

test('data.json matches its JSON Schema in an independent validator', () => {
  expect(validateAgainst('data', read('data.json'))).toEqual([]);
});

test('the JSON Schema of data.json is up to date (else run `npm run generate`)', () => {
  expect(read('schema/data.schema.json')).toEqual(
    JSON.parse(JSON.stringify(z.toJSONSchema(CatalogData))),
  );
});

test.each<[string, (data: Catalog) => unknown]>([
  ['another version', (data) => ({ ...data, schemaVersion: 1 })],
  ['an unknown key', (data) => ({ ...data, extra: 1 })],
  ['an unknown stage', (data) => withBeta(data, { stage: 'bata' })],
  ['claims that are no list', (data) => withBeta(data, { acceptance: { vertex: {} } })],
  ['no claim at all', (data) => withBeta(data, { acceptance: { vertex: [] } })],
  ['a beta without its sources', (data) => withBeta(data, { evidence: undefined })],
])('the JSON Schema rejects %s', (_, change) => {
  const changed = JSON.parse(JSON.stringify(change(catalog)));
  expect(validateAgainst('data', changed)).not.toEqual([]);
});

const withBeta = (data: Catalog, change: object): unknown => ({
  ...data,
  betas: [{ ...data.betas[0], ...change }, ...data.betas.slice(1)],
});

test('the types and the schema have the same keys', () => {
  type Data = z.infer<typeof CatalogData>;
  expectTypeOf<keyof Data>().toEqualTypeOf<keyof Catalog>();
  expectTypeOf<keyof Data['betas'][number]>().toEqualTypeOf<keyof CatalogBeta>();
  expectTypeOf<keyof Data['features'][number]>().toEqualTypeOf<keyof CatalogFeature>();
  expectTypeOf<keyof Data['platforms'][number]>().toEqualTypeOf<keyof CatalogPlatform>();
});

test('reading the data loads neither a YAML parser nor zod', () => {
  const url = JSON.stringify(new URL('../src/data.ts', import.meta.url).href);
  const code = `import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ resolve: (name, context, next) => (loaded.push(name), next(name, context)) });
const { catalog } = await import(${url});
console.log(JSON.stringify({ loaded, features: catalog.features.length }));`;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  });
  const { loaded, features } = JSON.parse(out) as { loaded: string[]; features: number };
  expect(features).toBe(catalog.features.length);
  expect(loaded.filter((name) => !name.endsWith('data.ts'))).toEqual(['../data.json']);
});
