import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { manifestFolder } from '../src/index.ts';
import { readYaml } from '../src/yaml.ts';

const authored = [
  'platforms.yaml',
  'models.yaml',
  ...readdirSync(join(manifestFolder, 'features')).map((name) => `features/${name}`),
];

test('reads every authored file like the slow parser', () => {
  for (const file of authored) {
    const text = readFileSync(join(manifestFolder, file), 'utf8');
    expect(readYaml(text), file).toMatchObject({ errors: [] });
    expect(readYaml(text).value, file).toEqual(parse(text, { schema: 'core' }));
  }
});

test.each([
  'a: 2026-11-22',
  'a: yes',
  'a: [true, True, null, ~, 1.12.0, 0.71, 0x10, 1e3, "1", \'x\']',
  'a: >-\n  folded\n  text\nb: |\n  as\n  it is',
  'a: "tab\\tand \\u00e9"',
  'a: &x [1]\nb: *x',
  '"a b": {c: d, e: [f, {g: h}]}',
])('reads %j like the slow parser', (text) => {
  expect(readYaml(text)).toMatchObject({ errors: [], value: parse(text, { schema: 'core' }) });
});

test.each([
  ['a: 1\na: 2', 2, 1, 'DUPLICATE_KEY'],
  ['a: [1, 2', 1, 9, 'BAD_COLLECTION_TYPE|MISSING_CHAR|BAD_INDENT'],
  ['a:\n\t- b', 2, 1, 'TAB_AS_INDENT'],
  ['a: "open', 1, 9, 'MISSING_CHAR'],
  ['a: b: c', 1, 4, 'BLOCK_AS_IMPLICIT_KEY|MULTILINE'],
  ['a: *gone', 1, 9, 'YAML'],
  ['a: 1\n---\nb: 2', 2, 1, 'MULTIPLE_DOCS'],
])('reports the place of the error in %j', (text, line, column, code) => {
  const [first] = readYaml(text).errors;
  expect(first).toMatchObject({ line, column });
  expect(first?.code).toMatch(new RegExp(code));
  expect(first?.message).not.toContain('\n');
});

test('reports two errors of one file together', () => {
  expect(readYaml('a: 1\na: 2\nb: 1\nb: 2\n').errors.map((e) => e.line)).toEqual([2, 4]);
});

test('locates the key of a map and the entry of a list', () => {
  const { locate } = readYaml('a:\n  b:\n    - c: 1\n      d: { e: 2 }\n    - 7\n');
  expect(locate(['a'])).toEqual({ line: 1, column: 1 });
  expect(locate(['a', 'b'])).toEqual({ line: 2, column: 3 });
  expect(locate(['a', 'b', 0])).toEqual({ line: 3, column: 7 });
  expect(locate(['a', 'b', 0, 'd', 'e'])).toEqual({ line: 4, column: 12 });
  expect(locate(['a', 'b', 1])).toEqual({ line: 5, column: 7 });
});

test('locates a missing value at its nearest parent', () => {
  const { locate } = readYaml('a:\n  b: { c: 1 }\n');
  expect(locate(['a', 'b', 'x', 'y'])).toEqual({ line: 2, column: 3 });
  expect(locate(['z'])).toEqual({ line: 1, column: 1 });
});

test('locates values in a file with Windows line endings', () => {
  expect(readYaml('a: 1\r\nb:\r\n  c: 2\r\n').locate(['b', 'c'])).toEqual({ line: 3, column: 3 });
});
