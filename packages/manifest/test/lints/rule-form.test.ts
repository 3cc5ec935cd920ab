import { expect, test } from 'vitest';
import { demoBeta, placesOf, problemsOf } from '../manifest.ts';

test.each(['demo', 'tools[].type', 'messages[].content[].**.type', 'a_b.c-d[].E'])(
  '%s is a path',
  (at) => {
    expect(problemsOf(demoBeta('beta', `requires: [{ at: "${at}" }]`))).toEqual([]);
  },
);

test.each([
  ['a..b', 'two dots in a row'],
  ['.a', 'begins with a dot'],
  ['a.', 'a dot at the end'],
  ['**.a', '`**` cannot come first'],
  ['a.**', '`**` cannot come last'],
  ['a.**.**.b', '`**` stands twice'],
  ['a[0].b', '`a[0]` is not a name'],
  ['a b', '`a b` is not a name'],
])('%s does not parse: %s', (at, why) => {
  const problems = problemsOf(demoBeta('beta', 'requires:', `  - { at: "${at}" }`));
  expect(placesOf(problems)).toEqual(['features/demo.yaml:13:11 rule-form']);
  expect(problems[0]?.message).toContain(why);
  expect(problems[0]?.fix).toContain('messages[].content[].**.type');
});

test.each(['POST /v1/demo', '* /v1/demo/**', 'GET /v1/demo/{id}/parts/{part_id}'])(
  '%s is an endpoint',
  (endpoint) => {
    expect(problemsOf(demoBeta('beta', `requires: [{ endpoint: "${endpoint}" }]`))).toEqual([]);
  },
);

test.each([
  '/v1/demo',
  'POST v1/demo',
  'FETCH /v1/demo',
  'POST /v1/demo/',
  'POST /v1/demo?beta=true',
])('%s is no endpoint', (endpoint) => {
  const problems = problemsOf(demoBeta('beta', 'requires:', `  - { endpoint: "${endpoint}" }`));
  expect(placesOf(problems)).toEqual(['features/demo.yaml:13:11 rule-form']);
  expect(problems[0]?.fix).toContain('METHOD /v1/path');
});

test('what the SDK sends is an endpoint too', () => {
  expect(
    placesOf(problemsOf(demoBeta('beta', 'sdk: { since: 1.0.0, sends: [nonsense] }'))),
  ).toEqual(['features/demo.yaml:12:5 rule-form']);
});

test('a choice begins with the beta that it stands under', () => {
  const problems = problemsOf(
    demoBeta('beta', 'requires: [{ at: a, choice: [x-2026-01-01, demo-2026-01-02] }]'),
  );
  expect(placesOf(problems)).toContain('features/demo.yaml:12:22 rule-form');
});
