import { expect, test } from 'vitest';
import { demoBeta, demoFeature, EVIDENCE, findProblems, listPlaces } from '../fixtures.ts';

const graduated = (date: string) =>
  demoBeta('graduated', `graduated: { date: ${date}, evidence: ${EVIDENCE} }`);

test('uses the newest reading of a source as today', () => {
  expect(findProblems(graduated('2026-11-01'))).toEqual([]);
  const problems = findProblems(graduated('2026-11-02'));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:12:18 future-date']);
  expect(problems[0]?.message).toBe(
    'graduated on 2026-11-02, but the newest source was read on 2026-11-01',
  );
});

test('uses the day that the caller gives', () => {
  expect(findProblems(demoBeta('beta'), { today: '2026-11-01' })).toEqual([]);
  const problems = findProblems(demoBeta('beta'), { today: '2026-10-31' });
  expect(listPlaces(problems)).toEqual([
    expect.stringMatching(/^sources\.yaml:2:\d+ future-date$/),
  ]);
  expect(problems[0]?.message).toBe('read on 2026-11-01, and today is 2026-10-31');
});

test('reports a future anthropic-version', () => {
  const version = (from: string) =>
    demoFeature(`apiVersion: { from: ${from}, evidence: ${EVIDENCE} }`);
  expect(findProblems(version('2026-11-01'))).toEqual([]);
  expect(listPlaces(findProblems(version('2026-11-02')))).toEqual([
    'features/demo.yaml:12:15 future-date',
  ]);
});

test('accepts a future announced end of a model, and reports a future end', () => {
  const models = (key: string) => ({
    ...demoBeta('beta'),
    'models.yaml': [
      'models:\n',
      `  - { id: claude-one, title: One, ${key}: 2027-01-01, evidence: ${EVIDENCE} }\n`,
    ].join(''),
  });
  expect(findProblems(models('retires'))).toEqual([]);
  expect(findProblems(models('retired')).map((p) => p.rule)).toEqual(['future-date']);
});
