import { expect, test } from 'vitest';
import { demoFeature, EVIDENCE, type Files, findProblems, listPlaces } from '../fixtures.ts';

const FIXES: Files = {
  'fixes.yaml': 'fixes:\n  - { code: wait-a-day, text: { en: Wait., id: Tunggu. } }\n',
};
const claim = (fix: string): string =>
  `availability: { vertex: { status: unavailable, fix: ${fix}, evidence: ${EVIDENCE} } }`;
const constraint = (fix: string): string =>
  `constraints: [{ all: [{ at: a }], outcome: 400, fix: ${fix}, evidence: ${EVIDENCE} }]`;

test.each([claim, constraint])('accepts a fix that is listed', (line) => {
  expect(findProblems({ ...demoFeature(line('wait-a-day')), ...FIXES })).toEqual([]);
});

test.each([
  ['a claim', claim, '12:48'],
  ['a constraint', constraint, '12:49'],
])('reports an unknown fix of %s', (_, line, place) => {
  const problems = findProblems({ ...demoFeature(line('wait-a-dey')), ...FIXES });
  expect(listPlaces(problems.filter((p) => p.rule === 'known-fixes'))).toEqual([
    `features/demo.yaml:${place} known-fixes`,
  ]);
  expect(problems.find((p) => p.rule === 'known-fixes')?.fix).toContain('write `wait-a-day`');
});

test('reports a fix if there is no fixes.yaml', () => {
  expect(findProblems(demoFeature(claim('wait'))).map((p) => p.message)).toEqual([
    'fixes.yaml has no fix `wait`',
  ]);
});
