import { expect, test } from 'vitest';
import { beta, demo, demoBeta, placesOf, problemsOf } from '../manifest.ts';

const claim = (platform: string, accepts: string): string =>
  `  ${platform}: { accepts: ${accepts}, evidence: [{ sdk: 1.12.0, symbol: Demo }] }`;

test.each([
  [
    'its platform accepts it',
    [
      'opens: [{ at: a, platform: [vertex] }]',
      'platforms:',
      claim('vertex', 'true'),
      claim('bedrock', 'false'),
    ],
  ],
  ['nobody knows about its platform', ['opens: [{ at: a, platform: [vertex] }]']],
  [
    'one of its platforms accepts it',
    ['opens: [{ at: a, platform: [vertex, bedrock] }]', 'platforms:', claim('bedrock', 'false')],
  ],
  [
    'its model is accepted there',
    [
      'opens: [{ at: a, platform: [vertex], model: [claude-one] }]',
      'platforms:',
      claim('vertex', '{ models: [claude-one] }'),
    ],
  ],
  ['a parameter of a query', ['opens: [{ at: a, endpoint: "GET /v1/demo" }]']],
])('reachable: %s', (_, lines) => {
  expect(problemsOf(demoBeta('beta', ...lines))).toEqual([]);
});

test.each([
  [
    'its only platform rejects the beta',
    ['opens: [{ at: a, platform: [vertex] }]', 'platforms:', claim('vertex', 'false')],
    '10:22',
    'is rejected on vertex, its only platform',
  ],
  [
    'the platform accepts it with another model',
    [
      'opens: [{ at: a, platform: [vertex], model: [claude-one] }]',
      'platforms:',
      claim('vertex', '{ models: [claude-two] }'),
    ],
    '10:22',
    'its only platform with claude-one',
  ],
  [
    'the feature does not know its model',
    [
      'opens: [{ at: a, model: [claude-one] }]',
      'models: { only: [claude-two], evidence: [{ sdk: 1.12.0, symbol: Demo }] }',
    ],
    '10:22',
    'models.only',
  ],
  [
    'a query has nothing nested',
    ['opens: [{ at: a.b, endpoint: [GET /v1/demo, DELETE /v1/demo] }]'],
    '10:15',
    'no nested parameters',
  ],
  [
    'a version before the first',
    ['opens: [{ at: a, apiVersion: 2022-01-01 }]'],
    '10:22',
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
        'opens: [{ at: a, platform: [vertex], choice: [demo-2026-01-02, demo-2026-02-02] }]',
        'platforms:',
        claim('vertex', 'false'),
      ),
      beta('demo-2026-02-02', 'beta', 'platforms:', claim('vertex', accepts)),
    );
  expect(problemsOf(second('true'))).toEqual([]);
  const problems = problemsOf(second('false'));
  expect(placesOf(problems)).toEqual(['features/demo.yaml:10:22 unreachable-rule']);
  expect(problems[0]?.message).toContain(
    'every beta of its choice (demo-2026-01-02, demo-2026-02-02) is rejected',
  );
});

test('a rename into something that is rejected there is no way in', () => {
  const files = demo(
    beta(
      'demo-2026-01-02',
      'beta',
      'opens: [{ at: a, platform: [vertex] }]',
      'platforms:',
      claim('vertex', '{ as: demo-2026-02-02 }'),
    ),
    beta('demo-2026-02-02', 'beta', 'platforms:', claim('vertex', 'false')),
  );
  expect(placesOf(problemsOf(files))).toEqual(['features/demo.yaml:10:22 unreachable-rule']);
});

test('a retired beta opens nothing', () => {
  const problems = problemsOf(
    demoBeta(
      'retired',
      'retired: { evidence: [{ sdk: 1.12.0, symbol: Demo }] }',
      'opens: [{ endpoint: "GET /v1/demo" }]',
    ),
  );
  expect(placesOf(problems)).toEqual(['features/demo.yaml:11:15 unreachable-rule']);
});
