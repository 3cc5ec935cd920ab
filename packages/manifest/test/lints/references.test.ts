import { expect, test } from 'vitest';
import { beta, demo, demoBeta, placesOf, problemsOf } from '../manifest.ts';

const CONFLICT = (id: string): string =>
  `conflicts: [{ with: ${id}, answer: 400, evidence: [{ source: sdk-1.12.0, at: Demo }] }]`;

test('names of other betas are fine', () => {
  const files = demo(
    beta(
      'demo-2026-01-02',
      'beta',
      'requires: [{ at: demo, choice: [demo-2026-01-02, demo-2026-02-02] }]',
      CONFLICT('demo-2026-02-02'),
    ),
    beta(
      'demo-2026-02-02',
      'beta',
      'platforms:',
      '  vertex: { accepts: { as: demo-2026-01-02 }, evidence: [{ source: sdk-1.12.0, at: Demo }] }',
    ),
  );
  expect(problemsOf(files)).toEqual([]);
});

test.each([
  [
    'a choice',
    'requires: [{ at: demo, choice: [demo-2026-01-02, gone-2026-01-02] }]',
    'features/demo.yaml:12:51 references',
  ],
  ['a conflict', CONFLICT('gone-2026-01-02'), 'features/demo.yaml:12:19 references'],
  [
    'a renaming',
    'platforms: { vertex: { accepts: { as: gone-2026-01-02 }, evidence: [{ source: sdk-1.12.0, at: Demo }] } }',
    'features/demo.yaml:12:39 references',
  ],
])('%s that names a beta which is not there', (_, line, place) => {
  const problems = problemsOf(demoBeta('beta', line));
  expect(placesOf(problems)).toEqual([place]);
  expect(problems[0]?.message).toBe('`gone-2026-01-02` is not in the manifest');
});

test('a beta in conflict with itself', () => {
  expect(problemsOf(demoBeta('beta', CONFLICT('demo-2026-01-02'))).map((p) => p.message)).toEqual([
    '`demo-2026-01-02` names itself',
  ]);
});
