import { expect, test } from 'vitest';
import {
  demoBeta,
  demoFeature,
  EVIDENCE,
  findProblems,
  listPlaces,
  platform,
} from '../fixtures.ts';

test.each([
  [
    'a beta',
    demoBeta('beta', 'released: { evidence: [{ source: sdk-1.21.0, at: X }] }'),
    'features/demo.yaml:12:30',
  ],
  [
    'a claim',
    demoFeature(
      'availability: { vertex: { status: available, evidence: [{ source: sdk-1.21.0, at: X }] } }',
    ),
    'features/demo.yaml:12:59',
  ],
  [
    'a constraint',
    demoFeature(
      'constraints: [{ all: [{ at: a }], outcome: 400, evidence: [{ source: sdk-1.21.0, at: X ' +
        '}] }]',
    ),
    'features/demo.yaml:12:62',
  ],
  [
    'a platform',
    {
      ...demoBeta('beta'),
      'platforms.yaml': [
        'platforms:\n',
        platform('claude-api').replace(EVIDENCE, '[{ source: sdk-1.21.0, at: X }]'),
      ].join(''),
    },
    'platforms.yaml:2:188',
  ],
])('reports an unknown source of %s, and suggests the nearest one', (_, files, place) => {
  const problems = findProblems(files);
  expect(listPlaces(problems)).toEqual([`${place} known-sources`]);
  expect(problems[0]?.message).toBe('sources.yaml has no source `sdk-1.21.0`');
  expect(problems[0]?.fix).toContain('write `sdk-1.12.0`');
});

test('accepts the sources that are listed', () => {
  expect(findProblems(demoBeta('beta'))).toEqual([]);
});

test.each([
  ['docs-new-page', '{ id: docs-new-page, url: "https://…", checked: YYYY-MM-DD }'],
  ['py-2.0.1', '{ id: py-2.0.1, package: "…", version: 2.0.1 }'],
])('shows the entry to add for %s', (id, entry) => {
  const line = `released: { evidence: [{ source: ${id}, at: X, says: x }] }`;
  expect(findProblems(demoBeta('beta', line))[0]?.fix).toBe(
    `add to sources.yaml, in the order of the ids: - ${entry}`,
  );
});
