/** Tests that an edit of a feature file changes few committed files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadManifest } from '@beta-headers/manifest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emitAll } from '../src/emit.ts';
import { makeTree, removeTree } from './support/tree.ts';

const MAX_FILES = 6;
const DATA = 'manifest/data.json';
const BETAS = 'constants/src/generated/betas.ts';
const TYPES = 'constants/src/generated/types.ts';
const TABLES = 'core/src/generated/catalog.ts';
const listModules = (feature: string): string[] => [
  `deno/src/features/${feature}.ts`,
  `node/src/features/${feature}.ts`,
];
/** The start of the rules. advisor-tool has each on its own line, dreaming all on one. */
const RULES = '    requires:\n';
const INLINE_RULES = '    requires: [';

let root: string;
let before: Map<string, string>;
beforeAll(() => {
  root = makeTree();
  before = emitFiles();
});
afterAll(() => removeTree(root));

function emitFiles(): Map<string, string> {
  const catalog = loadManifest({ folder: join(root, 'packages/manifest') });
  const files = emitAll(catalog, { version: '0.0.0', sdkVersion: '1.14.0' });
  return new Map(files.map(({ path, content }) => [path, content]));
}

// advisor-tool has builders, dreaming has none.
it.each([
  [
    'a title',
    'advisor-tool',
    'en: Advisor',
    'en: Adviser',
    [BETAS, DATA, ...listModules('advisor-tool')],
  ],
  [
    'a summary',
    'advisor-tool',
    'Lets a fast',
    'Lets a quick',
    [BETAS, DATA, ...listModules('advisor-tool')],
  ],
  ['a summary, without builders', 'dreaming', 'A dream is', 'Dreams are', [BETAS, DATA]],
  ['the Indonesian text', 'dreaming', 'Dream adalah', 'Dreams adalah', [DATA]],
  [
    'a link',
    'dreaming',
    'managed-agents/dreams\n',
    'managed-agents/dream\n',
    [BETAS, TABLES, DATA],
  ],
  ['a family', 'dreaming', 'family: agents', 'family: tools', [DATA]],
  ['a stage', 'dreaming', 'stage: preview', 'stage: beta', [BETAS, DATA]],
  [
    'the source of a claim',
    'dreaming',
    'source: docs-dreams,',
    'source: docs-managed-agents-overview,',
    [DATA],
  ],
  ['a note', 'dreaming', 'en: After you', 'en: Once you', [DATA]],
  ['an SDK version', 'dreaming', 'typescript: 0.111.0', 'typescript: 0.112.0', [BETAS, DATA]],
  [
    'the availability of a feature',
    'advisor-tool',
    'vertex:\n    status: unavailable',
    'vertex:\n    status: no-effect',
    [TABLES, DATA],
  ],
  [
    'the acceptance of a value',
    'advisor-tool',
    'vertex: { status: rejected',
    'vertex: { status: ignored',
    [TYPES, TABLES, DATA],
  ],
  ['the confidence of a claim', 'dreaming', 'confidence: high', 'confidence: low', [TABLES, DATA]],
  [
    'a rule about an endpoint',
    'dreaming',
    INLINE_RULES,
    `${INLINE_RULES}{ endpoint: "GET /v1/x" }, `,
    [TABLES, DATA],
  ],
  ['a rule', 'advisor-tool', RULES, `${RULES}      - { at: made_up }\n`, [TABLES, DATA]],
  [
    'a rule with a builder',
    'advisor-tool',
    RULES,
    `${RULES}      - { at: metadata }\n`,
    [TABLES, DATA, ...listModules('advisor-tool')],
  ],
  [
    'the first rule of a feature with a builder',
    'dreaming',
    INLINE_RULES,
    `${INLINE_RULES}{ at: metadata }, `,
    [TABLES, 'deno/deno.json', DATA, ...listModules('dreaming')],
  ],
  [
    'a removed rule',
    'advisor-tool',
    '      - { at: "messages[].content[].type", is: advisor_tool_result }\n',
    '',
    [TABLES, DATA, ...listModules('advisor-tool')],
  ],
])('changes few files for an edit of %s', (_, feature, from, to, expected) => {
  const path = join(root, 'packages/manifest/features', `${feature}.yaml`);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  try {
    const after = emitFiles();
    const paths = [...new Set([...before.keys(), ...after.keys()])];
    const touched = paths.filter((one) => before.get(one) !== after.get(one));
    expect(touched.map((one) => one.replace('packages/', '')).sort()).toEqual(expected.sort());
    expect(1 + touched.length).toBeLessThanOrEqual(MAX_FILES);
  } finally {
    writeFileSync(path, text);
  }
});
