import { expect, test } from 'vitest';
import { demoBeta, findProblems, listPlaces } from '../fixtures.ts';

const GRADUATED = 'graduated: { date: 2026-03-03, evidence: [{ source: sdk-1.12.0, at: Demo }] }';
const SELECTS = 'selects: { en: Old, id: Lama }';

test.each([
  'platform: [vertex]',
  'model: [claude-one]',
  'apiVersion: 2023-06-01',
  'note: { en: Still needs it, id: Masih perlu }',
])('accepts a rule of a graduated beta with %s', (condition) => {
  expect(
    findProblems(demoBeta('graduated', GRADUATED, `requires: [{ at: a, ${condition} }]`)),
  ).toEqual([]);
});

test('accepts any rule of a beta that did not graduate', () => {
  expect(findProblems(demoBeta('beta', 'requires: [{ at: a }]'))).toEqual([]);
});

test.each([
  ['graduated', GRADUATED, 'requires it on every platform'],
  ['legacy-shape', SELECTS, 'would select the old shape'],
])('reports an unconditional rule of a %s beta', (stage, fact, message) => {
  const problems = findProblems(demoBeta(stage, fact, 'requires: [{ at: a }]'));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:13:16 graduated-rule']);
  expect(problems[0]?.message).toContain(message);
  expect(problems[0]?.fix).toContain('`platform`, `model` or `apiVersion`');
});
