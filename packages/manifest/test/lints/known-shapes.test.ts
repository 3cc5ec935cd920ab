import { expect, test } from 'vitest';
import { beta, EVIDENCE, type Files, feature, findProblems, listPlaces } from '../fixtures.ts';

const files = (shape: string, more = ''): Files => ({
  'features/demo.yaml': `${feature(
    'demo',
    beta(
      'demo-2026-01-02',
      'beta',
      'requires: [{ at: a, is: tool_one }, { at: b, in: [tool_two, tool_three] }]',
    ),
  )}uses: [{ at: c, is: tool_four, shape: fourth }]\navailability:\n  vertex: [{ shape: [${shape}], status: available, evidence: ${EVIDENCE} }, { status: unknown, evidence: [] }]\n${more}`,
});

test.each(['tool_one', 'tool_three', 'fourth'])('accepts the shape %s of a use', (shape) => {
  expect(findProblems(files(shape))).toEqual([]);
});

test.each(['tool_on', 'tool_four'])('reports %s, which no use has', (shape) => {
  const problems = findProblems(files(shape));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:15:22 known-shapes']);
  expect(problems[0]?.message).toBe(`no use of \`demo\` has the shape \`${shape}\``);
});

test('ignores a file that does not match its schema', () => {
  expect(findProblems(files('tool_on', 'nonsense: 1\n')).map((p) => p.rule)).toEqual(['schema']);
});
