import { expect, test } from 'vitest';
import { beta, demo, demoBeta, placesOf, problemsOf } from '../manifest.ts';

const claim = (platform: string, accepts: string): string =>
  `  ${platform}: { accepts: ${accepts}, evidence: [{ source: sdk-1.12.0, at: Demo }] }`;

test.each([
  [
    'its platform accepts it',
    [
      'requires: [{ at: a, platform: [vertex] }]',
      'platforms:',
      claim('vertex', 'true'),
      claim('bedrock', 'false'),
    ],
  ],
  ['nobody knows about its platform', ['requires: [{ at: a, platform: [vertex] }]']],
  [
    'one of its platforms accepts it',
    ['requires: [{ at: a, platform: [vertex, bedrock] }]', 'platforms:', claim('bedrock', 'false')],
  ],
  [
    'its model is accepted there',
    [
      'requires: [{ at: a, platform: [vertex], model: [claude-one] }]',
      'platforms:',
      claim('vertex', '{ models: [claude-one] }'),
    ],
  ],
  ['a parameter of a query', ['requires: [{ at: a, endpoint: "GET /v1/demo" }]']],
])('reachable: %s', (_, lines) => {
  expect(problemsOf(demoBeta('beta', ...lines))).toEqual([]);
});

test.each([
  [
    'its only platform rejects the beta',
    ['requires: [{ at: a, platform: [vertex] }]', 'platforms:', claim('vertex', 'false')],
    '12:22',
    'is rejected on vertex, its only platform',
  ],
  [
    'the platform accepts it with another model',
    [
      'requires: [{ at: a, platform: [vertex], model: [claude-one] }]',
      'platforms:',
      claim('vertex', '{ models: [claude-two] }'),
    ],
    '12:22',
    'its only platform with claude-one',
  ],
  [
    'the feature does not know its model',
    [
      'requires: [{ at: a, model: [claude-one] }]',
      'models: { only: [claude-two], evidence: [{ source: sdk-1.12.0, at: Demo }] }',
    ],
    '12:22',
    'models.only',
  ],
  [
    'a query has nothing nested',
    ['requires: [{ at: a.b, endpoint: [GET /v1/demo, DELETE /v1/demo] }]'],
    '12:15',
    'no nested parameters',
  ],
  [
    'a version before the first',
    ['requires: [{ at: a, apiVersion: 2022-01-01 }]'],
    '12:22',
    'no anthropic-version as early as 2022-01-01',
  ],
])('unreachable: %s', (_, lines, place, why) => {
  const problems = problemsOf(demoBeta('beta', ...lines));
  expect(placesOf(problems)).toEqual([`features/demo.yaml:${place} unreachable-rule`]);
  expect(problems[0]?.message).toContain(why);
});

test('every member of a choice is rejected where the rule holds', () => {
  const second = (accepts: string) =>
    demo(
      beta(
        'demo-2026-01-02',
        'beta',
        'requires: [{ at: a, platform: [vertex], choice: [demo-2026-01-02, demo-2026-02-02] }]',
        'platforms:',
        claim('vertex', 'false'),
      ),
      beta('demo-2026-02-02', 'beta', 'platforms:', claim('vertex', accepts)),
    );
  expect(problemsOf(second('true'))).toEqual([]);
  const problems = problemsOf(second('false'));
  expect(placesOf(problems)).toEqual(['features/demo.yaml:12:22 unreachable-rule']);
  expect(problems[0]?.message).toContain(
    'every beta of its choice (demo-2026-01-02, demo-2026-02-02) is rejected',
  );
});

test('a rename into something that is rejected there is no way in', () => {
  const files = demo(
    beta(
      'demo-2026-01-02',
      'beta',
      'requires: [{ at: a, platform: [vertex] }]',
      'platforms:',
      claim('vertex', '{ as: demo-2026-02-02 }'),
    ),
    beta('demo-2026-02-02', 'beta', 'platforms:', claim('vertex', 'false')),
  );
  expect(placesOf(problemsOf(files))).toEqual(['features/demo.yaml:12:22 unreachable-rule']);
});

test('a retired beta opens nothing', () => {
  const problems = problemsOf(
    demoBeta(
      'retired',
      'retired: { evidence: [{ source: sdk-1.12.0, at: Demo }] }',
      'requires: [{ endpoint: "GET /v1/demo" }]',
    ),
  );
  expect(placesOf(problems)).toEqual(['features/demo.yaml:13:15 unreachable-rule']);
});
