import { expect, test } from 'vitest';
import { demoBeta, findProblems, listPlaces } from '../fixtures.ts';

const files = demoBeta('beta', 'review: [Is it a preview?, Which models?]');

test('accepts marks between releases', () => {
  expect(findProblems(files)).toEqual([]);
});

test('reports each mark for a release', () => {
  const problems = findProblems(files, { forRelease: true });
  expect(listPlaces(problems)).toEqual([
    'features/demo.yaml:12:14 review-marks',
    'features/demo.yaml:12:32 review-marks',
  ]);
  expect(problems[0]?.message).toBe('`demo-2026-01-02` waits for a decision: Is it a preview?');
});

test('accepts a release without marks', () => {
  expect(findProblems(demoBeta('beta'), { forRelease: true })).toEqual([]);
});
