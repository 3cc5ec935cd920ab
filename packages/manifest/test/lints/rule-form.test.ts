import { expect, test } from 'vitest';
import {
  demoBeta,
  demoFeature,
  EVIDENCE,
  findProblems,
  listPlaces,
  platform,
} from '../fixtures.ts';

test.each(['demo', 'tools[].type', 'messages[].content[].**.type', 'a_b.c-d[].E'])(
  'accepts the path %s',
  (at) => {
    expect(findProblems(demoBeta('beta', `requires: [{ at: "${at}" }]`))).toEqual([]);
  },
);

test.each([
  ['a..b', 'two dots in a row'],
  ['.a', 'begins with a dot'],
  ['a.', 'a dot at the end'],
  ['**.a', '`**` cannot come first'],
  ['a.**', '`**` cannot come last'],
  ['a.**.**.b', 'there are two `**` in a row'],
  ['a[0].b', '`a[0]` is not a name'],
  ['a b', '`a b` is not a name'],
])('reports the path %s: %s', (at, why) => {
  const problems = findProblems(demoBeta('beta', 'requires:', `  - { at: "${at}" }`));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:13:11 rule-form']);
  expect(problems[0]?.message).toContain(why);
  expect(problems[0]?.fix).toContain('messages[].content[].**.type');
});

test.each(['POST /v1/demo', '* /v1/demo/**', 'GET /v1/demo/{id}/parts/{part_id}'])(
  'accepts the endpoint %s',
  (endpoint) => {
    expect(findProblems(demoBeta('beta', `requires: [{ endpoint: "${endpoint}" }]`))).toEqual([]);
  },
);

test.each([
  '/v1/demo',
  'POST v1/demo',
  'FETCH /v1/demo',
  'POST /v1/demo/',
  'POST /v1/demo?beta=true',
])('reports the endpoint %s', (endpoint) => {
  const problems = findProblems(demoBeta('beta', 'requires:', `  - { endpoint: "${endpoint}" }`));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:13:11 rule-form']);
  expect(problems[0]?.fix).toContain('METHOD /v1/path');
});

test.each([
  ['an endpoint of `sdk.sends`', 'sdk: { sends: [nonsense] }', '12:20'],
  ['the endpoint of an exception', 'requires: [{ at: a, unless: { endpoint: no } }]', '12:35'],
  [
    'the endpoint of a claim',
    `acceptance: { vertex: [{ endpoint: no, status: rejected, evidence: ${EVIDENCE} }, { ` +
      'status: unknown, evidence: [] }] }',
    '12:30',
  ],
])('checks %s', (_, line, place) => {
  expect(listPlaces(findProblems(demoBeta('beta', line)))).toEqual([
    `features/demo.yaml:${place} rule-form`,
  ]);
});

test.each([
  [
    'a constraint',
    `constraints: [{ all: [{ absent: { at: "a..b" } }], outcome: 400, evidence: ${EVIDENCE} }]`,
    '12:35',
  ],
  [
    'a substitute',
    'substitutes: [{ on: [vertex], when: { at: a }, remove: a..b, send: demo-2026-01-02, ' +
      `evidence: ${EVIDENCE} }]`,
    '12:48',
  ],
  [
    'an effect',
    `effects: [{ at: "a[0]", text: { en: A block., id: Sebuah blok. }, evidence: ${EVIDENCE} }]`,
    '12:13',
  ],
])('checks the path of %s', (_, line, place) => {
  expect(listPlaces(findProblems(demoFeature(line)))).toEqual([
    `features/demo.yaml:${place} rule-form`,
  ]);
});

test('reports a sibling of `where` that is not a name', () => {
  const problems = findProblems(demoBeta('beta', 'requires: [{ at: a.b, where: { "c d": x } }]'));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:12:36 rule-form']);
});

test('checks the endpoints of a platform', () => {
  const more =
    ', endpoints: [{ endpoint: nonsense, status: unknown, evidence: [] }, { status: unknown, ' +
    'evidence: [] }]';
  const files = {
    ...demoBeta('beta'),
    'platforms.yaml': `platforms:\n${platform('claude-api', more)}`,
  };
  expect(findProblems(files).map((p) => `${p.file} ${p.rule}`)).toEqual([
    'platforms.yaml rule-form',
  ]);
});

test('reports a choice that does not start with the beta of its rule', () => {
  const problems = findProblems(
    demoBeta('beta', 'requires: [{ at: a, choice: [x-2026-01-01, demo-2026-01-02] }]'),
  );
  expect(listPlaces(problems)).toContain('features/demo.yaml:12:25 rule-form');
});

test('reports a path that begins with `body`', () => {
  const problems = findProblems(demoBeta('beta', 'requires:', '  - { at: "body.tools[].type" }'));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:13:11 rule-form']);
  expect(problems[0]?.fix).toBe('write `tools[].type`');
});
