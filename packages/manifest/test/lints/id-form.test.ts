import { expect, test } from 'vitest';
import { beta, demo, findProblems, listPlaces } from '../fixtures.ts';

test('words and a date are an id, also with the date in one piece', () => {
  expect(
    findProblems(demo(beta('demo-2024-02-29', 'beta'), beta('demo-20250219', 'beta'))),
  ).toEqual([]);
});

test('words may follow the date, and the feature is what comes before it', () => {
  expect(findProblems(demo(beta('demo-2026-01-02-research-preview', 'beta')))).toEqual([]);
  expect(findProblems(demo(beta('other-2026-01-02-research-preview', 'beta')))[0]?.fix).toBe(
    'move it to other.yaml',
  );
});

test.each([
  ['demo-2026-01-02-', 'is not a beta id'],
  ['demo-2026-01-02-2', 'is not a beta id'],
  ['demo-2026-02-31', 'a date that no calendar has: 2026-02-31'],
  ['demo-2025-02-29', 'a date that no calendar has: 2025-02-29'],
  ['demo-2026-13-01', 'a date that no calendar has: 2026-13-01'],
  ['demo', 'is not a beta id'],
  ['Demo-2026-01-02', 'is not a beta id'],
  ['other-2026-01-02', 'is in the file of `demo`'],
])('%s: %s', (id, message) => {
  const problems = findProblems(demo(beta(id, 'beta')));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:9:5 id-form']);
  expect(problems[0]?.message).toContain(message);
  expect(problems[0]?.fix).not.toBe('');
});
