import { expect, test } from 'vitest';
import { demoBeta, EVIDENCE, findProblems, listPlaces } from '../fixtures.ts';

const files = (...entries: readonly string[]) => ({
  ...demoBeta('beta'),
  'not-betas.yaml': `notBetas:\n${entries
    .map(
      (one) => `  - { ${one}, reason: misspelt, means: demo-2026-01-02, evidence: ${EVIDENCE} }\n`,
    )
    .join('')}`,
});

test('accepts sorted values', () => {
  const entries = ['id: demo-2025-01-01, also: [demo-2026-05-05]', 'id: demo-2025-02-02'];
  expect(findProblems(files(...entries))).toEqual([]);
});

test('reports an entry that is not in order', () => {
  const problems = findProblems(files('id: demo-2025-02-02', 'id: demo-2025-01-01'));
  expect(listPlaces(problems)).toEqual(['not-betas.yaml:3:7 not-beta-order']);
  expect(problems[0]?.fix).toBe('move the entry before `demo-2025-02-02`');
});

test.each([
  ['before the id', '[demo-2025-01-01]', '2:35'],
  ['among the others', '[demo-2025-09-09, demo-2025-08-08]', '2:52'],
])('reports a value that is not in order %s', (_, also, place) => {
  const problems = findProblems(files(`id: demo-2025-02-02, also: ${also}`));
  expect(listPlaces(problems)).toEqual([`not-betas.yaml:${place} not-beta-order`]);
});
