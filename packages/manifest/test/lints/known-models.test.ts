import { expect, test } from 'vitest';
import { demoBeta, demoFeature, EVIDENCE, findProblems, listPlaces } from '../fixtures.ts';

test('accepts the models of models.yaml', () => {
  expect(findProblems(demoBeta('beta', 'requires: [{ at: a, model: [claude-one] }]'))).toEqual([]);
  expect(
    findProblems(demoFeature(`models: { only: [claude-one, claude-two], evidence: ${EVIDENCE} }`)),
  ).toEqual([]);
});

const CLAIMS =
  `[{ models: [claude-ones], status: rejected, evidence: ${EVIDENCE} }, ` +
  '{ status: unknown, evidence: [] }]';

test.each([
  ['a rule', 'requires: [{ at: a, model: [claude-one, claude-ones] }]', '12:45'],
  ['an exception', 'requires: [{ at: a, unless: { at: b, model: [claude-ones] } }]', '12:50'],
  ['the acceptance of a value', `acceptance: { vertex: ${CLAIMS} }`, '12:39'],
])('reports an unknown model in %s', (_, line, place) => {
  const problems = findProblems(demoBeta('beta', line));
  expect(listPlaces(problems)).toEqual([`features/demo.yaml:${place} known-models`]);
  expect(problems[0]?.message).toBe('models.yaml has no model `claude-ones`');
  expect(problems[0]?.fix).toContain('write `claude-one`');
});

test.each([
  ['a list of models', `models: { only: [claude-ones], evidence: ${EVIDENCE} }`, '12:18'],
  [
    'the availability of a feature',
    `availability: { vertex: ${CLAIMS.replace('rejected', 'unavailable')} }`,
    '12:37',
  ],
  [
    'a constraint',
    'constraints: [{ all: [{ at: a, model: [claude-ones] }], outcome: 400, evidence: ' +
      `${EVIDENCE} }]`,
    '12:40',
  ],
  [
    'a substitute',
    'substitutes: [{ on: [vertex], when: { at: a, model: [claude-ones] }, remove: a, send: ' +
      `demo-2026-01-02, evidence: ${EVIDENCE} }]`,
    '12:54',
  ],
])('reports an unknown model in %s', (_, line, place) => {
  expect(listPlaces(findProblems(demoFeature(line)))).toEqual([
    `features/demo.yaml:${place} known-models`,
  ]);
});
