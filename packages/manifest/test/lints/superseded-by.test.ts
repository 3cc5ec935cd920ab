import { expect, test } from 'vitest';
import { beta, demo, demoBeta, findProblems, listPlaces } from '../fixtures.ts';

test('a chain that ends is fine', () => {
  const files = demo(
    beta('demo-2026-01-02', 'superseded', 'supersededBy: demo-2026-02-02'),
    beta('demo-2026-02-02', 'superseded', 'supersededBy: demo-2026-03-03'),
    beta('demo-2026-03-03', 'beta'),
  );
  expect(findProblems(files)).toEqual([]);
});

test('a circle is told at each of its members, with the whole way round', () => {
  const problems = findProblems(
    demo(
      beta('demo-2026-01-02', 'superseded', 'supersededBy: demo-2026-02-02'),
      beta('demo-2026-02-02', 'superseded', 'supersededBy: demo-2026-01-02'),
      beta('demo-2026-03-03', 'superseded', 'supersededBy: demo-2026-01-02'),
    ),
  );
  expect(listPlaces(problems)).toEqual([
    'features/demo.yaml:12:5 superseded-by',
    'features/demo.yaml:16:5 superseded-by',
  ]);
  expect(problems[0]?.message).toContain('demo-2026-01-02 → demo-2026-02-02 → demo-2026-01-02');
});

test('a beta that supersedes itself is a circle', () => {
  expect(listPlaces(findProblems(demoBeta('superseded', 'supersededBy: demo-2026-01-02')))).toEqual(
    ['features/demo.yaml:12:5 superseded-by'],
  );
});

test('a name that nobody defines is told, with the one that was meant', () => {
  const problems = findProblems(
    demo(
      beta('demo-2026-01-02', 'superseded', 'supersededBy: demo-2026-02-20'),
      beta('demo-2026-02-02', 'beta'),
    ),
  );
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:12:5 superseded-by']);
  expect(problems[0]?.fix).toContain('write `demo-2026-02-02`');
});

test('superseded by nothing', () => {
  expect(listPlaces(findProblems(demoBeta('superseded')))).toEqual([
    'features/demo.yaml:10:5 superseded-by',
  ]);
});
