import { expect, test } from 'vitest';
import { demoBeta, placesOf, problemsOf } from '../manifest.ts';

const rules = (...lines: string[]) =>
  demoBeta('beta', 'requires:', ...lines.map((line) => `  - ${line}`));

test('rules that each say something of their own', () => {
  const files = rules(
    '{ at: a, is: x }',
    '{ at: a, is: y }',
    '{ at: b, platform: [vertex] }',
    '{ at: b, model: [claude-one] }',
    '{ endpoint: "GET /v1/a" }',
  );
  expect(problemsOf(files)).toEqual([]);
});

test.each([
  ['the same again', '{ at: a }', '{ at: a }', 12],
  ['a value of a field that is enough by itself', '{ at: a }', '{ at: a, is: x }', 12],
  ['the wider rule comes second', '{ at: a, in: [x, y] }', '{ at: a }', 11],
  ['a platform of all platforms', '{ at: a }', '{ at: a, platform: [vertex] }', 12],
  [
    'nested content takes in the content itself',
    '{ at: "a[].**.type", is: x }',
    '{ at: "a[].type", is: x }',
    12,
  ],
  ['an endpoint below', '{ endpoint: "* /v1/a/**" }', '{ endpoint: "GET /v1/a/{id}" }', 12],
  ['a higher threshold', '{ at: a, above: 1 }', '{ at: a, above: 2 }', 12],
])('%s', (_, first, second, line) => {
  const problems = problemsOf(rules(first, second));
  expect(placesOf(problems)).toEqual([`features/demo.yaml:${line}:9 redundant-rule`]);
  expect(problems[0]?.message).toContain('never decides anything');
});

test('another choice is another rule', () => {
  const problems = problemsOf(
    rules('{ at: a, choice: [demo-2026-01-02, x-2026-01-01] }', '{ at: a, is: x }'),
  );
  expect(problems.map((p) => p.rule)).toEqual(['references']);
});
