import { expect, test } from 'vitest';
import { type Catalog, loadManifest } from '../src/index.ts';
import {
  type Cells,
  compareCoverage,
  computeCoverage,
  formatReport,
  formatSince,
  report,
  STATES,
} from '../src/report/index.ts';
import { beta, EVIDENCE, type Files, feature, makeManifestFolder, platform } from './fixtures.ts';

const load = (files: Files): Catalog => loadManifest({ folder: makeManifestFolder(files) });
const accepted = (more = ''): string => `{ status: accepted, evidence: ${EVIDENCE}${more} }`;
const NOTE = '{ en: A, id: B }';

/** A feature with a beta for people, and one with a value that only clients send. */
const files: Files = {
  'features/demo.yaml': `${feature(
    'demo',
    beta(
      'demo-2026-01-02',
      'beta',
      `released: { date: 2026-01-05, evidence: ${EVIDENCE} }`,
      'sdk: { since: { typescript: 1.2.0 } }',
      'acceptance:',
      `  claude-api: ${accepted()}`,
      `  bedrock: [${accepted(', models: [claude-one]')}, { status: unknown, evidence: [] }]`,
      `  vertex: ${accepted(`, disputed: ${NOTE}`)}`,
    ),
  )}removal: safe
effects: [{ text: ${NOTE}, evidence: ${EVIDENCE} }]
apiVersion: { from: 2026-10-21, evidence: ${EVIDENCE} }
zdr: { eligible: false, evidence: ${EVIDENCE} }
availability: { vertex: { status: available, needs: [entitlement], evidence: ${EVIDENCE} } }
constraints: [{ all: [{ at: a }, { at: b }], outcome: 400, evidence: ${EVIDENCE} }]
`,
  'features/marker.yaml': feature(
    'marker',
    beta('marker-2026-01-02', 'internal', `acceptance: { foundry: ${accepted()} }`),
  ),
  'platforms.yaml': `platforms:\n${[
    platform('claude-api'),
    platform('claude-on-aws', `, like: { platform: claude-api, evidence: ${EVIDENCE} }`),
    platform('bedrock'),
    platform('vertex'),
    platform('foundry'),
  ].join('')}`,
};

const one = (state: (typeof STATES)[number]) => ({
  ...Object.fromEntries(STATES.map((each) => [each, each === state ? 1 : 0])),
  total: 1,
});

test('puts each value on each platform into one state', () => {
  const { acceptance } = computeCoverage(load(files));
  expect(acceptance['claude-api']?.counted).toEqual(one('known'));
  expect(acceptance['claude-on-aws']?.counted).toEqual(one('derived'));
  expect(acceptance['bedrock']?.counted).toEqual(one('partly'));
  expect(acceptance['vertex']?.counted).toEqual(one('disputed'));
  expect(acceptance['foundry']?.counted).toEqual(one('unknown'));
});

test('counts internal and retired values separately, and features that have no others', () => {
  const { acceptance, availability } = computeCoverage(load(files));
  expect(acceptance['foundry']?.apart).toEqual(one('known'));
  expect(acceptance['vertex']?.apart).toEqual(one('unknown'));
  expect(availability['vertex']).toEqual({ counted: one('known'), apart: one('unknown') });
});

test('counts the features and betas with a known fact', () => {
  const { facts } = computeCoverage(load(files));
  const having = Object.fromEntries(facts.map(({ fact, having: n }) => [fact, n]));
  expect(having).toEqual({
    zdr: 1,
    models: 0,
    entitlement: 1,
    effects: 1,
    apiVersion: 1,
    removal: 1,
    constraints: 1,
    released: 1,
    'sdk.typescript': 1,
    'sdk.python': 0,
    'sdk.go': 0,
    'sdk.java': 0,
    'sdk.ruby': 0,
    'sdk.csharp': 0,
    'sdk.php': 0,
  });
  for (const { total } of facts) expect(total).toBe(1);
});

test('assigns every feature and value to exactly one state', () => {
  const catalog = loadManifest();
  const { availability, acceptance } = computeCoverage(catalog);
  const sumOf = (cells: Cells): number => STATES.reduce((sum, state) => sum + cells[state], 0);
  for (const [kind, all] of [
    [availability, catalog.features.length],
    [acceptance, catalog.betas.length],
  ] as const) {
    expect(Object.keys(kind)).toEqual(catalog.platforms.map(({ id }) => id));
    for (const { counted, apart } of Object.values(kind)) {
      expect(sumOf(counted)).toBe(counted.total);
      expect(sumOf(apart)).toBe(apart.total);
      expect(counted.total + apart.total).toBe(all);
    }
  }
});

test('formats a table for each kind of claim, and one for facts', () => {
  const text = formatReport(report(load(files)));
  const findRow = (title: string, name: string): string[] => {
    const lines = text.slice(text.indexOf(title)).split('\n');
    return (lines.find((line) => line.startsWith(`  ${name} `)) ?? '').trim().split(/\s+/);
  };
  expect(findRow('coverage of values', 'bedrock')).toEqual([
    'bedrock',
    ...['0', '1', '0', '0', '0', '1', '1/1'],
  ]);
  expect(findRow('coverage of features', 'vertex')).toEqual([
    'vertex',
    ...['1', '0', '0', '0', '0', '1', '1/1'],
  ]);
  expect(findRow('facts', 'zdr')).toEqual(['zdr', '1', '1', 'features']);
  expect(text).not.toMatch(/ $/m);
});

test('compares with an earlier manifest, and separates what is new', () => {
  const before = load({
    ...files,
    'features/demo.yaml': feature('demo', beta('demo-2026-01-02', 'beta')),
    'features/marker.yaml': feature('marker', beta('marker-2026-01-02', 'internal')),
    'platforms.yaml': `platforms:\n${platform('claude-api')}${platform('vertex')}`,
  });
  const after = load({
    ...files,
    'features/more.yaml': feature('more', beta('more-2026-01-02', 'beta')),
  });
  const lines = formatSince('v1', compareCoverage(before, after)).split('\n');
  const findRow = (name: string): string =>
    (lines.find((line) => line.startsWith(`  ${name} `)) ?? '').trim().replaceAll(/ +/g, ' ');
  expect(lines[0]?.trim().split(/\s+/).slice(0, 3)).toEqual(['unknown', 'since', 'v1']);
  expect(findRow('claude-api')).toBe('claude-api 1 → 2 1 → 1 1 → 1 1 → 0');
  expect(findRow('vertex')).toBe('vertex 1 → 1 1 → 0 1 → 1 1 → 0');
  expect(findRow('foundry')).toBe('foundry - → 2 - - → 2 -');
  expect(findRow('platforms of both')).toBe('platforms of both 2 → 3 2 → 1 2 → 2 2 → 0');
  expect(findRow('zdr')).toBe('zdr 0 → 1 2 features');
});
