import { expect, test } from 'vitest';
import { beta, EVIDENCE, type Files, feature, placesOf, problemsOf } from '../manifest.ts';

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

test.each(['tool_one', 'tool_three', 'fourth'])('takes the shape %s of a use', (shape) => {
  expect(problemsOf(files(shape))).toEqual([]);
});

test.each(['tool_on', 'tool_four'])('reports %s, which no use has', (shape) => {
  const problems = problemsOf(files(shape));
  expect(placesOf(problems)).toEqual(['features/demo.yaml:15:22 known-shapes']);
  expect(problems[0]?.message).toBe(`no use of \`demo\` has the shape \`${shape}\``);
});

test('says nothing of a file that could not be read as a whole', () => {
  expect(problemsOf(files('tool_on', 'nonsense: 1\n')).map((p) => p.rule)).toEqual(['schema']);
});
