import { expect, test } from 'vitest';
import { demoBeta, findProblems, listPlaces } from '../fixtures.ts';

test('accepts links to pages, and claims about an undocumented beta', () => {
  expect(
    findProblems(
      demoBeta('beta', 'docs: https://example.com/page', 'migration: "https://example.com/?p=1"'),
    ),
  ).toEqual([]);
  expect(
    findProblems(
      demoBeta(
        'internal',
        'undocumented: true',
        'acceptance: { vertex: { status: rejected, evidence: [{ source: sdk-1.12.0, at: D }] } }',
      ),
    ),
  ).toEqual([]);
});

test.each(['docs', 'migration'])('reports `%s` that links a whole site', (key) => {
  const problems = findProblems(demoBeta('beta', `${key}: https://example.com`));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:12:5 doc-links']);
});

test('reports a feature that links a whole site', () => {
  const files = demoBeta('beta');
  const problems = findProblems({
    'features/demo.yaml': (files['features/demo.yaml'] as string).replace(
      'https://example.com/demo',
      'https://example.com/',
    ),
  });
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:6:1 doc-links']);
});

test.each([
  ['released', 'released: { date: 2026-01-05, evidence: [{ source: sdk-1.12.0, at: D }] }'],
  ['requires', 'requires: [{ at: a }]'],
  ['migration', 'migration: https://example.com/page'],
])('reports `%s` of an undocumented beta', (key, line) => {
  const problems = findProblems(demoBeta('internal', 'undocumented: true', line));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:13:5 doc-links']);
  expect(problems[0]?.message).toContain(`undocumented but has \`${key}\``);
});
