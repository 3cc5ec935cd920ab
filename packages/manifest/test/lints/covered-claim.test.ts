import { expect, test } from 'vitest';
import { demoFeature, EVIDENCE, findProblems, listPlaces } from '../fixtures.ts';

const LAST = `{ status: unknown, evidence: [] }`;
const claim = (conditions: string, status = 'available'): string =>
  `{ ${conditions}status: ${status}, evidence: ${EVIDENCE} }`;
const files = (...claims: string[]) =>
  demoFeature(
    'uses: [{ at: a, in: [old, new] }]',
    'availability:',
    '  vertex:',
    ...claims.map((text) => `    - ${text}`),
  );

test.each<[string, string[]]>([
  ['models', ['models: [claude-one], ', 'models: [claude-two], ']],
  ['shapes', ['shape: [old], ', 'shape: [new], ']],
  ['endpoints', ['endpoint: POST /v1/a, ', 'endpoint: POST /v1/b, ']],
  ['last days', ['until: 2026-12-01, ', 'until: 2026-12-31, ']],
  ['sets of models', ['models: [claude-one], ', 'models: [claude-one, claude-two], ']],
  [
    'combinations of model and shape',
    ['models: [claude-one], shape: [old], ', 'models: [claude-one], '],
  ],
])('accepts claims about different %s', (_, conditions) => {
  expect(findProblems(files(...conditions.map((text) => claim(text)), LAST))).toEqual([]);
});

test.each<[string, string[], number]>([
  ['a claim that always holds comes first', ['', 'models: [claude-one], '], 16],
  ['its model is covered', ['models: [claude-one, claude-two], ', 'models: [claude-two], '], 16],
  [
    'its models are covered one by one',
    ['models: [claude-one], ', 'models: [claude-two], ', 'models: [claude-one, claude-two], '],
    17,
  ],
  ['the endpoint is below another', ['endpoint: "* /v1/a/**", ', 'endpoint: POST /v1/a, '], 16],
  ['it ends earlier', ['until: 2026-12-31, ', 'until: 2026-12-01, '], 16],
  [
    'its shape is covered for any model',
    ['shape: [old], ', 'models: [claude-one], shape: [old], '],
    16,
  ],
])('reports a claim that never applies because %s', (_, conditions, line) => {
  const claims = conditions.map((text) => claim(text));
  const last = conditions[0] === '' ? [] : [LAST];
  const found = findProblems(files(...claims, ...last)).filter((p) => p.rule === 'covered-claim');
  expect(listPlaces(found)).toEqual([`features/demo.yaml:${line}:7 covered-claim`]);
  expect(found[0]?.message).toContain(`claim ${conditions.length} of the availability on vertex`);
});
