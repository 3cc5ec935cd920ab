import { expect, test } from 'vitest';
import {
  beta,
  demoBeta,
  type Files,
  feature,
  findProblems,
  listPlaces,
  makeFolder,
  sources,
} from '../fixtures.ts';

const COMMIT = '030dd40a93c32960c90c2213d706a7b8a8614fb8';
const citing = (evidence: string): Files =>
  demoBeta('beta', 'acceptance:', `  vertex: { status: accepted, evidence: [${evidence}] }`);
const page = (url: string): Files => ({
  ...citing('{ source: site, says: x }'),
  'sources.yaml': [
    sources()['sources.yaml'],
    `  - { id: site, url: "${url}", checked: 2026-02-02 }\n`,
  ].join(''),
});

test.each([
  'https://example.com/docs/page',
  'https://github.com/owner/name/issues/12',
  `https://github.com/owner/name/blob/${COMMIT}/a/main/b.json`,
])('accepts %s', (url) => {
  expect(findProblems(page(url))).toEqual([]);
});

test.each([
  ['https://github.com/owner/name/blob/main/table.json', 'follows the branch or tag main'],
  ['https://github.com/owner/name/tree/v1.2.3/folder', 'follows the branch or tag v1.2.3'],
  ['https://github.com/owner/name', 'is a whole repository'],
])('reports %s, which can change', (url, why) => {
  const problems = findProblems(page(url));
  expect(listPlaces(problems)).toEqual(['sources.yaml:3:17 evidence-leads']);
  expect(problems[0]?.message).toContain(why);
});

test('reports a page that is cited without a summary', () => {
  const files = { ...citing('{ source: site }'), ...sources(['site', '2026-02-02']) };
  const problems = findProblems(files);
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:13:46 evidence-leads']);
  expect(problems[0]?.fix).toContain('`says`');
});

test('accepts a declaration without a summary, and reports a release without a place', () => {
  expect(findProblems(citing('{ source: sdk-1.12.0, at: X }'))).toEqual([]);
  const problems = findProblems(citing('{ source: sdk-1.12.0, says: x }'));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:13:46 evidence-leads']);
  expect(problems[0]?.fix).toContain('CHANGELOG.md 1.9.0');
});

test('ignores the citations of an overlay', () => {
  const overlay = makeFolder({
    'ours.yaml': feature('ours', beta('ours-2026-01-02', 'beta')).replace('at: Demo', 'says: x'),
  });
  expect(findProblems(demoBeta('beta'), { overlay })).toEqual([]);
});
