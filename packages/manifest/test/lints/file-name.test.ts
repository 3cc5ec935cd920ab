import { expect, test } from 'vitest';
import { beta, feature, findProblems, listPlaces } from '../fixtures.ts';

const text = feature('demo', beta('demo-2026-01-02', 'beta'));

test('accepts a file with the name of its feature', () => {
  expect(findProblems({ 'features/demo.yaml': text })).toEqual([]);
});

test('reports a file with another name, and suggests the right one', () => {
  const problems = findProblems({ 'features/other.yaml': text });
  expect(listPlaces(problems)).toEqual(['features/other.yaml:1:1 file-name']);
  expect(problems[0]?.fix).toContain('demo.yaml');
});

test('reports the extension .yml', () => {
  expect(listPlaces(findProblems({ 'features/demo.yml': text }))).toEqual([
    'features/demo.yml:1:1 file-name',
  ]);
});
