import { expect, test } from 'vitest';
import { demoBeta, findProblems, listPlaces } from '../fixtures.ts';

const rules = (...lines: string[]) =>
  demoBeta('beta', 'requires:', ...lines.map((line) => `  - ${line}`));

test('accepts rules that do not cover each other', () => {
  const files = rules(
    '{ at: a, is: x }',
    '{ at: a, is: y }',
    '{ at: b, platform: [vertex] }',
    '{ at: b, model: [claude-one] }',
    '{ endpoint: "GET /v1/a" }',
    '{ at: c, unless: { at: d } }',
    '{ at: c, unless: { at: e } }',
  );
  expect(findProblems(files)).toEqual([]);
});

test.each([
  ['the same again', '{ at: a }', '{ at: a }', 14],
  ['a value of a field that is enough by itself', '{ at: a }', '{ at: a, is: x }', 14],
  ['the wider rule comes second', '{ at: a, in: [x, y] }', '{ at: a }', 13],
  ['a platform of all platforms', '{ at: a }', '{ at: a, platform: [vertex] }', 14],
  [
    'nested content that includes the content itself',
    '{ at: "a[].**.type", is: x }',
    '{ at: "a[].type", is: x }',
    14,
  ],
  ['an endpoint below', '{ endpoint: "* /v1/a/**" }', '{ endpoint: "GET /v1/a/{id}" }', 14],
  ['a higher threshold', '{ at: a, above: 1 }', '{ at: a, above: 2 }', 14],
  ['siblings that are less exact', '{ at: a.b }', '{ at: a.b, where: { type: x } }', 14],
  ['an exception to a rule without one', '{ at: a }', '{ at: a, unless: { at: b } }', 14],
  [
    'content that `**` reaches as well',
    '{ at: "a[].**.type", is: x }',
    '{ at: "a[].content[].type", is: x }',
    14,
  ],
])('reports %s', (_, first, second, line) => {
  const problems = findProblems(rules(first, second));
  expect(listPlaces(problems)).toEqual([`features/demo.yaml:${line}:9 redundant-rule`]);
  expect(problems[0]?.message).toContain('has no effect');
});

test('accepts a rule with another choice', () => {
  const problems = findProblems(
    rules('{ at: a, choice: [demo-2026-01-02, x-2026-01-01] }', '{ at: a, is: x }'),
  );
  expect(problems.map((p) => p.rule)).toEqual(['references']);
});
