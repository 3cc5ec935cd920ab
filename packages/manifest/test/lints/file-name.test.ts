import { expect, test } from 'vitest';
import { beta, feature, findProblems, listPlaces } from '../fixtures.ts';

const text = feature('demo', beta('demo-2026-01-02', 'beta'));

test('a file with the name of its feature is fine', () => {
  expect(findProblems({ 'features/demo.yaml': text })).toEqual([]);
});

test('a file with another name is told, with the name that it should have', () => {
  const problems = findProblems({ 'features/other.yaml': text });
  expect(listPlaces(problems)).toEqual(['features/other.yaml:1:1 file-name']);
  expect(problems[0]?.fix).toContain('demo.yaml');
});

test('.yml is not the ending that everything else expects', () => {
  expect(listPlaces(findProblems({ 'features/demo.yml': text }))).toEqual([
    'features/demo.yml:1:1 file-name',
  ]);
});
