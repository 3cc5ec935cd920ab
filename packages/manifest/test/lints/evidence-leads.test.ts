import { expect, test } from 'vitest';
import { demoBeta, placesOf, problemsOf } from '../manifest.ts';

const COMMIT = '030dd40a93c32960c90c2213d706a7b8a8614fb8';
const claim = (evidence: string): Record<string, string> =>
  demoBeta('beta', 'platforms:', `  vertex: { accepts: true, evidence: [${evidence}] }`) as Record<
    string,
    string
  >;
const page = (url: string, says = ', says: x'): string =>
  `{ url: "${url}", checked: 2026-02-02${says} }`;

test.each([
  'https://example.com/docs/page',
  'https://github.com/owner/name/issues/12',
  `https://github.com/owner/name/blob/${COMMIT}/a/main/b.json`,
])('%s leads somewhere', (url) => {
  expect(problemsOf(claim(page(url)))).toEqual([]);
});

test.each([
  ['https://github.com/owner/name/blob/main/table.json', 'follows the branch or tag main'],
  ['https://github.com/owner/name/tree/v1.2.3/folder', 'follows the branch or tag v1.2.3'],
  ['https://github.com/owner/name', 'is a whole repository'],
])('%s does not', (url, why) => {
  const problems = problemsOf(claim(page(url)));
  expect(problems.map((p) => p.rule)).toEqual(['evidence-leads']);
  expect(problems[0]?.message).toContain(why);
});

test('a page without what it says', () => {
  expect(placesOf(problemsOf(claim(page('https://example.com/docs/page', ''))))).toEqual([
    'features/demo.yaml:13:43 evidence-leads',
  ]);
});

test('a symbol of the SDK needs no more words', () => {
  expect(problemsOf(claim('{ source: sdk-1.12.0, at: X }'))).toEqual([]);
});
