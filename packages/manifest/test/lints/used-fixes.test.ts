import { expect, test } from 'vitest';
import { demoBeta, demoFeature, EVIDENCE, findProblems, listPlaces } from '../fixtures.ts';

const FIXES = 'fixes:\n  - { code: wait, text: { en: Wait., id: Tunggu. } }\n';
const CONSTRAINT = `constraints: [{ all: [{ at: a }], outcome: 400, fix: wait, evidence: ${EVIDENCE} }]`;

test('accepts a fix that a constraint names', () => {
  expect(findProblems({ ...demoFeature(CONSTRAINT), 'fixes.yaml': FIXES })).toEqual([]);
});

test('reports a fix that is not used', () => {
  const problems = findProblems({ ...demoBeta('beta'), 'fixes.yaml': FIXES });
  expect(listPlaces(problems)).toEqual(['fixes.yaml:2:7 used-fixes']);
  expect(problems[0]?.message).toBe('the fix `wait` is not used');
});

test('counts a use in a file that is broken elsewhere', () => {
  const files = { ...demoFeature('nonsense: 1', CONSTRAINT), 'fixes.yaml': FIXES };
  expect(listPlaces(findProblems(files))).toEqual(['features/demo.yaml:12:1 schema']);
});
