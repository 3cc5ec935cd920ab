import { expect, test } from 'vitest';
import { beta, demo, demoBeta, findProblems, listPlaces } from '../fixtures.ts';

test('accepts a chain that ends', () => {
  const files = demo(
    beta('demo-2026-01-02', 'superseded', 'supersededBy: demo-2026-02-02'),
    beta('demo-2026-02-02', 'superseded', 'supersededBy: demo-2026-03-03'),
    beta('demo-2026-03-03', 'beta'),
  );
  expect(findProblems(files)).toEqual([]);
});

test('reports a cycle at each of its members, with the whole chain', () => {
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

test('reports a beta that supersedes itself', () => {
  expect(listPlaces(findProblems(demoBeta('superseded', 'supersededBy: demo-2026-01-02')))).toEqual(
    ['features/demo.yaml:12:5 superseded-by'],
  );
});

test('reports an unknown name, and suggests the nearest one', () => {
  const problems = findProblems(
    demo(
      beta('demo-2026-01-02', 'superseded', 'supersededBy: demo-2026-02-20'),
      beta('demo-2026-02-02', 'beta'),
    ),
  );
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:12:5 superseded-by']);
  expect(problems[0]?.fix).toContain('write `demo-2026-02-02`');
});

test('reports a superseded beta without `supersededBy`', () => {
  expect(listPlaces(findProblems(demoBeta('superseded')))).toEqual([
    'features/demo.yaml:10:5 superseded-by',
  ]);
});
