import { expect, test } from 'vitest';
import { demoBeta, findProblems, listPlaces, sources } from '../fixtures.ts';

const files = (second: string) => ({
  ...demoBeta(
    'beta',
    'released: { evidence: [{ source: site, says: x }, { source: third, says: x, at: y }] }',
  ),
  'sources.yaml': [
    sources(['site', '2026-02-02'])['sources.yaml'],
    `  - { id: third, ${second} }\n`,
  ].join(''),
});

test.each([
  ['a page on another day', 'url: "https://example.com/site", checked: 2026-03-03'],
  ['another page', 'url: "https://example.com/other", checked: 2026-02-02'],
  ['another release', 'package: "@anthropic-ai/sdk", version: 1.13.0'],
  ['another package', 'package: "@anthropic-ai/bedrock-sdk", version: 1.12.0'],
])('accepts %s', (_, second) => {
  expect(findProblems(files(second))).toEqual([]);
});

test.each([
  ['the same page on the same day', 'url: "https://example.com/site", checked: 2026-02-02', 'site'],
  ['the same release', 'package: "@anthropic-ai/sdk", version: 1.12.0', 'sdk-1.12.0'],
])('reports %s', (_, second, other) => {
  const problems = findProblems(files(second));
  expect(listPlaces(problems)).toEqual(['sources.yaml:4:18 unique-source']);
  expect(problems[0]?.fix).toContain(`cite \`${other}\` instead of \`third\``);
});
