import { expect, test } from 'vitest';
import {
  demoBeta,
  demoFeature,
  EVIDENCE,
  type Files,
  findProblems,
  listPlaces,
  makeFolder,
  platform,
} from '../fixtures.ts';

const SDK: Files = {
  'surface.json': JSON.stringify({ surface: [{ at: ['a'] }] }),
  'sdk.json': JSON.stringify({ methods: [{ endpoint: 'POST /v1/agents/{agent_id}' }] }),
};
const rule = (endpoint: string): Files => ({
  ...demoBeta('beta', `requires: [{ endpoint: "${endpoint}" }]`),
  ...SDK,
});

test.each([
  ['a method of the SDK has', 'POST /v1/agents/{id}'],
  ['covers a method of the SDK', '* /v1/agents/**'],
  ['takes message params', 'POST /v1/messages/batches'],
])('accepts an endpoint that %s', (_, endpoint) => {
  expect(findProblems(rule(endpoint))).toEqual([]);
});

test('accepts an endpoint that a platform has', () => {
  const claim = `, endpoints: [{ endpoint: POST /v1/tunnels, status: available, evidence: ${EVIDENCE} }, { status: unknown, evidence: [] }]`;
  const files = {
    ...rule('POST /v1/tunnels'),
    'platforms.yaml': `platforms:\n${platform('claude-api', claim)}`,
  };
  expect(findProblems(files)).toEqual([]);
});

test('accepts an endpoint that surface-known.yaml lists', () => {
  const files = {
    ...rule('POST /v1/tunnels'),
    'surface-known.yaml': `known:\n  - { name: POST /v1/tunnels, kind: endpoint, evidence: ${EVIDENCE} }\n`,
  };
  expect(findProblems(files)).toEqual([]);
});

test('reports a misspelt endpoint of a rule, and suggests the nearest', () => {
  const problems = findProblems(rule('POST /v1/mesages'));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:12:18 known-endpoints']);
  expect(problems[0]?.fix).toBe(
    'did you mean `POST /v1/messages`? If it exists, add it to surface-known.yaml as ' +
      '{ name: POST /v1/mesages, kind: endpoint, evidence: … }',
  );
});

test('reports an endpoint that is near to none', () => {
  expect(findProblems(rule('DELETE /v1/something/else/entirely'))[0]?.fix).toMatch(
    /^correct it; if it exists, add it to surface-known\.yaml/,
  );
});

test.each([
  [
    'a claim',
    demoFeature(
      `availability: { vertex: [{ endpoint: POST /v1/mesages, status: available, evidence: ${EVIDENCE} }, { status: unknown, evidence: [] }] }`,
    ),
    '12:28',
  ],
  [
    'an exception',
    demoBeta('beta', 'requires: [{ at: a, unless: { endpoint: POST /v1/mesages } }]'),
    '12:35',
  ],
  [
    'a list',
    demoBeta('beta', 'requires: [{ endpoint: [POST /v1/messages, POST /v1/mesages] }]'),
    '12:48',
  ],
])('checks the endpoint of %s', (_, files, place) => {
  expect(listPlaces(findProblems({ ...files, ...SDK }))).toEqual([
    `features/demo.yaml:${place} known-endpoints`,
  ]);
});

test('accepts any endpoint in an overlay, and if no SDK release was read', () => {
  const { 'sdk.json': _, ...rest } = rule('POST /v1/mesages');
  expect(findProblems(rest)).toEqual([]);
  const own = rule('POST /v1/internal')['features/demo.yaml'] as string;
  const overlay = makeFolder({ 'own.yaml': own.replaceAll('demo', 'own') });
  expect(findProblems({ ...demoBeta('beta'), ...SDK }, { overlay })).toEqual([]);
});
