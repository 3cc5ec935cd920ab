import { expect, test } from 'vitest';
import { beta, EVIDENCE, type Files, feature, findProblems, listPlaces } from '../fixtures.ts';

const files = (status: string): Files => ({
  'features/demo.yaml': `${feature(
    'demo',
    beta(
      'demo-2026-01-02',
      'beta',
      `acceptance: { vertex: { status: ${status}, evidence: ${EVIDENCE} } }`,
    ),
  )}substitutes:\n  - { on: [bedrock, vertex], when: { at: a }, remove: a, send: demo-2026-01-02, evidence: ${EVIDENCE} }\n`,
});

test.each(['accepted', 'unknown'])('accepts a beta that is %s there', (status) => {
  expect(findProblems(files(status))).toEqual([]);
});

test('reports a beta that one of its platforms rejects', () => {
  const problems = findProblems(files('rejected'));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:14:58 substitutes']);
  expect(problems[0]?.message).toContain('is rejected on vertex');
});

test('accepts a beta that its platform rejects only with some models', () => {
  const rejected = `{ status: rejected, models: [claude-opus-5], evidence: ${EVIDENCE} }`;
  const one = `{ status: rejected, evidence: ${EVIDENCE} }`;
  const list = `[${rejected}, { status: accepted, evidence: ${EVIDENCE} }]`;
  const text = files('rejected')['features/demo.yaml']?.replace(one, list) ?? '';
  expect(text).toContain(list);
  const problems = findProblems({ 'features/demo.yaml': text });
  expect(problems.filter(({ rule }) => rule === 'substitutes')).toEqual([]);
});
