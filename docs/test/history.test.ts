import { expect, test } from 'vitest';
import { historyOf, type ReleaseRecord, releases } from '../src/lib/history.ts';

const record = (version: string, ...subjects: string[]): ReleaseRecord => ({
  version,
  date: '2026-12-01',
  changes: subjects.map((subject) => ({
    id: `${version}/beta-added/${subject}`,
    kind: 'beta-added',
    bump: 'minor',
    group: 'new betas',
    subject,
    text: subject,
  })),
});

test('the releases of the manifest, the newest first', () => {
  const dates = releases.map((release) => release.date);
  expect([...dates].sort().reverse()).toEqual(dates);
});

test('what changed about one subject', () => {
  const all = [record('0.2.0', 'a', 'b'), record('0.1.0', 'b')];
  expect(historyOf('b', all).map(({ change }) => change.id)).toEqual(['0.2.0/beta-added/b', '0.1.0/beta-added/b']);
  expect(historyOf('c', all)).toEqual([]);
});
