import { expect, test } from 'vitest';
import { demoBeta, findProblems, listPlaces } from '../fixtures.ts';

const event = (key: string, day: string): string =>
  `${key}: { date: ${day}, evidence: [{ source: sdk-1.12.0, at: Demo }] }`;

test('accepts released, graduated and retired in this order or on one day', () => {
  expect(
    findProblems(
      demoBeta(
        'retired',
        event('released', '2026-01-02'),
        event('graduated', '2026-02-02'),
        event('retired', '2026-02-02'),
      ),
    ),
  ).toEqual([]);
});

test.each([
  ['graduated', '2026-01-01'],
  ['retired', '2026-01-01'],
])('reports a beta that was %s before its release', (key, day) => {
  const problems = findProblems(demoBeta(key, event('released', '2026-01-02'), event(key, day)));
  expect(listPlaces(problems)).toEqual([`features/demo.yaml:13:${key.length + 9} event-order`]);
  expect(problems[0]?.message).toContain('before it was released on 2026-01-02');
});
