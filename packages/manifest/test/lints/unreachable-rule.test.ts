import { expect, test } from 'vitest';
import {
  beta,
  demo,
  demoBeta,
  EVIDENCE,
  type Files,
  feature,
  findProblems,
  listPlaces,
} from '../fixtures.ts';

const claim = (platform: string, status: string, more = ''): string =>
  `  ${platform}: { status: ${status}, ${more}evidence: ${EVIDENCE} }`;
const byModel = (platform: string, model: string): string =>
  `  ${platform}: [{ models: [${model}], status: accepted, evidence: ${EVIDENCE} }, { status: ` +
  `rejected, evidence: ${EVIDENCE} }]`;

test.each([
  [
    'its platform accepts it',
    [
      'requires: [{ at: a, platform: [vertex] }]',
      'acceptance:',
      claim('vertex', 'accepted'),
      claim('bedrock', 'rejected'),
    ],
  ],
  ['nothing is known about its platform', ['requires: [{ at: a, platform: [vertex] }]']],
  [
    'one of its platforms accepts it',
    [
      'requires: [{ at: a, platform: [vertex, bedrock] }]',
      'acceptance:',
      claim('bedrock', 'rejected'),
    ],
  ],
  [
    'its model is accepted there',
    [
      'requires: [{ at: a, platform: [vertex], model: [claude-one] }]',
      'acceptance:',
      byModel('vertex', 'claude-one'),
    ],
  ],
  ['it names a parameter of a query', ['requires: [{ at: a, endpoint: "GET /v1/demo" }]']],
  ['its exception is narrower', ['requires: [{ at: a, unless: { at: a, is: x } }]']],
])('accepts a rule where %s', (_, lines) => {
  expect(findProblems(demoBeta('beta', ...lines))).toEqual([]);
});

test.each([
  [
    'its only platform rejects the beta',
    ['requires: [{ at: a, platform: [vertex] }]', 'acceptance:', claim('vertex', 'rejected')],
    '12:25',
    'is rejected on vertex, its only platform',
  ],
  [
    'the platform accepts it with another model',
    [
      'requires: [{ at: a, platform: [vertex], model: [claude-one] }]',
      'acceptance:',
      byModel('vertex', 'claude-two'),
    ],
    '12:25',
    'its only platform with claude-one',
  ],
  [
    'a query has nothing nested',
    ['requires: [{ at: a.b, endpoint: [GET /v1/demo, DELETE /v1/demo] }]'],
    '12:18',
    'no nested parameters',
  ],
  [
    'its version is before the first',
    ['requires: [{ at: a, apiVersion: 2022-01-01 }]'],
    '12:25',
    'no anthropic-version as early as 2022-01-01',
  ],
  [
    'its exception covers all of it',
    ['requires: [{ at: a, is: x, unless: { at: a } }]'],
    '12:32',
    'every request that meets it also meets its `unless`',
  ],
])('reports a rule where %s', (_, lines, place, why) => {
  const problems = findProblems(demoBeta('beta', ...lines));
  expect(listPlaces(problems)).toEqual([`features/demo.yaml:${place} unreachable-rule`]);
  expect(problems[0]?.message).toContain(why);
});

test('reports a rule for a model that the feature does not have', () => {
  const text = feature(
    'demo',
    beta('demo-2026-01-02', 'beta', 'requires: [{ at: a, model: [claude-one] }]'),
  );
  const problems = findProblems({
    'features/demo.yaml': `${text}models: { only: [claude-two], evidence: ${EVIDENCE} }\n`,
  });
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:12:25 unreachable-rule']);
  expect(problems[0]?.message).toContain('models.only');
});

test('reports a rule whose only platform does not have the feature', () => {
  const files = (acceptance: string): Files => {
    const text = feature(
      'demo',
      beta('demo-2026-01-02', 'beta', 'requires: [{ at: a, platform: [vertex] }]', acceptance),
    );
    return { 'features/demo.yaml': `${text}availability:\n${claim('vertex', 'unavailable')}\n` };
  };
  const accepted = `acceptance: { vertex: { status: accepted, note: { en: E, id: I }, evidence: ${EVIDENCE} } }`;
  expect(findProblems(files(accepted))).toEqual([]);
  expect(listPlaces(findProblems(files('independent: true')))).toEqual([
    'features/demo.yaml:12:25 unreachable-rule',
  ]);
});

test('reports a choice whose betas are all rejected', () => {
  const second = (status: string): Files =>
    demo(
      beta(
        'demo-2026-01-02',
        'beta',
        'requires: [{ at: a, platform: [vertex], choice: [demo-2026-01-02, demo-2026-02-02] }]',
        'acceptance:',
        claim('vertex', 'rejected'),
      ),
      beta('demo-2026-02-02', 'beta', 'acceptance:', claim('vertex', status)),
    );
  expect(findProblems(second('accepted'))).toEqual([]);
  const problems = findProblems(second('rejected'));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:12:25 unreachable-rule']);
  expect(problems[0]?.message).toContain(
    'every beta of its choice (demo-2026-01-02, demo-2026-02-02) is rejected',
  );
});

test('reports a rule whose replacement is rejected as well', () => {
  const second = (status: string): Files =>
    demo(
      beta(
        'demo-2026-01-02',
        'beta',
        'requires: [{ at: a, platform: [vertex] }]',
        'acceptance:',
        claim('vertex', 'rejected', 'instead: [{ for: demo, send: demo-2026-02-02 }], '),
      ),
      beta('demo-2026-02-02', 'beta', 'acceptance:', claim('vertex', status)),
    );
  expect(findProblems(second('accepted'))).toEqual([]);
  expect(listPlaces(findProblems(second('rejected')))).toEqual([
    'features/demo.yaml:12:25 unreachable-rule',
  ]);
});

test('reports a rule of a retired beta', () => {
  const problems = findProblems(
    demoBeta(
      'retired',
      `retired: { evidence: ${EVIDENCE} }`,
      'requires: [{ endpoint: "GET /v1/demo" }]',
    ),
  );
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:13:18 unreachable-rule']);
});
