import { expect, test } from 'vitest';
import { demoFeature, EVIDENCE, findProblems, listPlaces } from '../fixtures.ts';

const files = (...parts: string[]) =>
  demoFeature(
    'uses: [{ at: a }, { at: b }, { at: "c[].d" }]',
    `constraints: [{ all: [${parts.join(', ')}], outcome: 400, evidence: ${EVIDENCE} }]`,
  );

test.each<[string, string[]]>([
  ['two fields', ['{ at: a }', '{ at: b }']],
  ['two elements of a list', ['{ at: "c[].d", is: x }', '{ at: "c[].d", is: y }']],
  ['values that meet', ['{ at: a, in: [x, y] }', '{ at: a, in: [y, z] }']],
  [
    'platforms that meet',
    ['{ at: a, platform: [vertex, bedrock] }', '{ at: b, platform: [vertex] }'],
  ],
  ['a field without another', ['{ at: a }', '{ absent: { at: b } }']],
  ['a field without one of its values', ['{ at: a }', '{ absent: { at: a, is: x } }']],
  ['a value of the header', ['{ beta: demo-2026-01-02 }', '{ at: a }']],
])('accepts %s', (_, parts) => {
  expect(findProblems(files(...parts))).toEqual([]);
});

test.each<[string, string[], string]>([
  [
    'two values of one field',
    ['{ at: a, is: x }', '{ at: a, in: [y, z] }'],
    '`a` cannot be x and y or z at once',
  ],
  [
    'two platforms',
    ['{ at: a, platform: [vertex] }', '{ at: b, platform: [bedrock] }'],
    'one platform',
  ],
  ['two models', ['{ at: a, model: [claude-one] }', '{ at: b, model: [claude-two] }'], 'one model'],
  ['two endpoints', ['{ at: a }', '{ endpoint: GET /v1/a }'], 'no endpoint is both'],
  ['a value that it excludes', ['{ at: a, is: x }', '{ absent: { at: a } }'], 'excludes'],
])('reports a constraint on %s', (_, parts, why) => {
  const problems = findProblems(files(...parts));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:13:17 possible-constraint']);
  expect(problems[0]?.message).toContain(why);
});
