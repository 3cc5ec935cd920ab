import { expect, test } from 'vitest';
import { beta, demo, findProblems, listPlaces } from '../fixtures.ts';

test('accepts words and a date, with or without hyphens in the date', () => {
  expect(
    findProblems(demo(beta('demo-2024-02-29', 'beta'), beta('demo-20250219', 'beta'))),
  ).toEqual([]);
});

test('accepts words after the date, and takes the feature from the words before it', () => {
  expect(findProblems(demo(beta('demo-2026-01-02-research-preview', 'beta')))).toEqual([]);
  expect(findProblems(demo(beta('other-2026-01-02-research-preview', 'beta')))[0]?.fix).toBe(
    'move it to other.yaml',
  );
});

test.each([
  ['demo-2026-01-02-', 'is not a beta id'],
  ['demo-2026-01-02-2', 'is not a beta id'],
  ['demo-2026-02-31', 'a date that does not exist: 2026-02-31'],
  ['demo-2025-02-29', 'a date that does not exist: 2025-02-29'],
  ['demo-2026-13-01', 'a date that does not exist: 2026-13-01'],
  ['demo', 'is not a beta id'],
  ['Demo-2026-01-02', 'is not a beta id'],
  ['other-2026-01-02', 'is in the file of `demo`'],
])('reports %s: %s', (id, message) => {
  const problems = findProblems(demo(beta(id, 'beta')));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:9:5 id-form']);
  expect(problems[0]?.message).toContain(message);
  expect(problems[0]?.fix).not.toBe('');
});
