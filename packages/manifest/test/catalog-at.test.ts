import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCatalogAt } from '../scripts/git.ts';
import { catalog } from '../src/data.ts';
import { manifestFolder } from '../src/index.ts';
import { makeFolder } from './fixtures.ts';

test('reads a data.json file as a manifest', () => {
  expect(readCatalogAt(join(manifestFolder, 'data.json'))).toEqual(catalog);
});

test.each([
  ['not JSON', '{ "betas": [', /not JSON .*Give a git revision, or a data\.json/],
  ['other JSON', '{ "schemaVersion": 2 }', /not a manifest of schema version 2/],
  [
    'an earlier shape',
    '{ "schemaVersion": 1, "betas": [], "features": [] }',
    /not a manifest of schema version 2\. Give a later git revision/,
  ],
  ['nothing at all', 'null', /not a manifest of schema version 2/],
])('reports a file with %s', (_, text, message) => {
  expect(() => readCatalogAt(join(makeFolder({ 'data.json': text }), 'data.json'))).toThrow(
    message,
  );
});

test.each(['no-such-revision', '--all', 'HEAD~100000'])(
  'rejects %s, which is neither a file nor a revision',
  (source) => {
    expect(() => readCatalogAt(source)).toThrow(
      /neither a file nor a revision of this repository\. Give a commit, a branch, a tag/,
    );
  },
);
