import { expect, test } from 'vitest';
import { beta, demoBeta, feature, folderOf, placesOf, problemsOf, sources } from '../manifest.ts';

test('reports a source that nobody cites', () => {
  const problems = problemsOf({ ...demoBeta('beta'), ...sources(['page', '2026-02-02']) });
  expect(placesOf(problems)).toEqual(['sources.yaml:3:7 cited-sources']);
  expect(problems[0]?.message).toBe('nobody cites the source `page`');
});

test('takes a source that anything cites', () => {
  const line = 'released: { evidence: [{ source: page, says: x }] }';
  expect(problemsOf({ ...demoBeta('beta', line), ...sources(['page', '2026-02-02']) })).toEqual([]);
});

test('counts a citation in a file that is broken elsewhere', () => {
  const files = {
    ...demoBeta('beta', 'nonsense: 1', 'released: { evidence: [{ source: page, says: x }] }'),
    ...sources(['page', '2026-02-02']),
  };
  expect(placesOf(problemsOf(files))).toEqual(['features/demo.yaml:12:5 schema']);
});

test('looks at the sources of an overlay as well', () => {
  const overlay = folderOf({
    'ours.yaml': feature('ours', beta('ours-2026-01-02', 'beta')),
    'sources.yaml': 'sources: [{ id: ours, url: "https://example.com/o", checked: 2026-02-02 }]',
  });
  expect(problemsOf(demoBeta('beta'), { overlay }).map((p) => p.message)).toEqual([
    'nobody cites the source `ours`',
  ]);
});
