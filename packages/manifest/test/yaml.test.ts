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

test('the quick parser reads every authored file as the thorough one does', () => {
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
])('both read the same: %j', (text) => {
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
])('%j is told with its place', (text, line, column, code) => {
  const [first] = readYaml(text).errors;
  expect(first).toMatchObject({ line, column });
  expect(first?.code).toMatch(new RegExp(code));
  expect(first?.message).not.toContain('\n');
});

test('two things that are wrong in one file are told together', () => {
  expect(readYaml('a: 1\na: 2\nb: 1\nb: 2\n').errors.map((e) => e.line)).toEqual([2, 4]);
});

test('a place is that of the key in a map, and that of the entry in a list', () => {
  const { locate } = readYaml('a:\n  b:\n    - c: 1\n      d: { e: 2 }\n    - 7\n');
  expect(locate(['a'])).toEqual({ line: 1, column: 1 });
  expect(locate(['a', 'b'])).toEqual({ line: 2, column: 3 });
  expect(locate(['a', 'b', 0])).toEqual({ line: 3, column: 7 });
  expect(locate(['a', 'b', 0, 'd', 'e'])).toEqual({ line: 4, column: 12 });
  expect(locate(['a', 'b', 1])).toEqual({ line: 5, column: 7 });
});

test('what is not there is told at the closest value above it', () => {
  const { locate } = readYaml('a:\n  b: { c: 1 }\n');
  expect(locate(['a', 'b', 'x', 'y'])).toEqual({ line: 2, column: 3 });
  expect(locate(['z'])).toEqual({ line: 1, column: 1 });
});

test('Windows line ends do not move a place', () => {
  expect(readYaml('a: 1\r\nb:\r\n  c: 2\r\n').locate(['b', 'c'])).toEqual({ line: 3, column: 3 });
});
