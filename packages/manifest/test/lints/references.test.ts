import { expect, test } from 'vitest';
import {
  beta,
  demo,
  demoBeta,
  demoFeature,
  EVIDENCE,
  findProblems,
  listPlaces,
} from '../fixtures.ts';

const instead = (id: string): string =>
  `acceptance: { vertex: { status: rejected, instead: [{ for: demo, send: ${id} }], evidence: ` +
  `${EVIDENCE} } }`;

test('accepts the names of other betas', () => {
  const files = demo(
    beta(
      'demo-2026-01-02',
      'beta',
      'requires: [{ at: demo, choice: [demo-2026-01-02, demo-2026-02-02] }]',
    ),
    beta('demo-2026-02-02', 'beta', instead('demo-2026-01-02')),
  );
  expect(findProblems(files)).toEqual([]);
});

test.each([
  ['a choice', 'requires: [{ at: demo, choice: [demo-2026-01-02, gone-2026-01-02] }]', '12:54'],
  ['a value of `instead`', instead('gone-2026-01-02'), '12:70'],
])('reports %s that is unknown', (_, line, place) => {
  const problems = findProblems(demoBeta('beta', line));
  expect(listPlaces(problems)).toEqual([`features/demo.yaml:${place} references`]);
  expect(problems[0]?.message).toBe('`gone-2026-01-02` is not in the manifest');
});

test.each([
  [
    'a beta of a constraint',
    `constraints: [{ all: [{ beta: demo-2026-01-20 }], outcome: 400, evidence: ${EVIDENCE} }]`,
    '12:25',
  ],
  [
    'the beta of a substitute',
    'substitutes: [{ on: [vertex], when: { at: a }, remove: a, send: demo-2026-01-20, ' +
      `evidence: ${EVIDENCE} }]`,
    '12:59',
  ],
])('reports %s that is unknown, and suggests the nearest one', (_, line, place) => {
  const problems = findProblems(demoFeature(line));
  expect(listPlaces(problems)).toEqual([`features/demo.yaml:${place} references`]);
  expect(problems[0]?.fix).toContain('write `demo-2026-01-02`');
});

test('reports an unknown beta in `means`', () => {
  const problems = findProblems({
    ...demoBeta('beta'),
    'not-betas.yaml': `notBetas: [{ id: demo-2026-01-03, reason: misspelt, means: demo-2026-01-20, evidence: ${EVIDENCE} }]`,
  });
  expect(listPlaces(problems)).toEqual(['not-betas.yaml:1:53 references']);
  expect(problems[0]?.fix).toContain('write `demo-2026-01-02`');
});

test('reports a beta that replaces itself', () => {
  expect(findProblems(demoBeta('beta', instead('demo-2026-01-02'))).map((p) => p.message)).toEqual([
    '`demo-2026-01-02` names itself',
  ]);
});
