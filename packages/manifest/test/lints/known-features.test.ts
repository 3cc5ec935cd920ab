import { expect, test } from 'vitest';
import { beta, demo, EVIDENCE, findProblems, listPlaces } from '../fixtures.ts';

const files = (feature: string) =>
  demo(
    beta(
      'demo-2026-01-02',
      'beta',
      `acceptance: { vertex: { status: rejected, instead: [{ for: ${feature}, send: ` +
        `demo-2026-02-02 }], evidence: ${EVIDENCE} } }`,
    ),
    beta('demo-2026-02-02', 'beta'),
  );

test('accepts a feature of the manifest', () => {
  expect(findProblems(files('demo'))).toEqual([]);
});

test('reports an unknown feature', () => {
  const problems = findProblems(files('dmo'));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:12:59 known-features']);
  expect(problems[0]?.message).toBe('the manifest has no feature `dmo`');
  expect(problems[0]?.fix).toContain('write `demo`');
});
