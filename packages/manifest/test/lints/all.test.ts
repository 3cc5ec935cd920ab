import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lints } from '../../src/lints/index.ts';

const names = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .filter((name) => !['all', 'contents', 'index', 'lint'].includes(name))
    .sort();

test('every lint has its own file and test, and is run', () => {
  const registered = lints.map((lint) => lint.name).sort();
  expect(names('../../src/lints', '.ts')).toEqual(registered);
  expect(names('.', '.test.ts')).toEqual(registered);
});
