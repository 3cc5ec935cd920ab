import { expect, test } from 'vitest';
import { demoBeta, findProblems, listPlaces, makeFolder, sources } from '../fixtures.ts';

const SITES = '[{ source: site, says: x }, { source: third, says: x }]';
const files = (...pages: readonly (readonly [string, string])[]) => ({
  ...demoBeta('beta', `released: { evidence: ${SITES} }`),
  ...sources(...pages),
});

test('accepts entries in the order of their ids', () => {
  expect(findProblems(files(['site', '2026-02-02'], ['third', '2026-02-02']))).toEqual([]);
});

test('reports an entry that is not in order, and the place where it belongs', () => {
  const problems = findProblems(files(['third', '2026-02-02'], ['site', '2026-02-02']));
  expect(listPlaces(problems)).toEqual(['sources.yaml:4:7 source-order']);
  expect(problems[0]?.message).toBe('`site` is not in order: it follows `third`');
  expect(problems[0]?.fix).toBe('move the entry before `third`');
});

test('leaves the order of an overlay to its owner', () => {
  const overlay = makeFolder({
    'own.yaml': demoBeta('beta', `released: { evidence: ${SITES} }`)[
      'features/demo.yaml'
    ]?.replaceAll('demo', 'own') as string,
    'sources.yaml': (sources(['third', '2026-02-02'], ['site', '2026-02-02'])['sources.yaml'] ?? '')
      .split('\n')
      .filter((line) => !line.includes('sdk-1.12.0'))
      .join('\n'),
  });
  expect(findProblems(demoBeta('beta'), { overlay })).toEqual([]);
});
