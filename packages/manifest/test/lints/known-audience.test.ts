import { expect, test } from 'vitest';
import { beta, type Files, feature, findProblems, listPlaces } from '../fixtures.ts';

const files = (text: string): Files => ({ 'features/demo.yaml': text });
const DEMO = feature('demo', beta('demo-2026-01-02', 'beta'));

test('accepts a feature with an audience', () => {
  expect(findProblems(files(DEMO))).toEqual([]);
});

test('reports a published feature without an audience', () => {
  const problems = findProblems(files(DEMO.replace(/^audience:.*\n/m, '')));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:1:1 known-audience']);
  expect(problems[0]?.fix).toContain('audience: everyday');
});
