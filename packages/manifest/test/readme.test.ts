import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as grammar from '@beta-headers/grammar';
import { describe, expect, test } from 'vitest';
import { catalog } from '../src/data.ts';
import { manifestFolder } from '../src/index.ts';
import { findProblems, sources } from './fixtures.ts';

const readme = readFileSync(join(manifestFolder, 'README.md'), 'utf8');
const named = new Set([...readme.matchAll(/`([A-Za-z]+)`/g)].map(([, name]) => name));

/** Lists the keys of these objects. */
const listKeys = (objects: readonly object[]): string[] => [
  ...new Set(objects.flatMap((one) => Object.keys(one))),
];
const claims = [
  ...catalog.features.flatMap(({ availability }) => Object.values(availability).flat()),
  ...catalog.betas.flatMap(({ acceptance }) => Object.values(acceptance).flat()),
];
const rules = [
  ...catalog.betas.flatMap(({ requires }) => requires),
  ...catalog.features.flatMap(({ uses }) => uses),
];

test.each<[string, readonly object[]]>([
  ['data.json', [catalog]],
  ['a feature', catalog.features],
  ['a beta', catalog.betas],
  ['a platform', catalog.platforms],
  ['a source', catalog.sources],
  ['an error', catalog.errors],
  ['a value that is no beta', catalog.notBetas],
  ['a claim', claims],
  ['a rule', rules],
  ['a constraint', catalog.features.flatMap(({ constraints }) => constraints)],
  ['a substitute', catalog.features.flatMap(({ substitutes }) => substitutes)],
])('explains every key of %s', (_, objects) => {
  expect(listKeys(objects).filter((key) => !named.has(key) && key !== 'note')).toEqual([]);
});

test('explains every status of a claim', () => {
  for (const status of new Set(claims.map((claim) => claim.status)))
    expect(readme, status).toContain(`\`${status}\``);
});

test('uses known betas in its example', () => {
  const ids = new Set(catalog.betas.map(({ id }) => id));
  const example = readme.slice(
    readme.indexOf('### An example'),
    readme.indexOf('### What it cannot'),
  );
  const mentioned = [...example.matchAll(/`([a-z-]+-\d{4}-\d{2}-\d{2})`/g)].map(([, id]) => id);
  expect(mentioned.length).toBeGreaterThan(5);
  expect(mentioned.filter((id) => !ids.has(id as string))).toEqual([]);
});

describe('the whole feature file', () => {
  const [, text = ''] = readme.split('### A whole feature file');
  const [file = '', entry = ''] = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
    ([, block]) => block as string,
  );
  const files = {
    'features/paper-planes.yaml': file,
    'sources.yaml': sources()['sources.yaml']?.replace('sources:\n', `sources:\n${entry}`) ?? '',
  };

  test('loads, and is short', () => {
    expect(findProblems(files)).toEqual([]);
    expect(file.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
  });

  test('is the least: without any line of its betas it does not load', () => {
    for (const key of ['stage', 'evidence'])
      expect(
        findProblems({
          ...files,
          'features/paper-planes.yaml': file.replace(new RegExp(`^    ${key}: .*\\n`, 'm'), ''),
        }),
        key,
      ).not.toEqual([]);
  });

  test('names a real file to copy', () => {
    const [, name = ''] = /A small real one is\s+`(features\/[\w-]+\.yaml)`/.exec(text) ?? [];
    expect(readFileSync(join(manifestFolder, name), 'utf8').split('\n').length).toBeLessThan(60);
  });
});

// Here, because the tests of grammar also run on runtimes without a file system.
test('the README of grammar lists its exports', () => {
  const text = readFileSync(new URL('../../grammar/README.md', import.meta.url), 'utf8');
  const [table = ''] = /^\| notation \|[\s\S]*?\n\n/m.exec(text) ?? [];
  const listed = [...table.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  expect(Object.keys(grammar).filter((name) => !listed.includes(name))).toEqual([]);
});
