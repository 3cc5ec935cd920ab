import { expect, test } from 'vitest';
import { demoBeta, findProblems, listPlaces } from '../fixtures.ts';

const files = demoBeta('beta', 'review: [Is it a preview?, Which models?]');

test('a mark is no problem while people work', () => {
  expect(findProblems(files)).toEqual([]);
});

test('before a release each mark is one', () => {
  const problems = findProblems(files, { forRelease: true });
  expect(listPlaces(problems)).toEqual([
    'features/demo.yaml:12:14 review-marks',
    'features/demo.yaml:12:32 review-marks',
  ]);
  expect(problems[0]?.message).toBe('`demo-2026-01-02` waits for a decision: Is it a preview?');
});

test('a manifest with no mark can be released', () => {
  expect(findProblems(demoBeta('beta'), { forRelease: true })).toEqual([]);
});
