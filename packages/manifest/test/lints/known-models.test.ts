import { expect, test } from 'vitest';
import { demoBeta, placesOf, problemsOf } from '../manifest.ts';

const EVIDENCE = 'evidence: [{ source: sdk-1.12.0, at: Demo }]';

test('models of models.yaml are known', () => {
  expect(
    problemsOf(
      demoBeta(
        'beta',
        'requires: [{ at: a, model: [claude-one] }]',
        `models: { only: [claude-one, claude-two], ${EVIDENCE} }`,
      ),
    ),
  ).toEqual([]);
});

test.each([
  ['a rule', 'requires: [{ at: a, model: [claude-one, claude-ones] }]', '12:42'],
  ['a list of models', `models: { only: [claude-ones], ${EVIDENCE} }`, '12:22'],
  [
    'a trap',
    `traps: [{ at: a, model: [claude-ones], note: { en: No, id: Tidak }, ${EVIDENCE} }]`,
    '12:30',
  ],
  [
    'a claim',
    `platforms: { vertex: { accepts: { models: [claude-ones] }, ${EVIDENCE} } }`,
    '12:48',
  ],
])('%s that names a model nobody knows', (_, line, place) => {
  const problems = problemsOf(demoBeta('beta', line));
  expect(placesOf(problems)).toEqual([`features/demo.yaml:${place} known-models`]);
  expect(problems[0]?.message).toBe('nobody knows a model `claude-ones`');
  expect(problems[0]?.fix).toContain('write `claude-one`');
});
