import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHANGE_KINDS } from '../src/diff/index.ts';

const text = readFileSync(new URL('../../../VERSIONING.md', import.meta.url), 'utf8');
const rows = [...text.matchAll(/^\| `([a-z-]+)` \| (\w+) \| ([a-z ]+) \| (.+) \|$/gm)];

test('the table of VERSIONING.md lists every kind of change with its bump and group', () => {
  const table = Object.fromEntries(rows.map(([, kind, bump, group]) => [kind, { bump, group }]));
  expect(table).toEqual(CHANGE_KINDS);
  expect(rows).toHaveLength(Object.keys(CHANGE_KINDS).length);
});

test('the table of VERSIONING.md has an example of each kind', () => {
  for (const [, kind, , , example] of rows) expect(example?.length, kind).toBeGreaterThan(15);
});
