import { expect, test } from 'vitest';
import {
  beta,
  demoBeta,
  EVIDENCE,
  feature,
  findProblems,
  listPlaces,
  makeFolder,
} from '../fixtures.ts';

const NOTE = '{ en: None., id: Tiada. }';
const files = (...entries: readonly string[]) => ({
  ...demoBeta('beta'),
  'not-betas.yaml': `notBetas:\n${entries
    .map((one) => `  - { ${one}, reason: invented, note: ${NOTE}, evidence: ${EVIDENCE} }\n`)
    .join('')}`,
});

test('accepts values that no feature has', () => {
  expect(findProblems(files('id: demo-2026-01-03, also: [demo-2026-01-04]'))).toEqual([]);
});

test.each([
  ['as an entry', 'id: demo-2026-01-02', '2:7'],
  ['in `also`', 'id: demo-2026-01-01, also: [demo-2026-01-02]', '2:35'],
])('reports a beta that is listed %s', (_, entry, place) => {
  const problems = findProblems(files(entry));
  expect(listPlaces(problems)).toEqual([`not-betas.yaml:${place} not-a-beta`]);
  expect(problems[0]?.message).toBe('`demo-2026-01-02` is a beta: features/demo.yaml has it');
});

test.each([
  [['id: demo-2026-01-03, also: [demo-2026-01-04]', 'id: demo-2026-01-04'], '3:7'],
  [['id: demo-2026-01-03, also: [demo-2026-01-03]'], '2:35'],
])('reports a value that is listed twice: %s', (entries, place) => {
  const problems = findProblems(files(...entries));
  expect(listPlaces(problems)).toEqual([`not-betas.yaml:${place} not-a-beta`]);
  expect(problems[0]?.fix).toBe('keep one; the other is in the entry `demo-2026-01-03`');
});

test('leaves two entries with one id to `unique-entry`', () => {
  const problems = findProblems(files('id: demo-2026-01-03', 'id: demo-2026-01-03'));
  expect(listPlaces(problems)).toEqual(['not-betas.yaml:3:7 unique-entry']);
});

test("leaves a user's own beta alone", () => {
  const overlay = makeFolder({
    'ours.yaml': feature('ours', beta('ours-2026-05-05', 'preview')),
  });
  expect(findProblems(files('id: ours-2026-05-05'), { overlay })).toEqual([]);
});
