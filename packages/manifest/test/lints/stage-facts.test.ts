import { expect, test } from 'vitest';
import { demoBeta, findProblems, listPlaces } from '../fixtures.ts';

const EVENT = '{ date: 2026-03-03, evidence: [{ source: sdk-1.12.0, at: Demo }] }';

test.each([
  ['graduated', [`graduated: ${EVENT}`]],
  ['retired', [`retired: ${EVENT}`]],
  ['legacy-shape', ['selects: { en: Old, id: Lama }']],
  ['internal', ['undocumented: true']],
])('accepts the stage %s with the facts that it requires', (stage, lines) => {
  expect(findProblems(demoBeta(stage, ...lines))).toEqual([]);
});

test.each([
  ['graduated', [], '10:5', 'has no date or evidence'],
  ['retired', [], '10:5', 'has no date or evidence'],
  ['legacy-shape', [], '10:5', '`selects` and the stage legacy-shape go together'],
  [
    'beta',
    ['selects: { en: Old, id: Lama }'],
    '10:5',
    '`selects` and the stage legacy-shape go together',
  ],
])('reports the stage %s with missing or wrong facts', (stage, lines, place, message) => {
  const problems = findProblems(demoBeta(stage, ...lines));
  expect(listPlaces(problems)).toEqual([`features/demo.yaml:${place} stage-facts`]);
  expect(problems[0]?.message).toContain(message);
});
