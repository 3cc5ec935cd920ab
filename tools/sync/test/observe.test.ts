import { describe, expect, test } from 'vitest';
import { observeSource, PLATFORM_SDKS, type Source } from '../src/observe/source.ts';
import { readRoles } from '../src/read/role.ts';
import { computeLatestDay } from '../src/working-tree.ts';
import { runSync } from './support/repository.ts';
import { smallTree, writeFolder } from './support/small.ts';

/** Finds the role of the first dated string in a text. */
function findRole(text: string): string | undefined {
  const match = /(['"`])([a-z][a-z0-9-]*-20\d{2}[a-z0-9-]*)\1/.exec(text);
  if (!match) throw new Error(`no dated string in ${text}`);
  return readRoles(text)(match[2] as string, match.index);
}

describe('a dated string is not a beta', () => {
  test.each([
    "body['anthropic_version'] = 'bedrock-2023-05-31';",
    "return { anthropic_version: 'vertex-2023-10-16', ...body };",
    '{ "anthropic_version": "bedrock-2023-05-31" }',
    "body.anthropic_version ??= 'bedrock-2023-05-31'",
    "const DEFAULT_VERSION = 'bedrock-2023-05-31';\nif (!body['anthropic_version']) body['anthropic_version'] = DEFAULT_VERSION;",
    "const VERSION: string = 'vertex-2023-10-16'; send({ anthropic_version: VERSION });",
  ])('as a value of anthropic_version: %s', (text) => {
    expect(findRole(text)).toBe('version');
  });

  test.each([
    "const model = 'thing-2024-05-13';",
    "call({ modelName: 'thing-2024-05-13' })",
    "type Known = 'gpt-4o-2024-05-13' | 'gpt-4o';",
    "const CHAT_MODELS = ['a', 'thing-2024-05-13'];",
    "const MODELS = { small: { id: 'thing-2024-05-13' } };",
    "switch (model) { case 'thing-2024-05-13': return 1; }",
    '{ "models": [{ "id": "o1-mini", "x": [1] }, { "id": "thing-2024-05-13" }] }',
  ])('as a model: %s', (text) => {
    expect(findRole(text)).toBe('model');
  });
});

test.each([
  "headers['anthropic-beta'] = 'boxes-2026-01-02';",
  "const modelBetas = ['boxes-2026-01-02'];",
  "const models = { one: { betas: ['boxes-2026-01-02'] } };",
  "function createModel() { send('boxes-2026-01-02'); }",
  "const version = 'boxes-2026-01-02'; send({ anthropic_version: other });",
  "const x = 'boxes-2026-01-02'; body.anthropic_version = x;",
])('a dated string may be a beta: %s', (text) => {
  expect(findRole(text)).toBeUndefined();
});

const source = (files: Record<string, string>): Source => ({
  name: 'client',
  kind: 'client',
  files: new Map(Object.entries(files)),
});

test('observes a beta if one of its places is nothing else', () => {
  const files = {
    'a.js': "const model = 'thing-2024-05-13';",
    'b.js': "send('thing-2024-05-13');",
  };
  expect(observeSource(source(files), new Set()).observations).toMatchObject([
    { beta: 'thing-2024-05-13', places: ['a.js:1', 'b.js:1'] },
  ]);
  const model = source({ 'a.js': files['a.js'] });
  expect(observeSource(model, new Set()).leftOut).toEqual([
    { value: 'thing-2024-05-13', source: 'client', role: 'model' },
  ]);
  // A value of the manifest is a beta wherever it appears.
  expect(observeSource(model, new Set(['thing-2024-05-13'])).observations).toHaveLength(1);
});

test('only --check compares reading days with the clock', () => {
  const sources =
    'sources:\n  - { id: page, url: "https://example.com/page", checked: 2999-01-01 }\n';
  const root = smallTree({ files: { 'sources.yaml': sources } });
  const wish = ['--tarball', '/nowhere/sdk.tgz'];
  const checked = runSync(root, [...wish, '--check']);
  expect([checked.status, checked.stderr]).toEqual([
    1,
    expect.stringContaining('read on 2999-01-01, and today is'),
  ]);
  expect(runSync(root, wish).stderr).toContain('there is no such file');
});

test('computes today as the latest day in any time zone', () => {
  expect(computeLatestDay(new Date('2026-11-30T09:59:00Z'))).toBe('2026-11-30');
  expect(computeLatestDay(new Date('2026-11-30T10:00:00Z'))).toBe('2026-12-01');
});

test('reads the SDKs of all platforms', () => {
  expect(PLATFORM_SDKS).toEqual(
    ['bedrock', 'vertex', 'foundry', 'aws', 'google-cloud'].map(
      (name) => `@anthropic-ai/${name}-sdk`,
    ),
  );
});

test('--client reports what it compared and left out', () => {
  const client = writeFolder({
    'package.json': '{ "name": "client", "version": "1.0.0" }',
    'a.js': "const model = 'gpt-4o-2024-05-13'; const anthropic_version = 'bedrock-2023-05-31';",
  });
  const root = smallTree();
  expect(runSync(root, ['--client', client])).toMatchObject({
    status: 0,
    stdout:
      `${client}: no beta is named in it, nothing was compared (left out: models: ` +
      'gpt-4o-2024-05-13; values of anthropic_version: bedrock-2023-05-31)\n',
  });
  const knowing = writeFolder({
    'package.json': '{ "name": "client", "version": "1.0.0" }',
    'a.js': "const betas = ['boxes-2026-01-02'];",
  });
  expect(runSync(root, ['--client', client, '--client', knowing]).stdout).toContain(
    'the manifest knows the one beta that they name\n',
  );
});
