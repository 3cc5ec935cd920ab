import { expect, test } from 'vitest';
import {
  beta,
  demoBeta,
  feature,
  findProblems,
  listPlaces,
  makeFolder,
  sources,
} from '../fixtures.ts';

test('reports a source that is not cited', () => {
  const problems = findProblems({ ...demoBeta('beta'), ...sources(['site', '2026-02-02']) });
  expect(listPlaces(problems)).toEqual(['sources.yaml:3:7 cited-sources']);
  expect(problems[0]?.message).toBe('the source `site` is not cited');
});

test('accepts a cited source', () => {
  const line = 'released: { evidence: [{ source: site, says: x }] }';
  expect(findProblems({ ...demoBeta('beta', line), ...sources(['site', '2026-02-02']) })).toEqual(
    [],
  );
});

test('counts a citation in a file that is broken elsewhere', () => {
  const files = {
    ...demoBeta('beta', 'nonsense: 1', 'released: { evidence: [{ source: site, says: x }] }'),
    ...sources(['site', '2026-02-02']),
  };
  expect(listPlaces(findProblems(files))).toEqual(['features/demo.yaml:12:5 schema']);
});

test('checks the sources of an overlay as well', () => {
  const overlay = makeFolder({
    'ours.yaml': feature('ours', beta('ours-2026-01-02', 'beta')),
    'sources.yaml': 'sources: [{ id: ours, url: "https://example.com/o", checked: 2026-02-02 }]',
  });
  expect(findProblems(demoBeta('beta'), { overlay }).map((p) => p.message)).toEqual([
    'the source `ours` is not cited',
  ]);
});
