import { expect, test } from 'vitest';
import {
  demoBeta,
  demoFeature,
  EVIDENCE,
  findProblems,
  listPlaces,
  platform,
} from '../fixtures.ts';

test('accepts two different texts', () => {
  expect(findProblems(demoBeta('beta', 'notes: { en: Yes, id: Ya }'))).toEqual([]);
});

test('reports an Indonesian text that equals the English one, at any depth', () => {
  const problems = findProblems(
    demoBeta(
      'beta',
      'notes: { en: Same, id: "Same " }',
      'requires: [{ at: a, note: { en: X, id: X } }]',
    ),
  );
  expect(listPlaces(problems)).toEqual([
    'features/demo.yaml:12:24 both-languages',
    'features/demo.yaml:13:40 both-languages',
  ]);
  expect(problems[0]?.fix).toContain('translate it');
});

test('checks platforms and fixes as well', () => {
  const fix = `constraints: [{ all: [{ at: a }], outcome: 400, fix: wait, evidence: ${EVIDENCE} }]`;
  const problems = findProblems({
    ...demoFeature(fix),
    'platforms.yaml': `platforms:\n${platform('claude-api').replace('Tentang', 'About')}`,
    'fixes.yaml': 'fixes:\n  - { code: wait, text: { en: Wait., id: Wait. } }\n',
  });
  expect(listPlaces(problems)).toEqual([
    expect.stringMatching(/^fixes\.yaml:2:\d+ both-languages$/),
    expect.stringMatching(/^platforms\.yaml:2:\d+ both-languages$/),
  ]);
});
