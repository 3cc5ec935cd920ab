import { expect, test } from 'vitest';
import { demoBeta, demoFeature, EVIDENCE, findProblems, listPlaces } from '../fixtures.ts';

test('accepts a claim with a source, and an unknown one', () => {
  const claims = [
    `  vertex: { status: accepted, confidence: high, evidence: ${EVIDENCE} }`,
    '  foundry: { status: unknown, evidence: [] }',
  ];
  expect(findProblems(demoBeta('beta', 'acceptance:', ...claims))).toEqual([]);
});

test.each(['accepted', 'ignored', 'rejected'])('reports `%s` without a source', (status) => {
  const problems = findProblems(
    demoBeta('beta', 'acceptance:', `  vertex: { status: ${status}, evidence: [] }`),
  );
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:13:7 claims']);
  expect(problems[0]?.fix).toBe('add a source that says so, or write status: unknown');
});

test('reports the claim of a list that has no source, at its own place', () => {
  const problems = findProblems(
    demoFeature(
      'availability:',
      '  vertex:',
      '    - { models: [claude-one], status: no-effect, evidence: [] }',
      `    - { status: available, evidence: ${EVIDENCE} }`,
    ),
  );
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:14:7 claims']);
});

test('reports a disputed claim with high confidence', () => {
  const problems = findProblems(
    demoBeta(
      'beta',
      'acceptance:',
      '  vertex: { status: accepted, confidence: high, disputed: { en: A says no, id: A bilang ' +
        `tidak }, evidence: ${EVIDENCE} }`,
    ),
  );
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:13:35 claims']);
});
