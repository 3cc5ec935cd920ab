import { expect, test } from 'vitest';
import { beta, demo, findProblems, listPlaces } from '../fixtures.ts';

const two = (first: string, second: string) =>
  demo(
    beta('demo-2026-01-02', 'beta', `requires: [${first}]`),
    beta('demo-2026-02-02', 'beta', `requires: [${second}]`),
  );

test.each([
  ['values', '{ at: a, is: x }', '{ at: a, in: [y, z] }'],
  ['places', '{ at: a }', '{ at: b }'],
  ['platforms', '{ at: a, platform: [vertex] }', '{ at: a, platform: [bedrock, foundry] }'],
  ['models', '{ at: a, model: [claude-one] }', '{ at: a, model: [claude-two] }'],
  ['endpoints', '{ endpoint: "GET /v1/a" }', '{ endpoint: "POST /v1/a" }'],
  ['siblings', '{ at: "a[].b", where: { type: x } }', '{ at: "a[].b", where: { type: y } }'],
  ['exceptions', '{ at: a }', '{ at: a, unless: { at: b } }'],
  ['tests, one for a value and one for the field', '{ at: a }', '{ at: a, is: x }'],
])('accepts rules with different %s', (_, first, second) => {
  expect(findProblems(two(first, second))).toEqual([]);
});

test.each([
  ['the same place', '{ at: a }', '{ at: a }'],
  ['tests for presence and for content', '{ at: a }', '{ at: a, nonEmpty: true }'],
  ['two thresholds', '{ at: a, above: 3 }', '{ at: a, above: 5 }'],
  ['a value that both name', '{ at: a, in: [x, y] }', '{ at: a, in: [y, z] }'],
  ['a platform in common', '{ at: a, platform: [vertex] }', '{ at: a }'],
  ['the same endpoint', '{ endpoint: "GET /v1/a/{id}" }', '{ endpoint: "GET /v1/a/{other}" }'],
  [
    'an endpoint that the variable of the other matches',
    '{ endpoint: "GET /v1/a/{id}" }',
    '{ endpoint: "GET /v1/a/all" }',
  ],
  ['an endpoint below the other', '{ endpoint: "* /v1/a/**" }', '{ endpoint: "GET /v1/a/{id}/b" }'],
  [
    'an explicit and an implied message endpoint',
    '{ at: a }',
    '{ at: a, endpoint: "POST /v1/messages" }',
  ],
])('reports two rules with %s', (_, first, second) => {
  const problems = findProblems(two(first, second));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:16:16 ambiguous-rule']);
  expect(problems[0]?.message).toMatch(
    /requires both `demo-2026-01-02` \(features\/demo.yaml\) and `demo-2026-02-02`/,
  );
  expect(problems[0]?.fix).toContain('choice');
});
