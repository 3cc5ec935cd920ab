import { expect, test } from 'vitest';
import { beta, demo, feature, findProblems, listPlaces, makeFolder } from '../fixtures.ts';

const released = demo(beta('demo-2026-01-02', 'beta', 'requires: [{ at: demo }]'));

test('accepts different ids in different files', () => {
  expect(
    findProblems({
      ...released,
      'features/more.yaml': feature('more', beta('more-2026-01-02', 'beta')),
    }),
  ).toEqual([]);
});

test('reports an id that is defined twice, at its second place', () => {
  const problems = findProblems(
    demo(beta('demo-2026-01-02', 'beta'), beta('demo-2026-01-02', 'beta')),
  );
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:12:5 unique-id']);
  expect(problems[0]?.fix).toContain('features/demo.yaml');
});

test('reports an overlay that redefines a released beta', () => {
  const overlay = makeFolder({
    'ours.yaml': feature(
      'ours',
      beta('demo-2026-01-02', 'beta', 'requires: [{ at: demo }]'),
      beta('ours-2026-01-02', 'beta'),
    ),
  });
  const problems = findProblems(released, { overlay });
  expect(
    problems.map((p) => `${p.file.split('/').at(-1)}:${p.line}:${p.column} ${p.rule}`),
  ).toEqual(['ours.yaml:9:5 unique-id']);
  expect(problems[0]?.message).toBe('the overlay redefines the released beta `demo-2026-01-02`');
  expect(problems[0]?.fix).toContain('features/demo.yaml has it, and an overlay may only add');
});

test('reports an overlay that redefines a feature', () => {
  const overlay = makeFolder({
    'features/demo.yaml': feature('demo', beta('demo-2026-05-05', 'beta')),
  });
  expect(findProblems(released, { overlay }).map((p) => p.message)).toEqual([
    'the overlay redefines the released feature `demo`',
  ]);
});
