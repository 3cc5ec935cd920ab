import { expect, test } from 'vitest';
import { demoBeta, demoFeature, EVIDENCE, findProblems, listPlaces } from '../fixtures.ts';

test.each([
  [
    'a rule',
    demoBeta('beta', 'requires: [{ at: a, platform: [vertx] }]'),
    'features/demo.yaml:12:36',
  ],
  [
    'the acceptance of a value',
    demoBeta('beta', 'acceptance: { vertx: { status: unknown, evidence: [] } }'),
    'features/demo.yaml:12:19',
  ],
  [
    'the availability of a feature',
    demoFeature('availability: { vertx: { status: unknown, evidence: [] } }'),
    'features/demo.yaml:12:17',
  ],
  [
    'a constraint',
    demoFeature(
      `constraints: [{ all: [{ at: a, platform: [vertx] }], outcome: 400, evidence: ${EVIDENCE} }]`,
    ),
    'features/demo.yaml:12:43',
  ],
  [
    'a substitute',
    demoFeature(
      'substitutes: [{ on: [vertx], when: { at: a }, remove: a, send: demo-2026-01-02, ' +
        `evidence: ${EVIDENCE} }]`,
    ),
    'features/demo.yaml:12:22',
  ],
  [
    'the names of a model',
    {
      ...demoBeta('beta'),
      'models.yaml': `models:\n  - { id: demo-model, title: Demo, ids: { vertx: demo }, evidence: ${EVIDENCE} }\n`,
    },
    'models.yaml:2:43',
  ],
  [
    'an error',
    {
      ...demoBeta('beta'),
      'errors.yaml': `errors:\n  - { id: e, kind: missing, pattern: x, platforms: [vertx], example: x, evidence: ${EVIDENCE} }\n`,
    },
    'errors.yaml:2:53',
  ],
])('reports an unknown platform of %s', (_, files, place) => {
  const problems = findProblems(files);
  expect(listPlaces(problems)).toEqual([`${place} known-platforms`]);
  expect(problems[0]?.message).toBe('platforms.yaml has no platform `vertx`');
  expect(problems[0]?.fix).toContain('write `vertex`');
});

test('accepts the platforms that are listed', () => {
  expect(findProblems(demoBeta('beta', 'requires: [{ at: a, platform: [vertex] }]'))).toEqual([]);
});

test('lists the platforms if none is near, and mentions platforms.yaml', () => {
  const files = demoBeta('beta', 'requires: [{ at: a, platform: [google] }]');
  expect(findProblems(files)[0]?.fix).toBe(
    'write one of claude-api, claude-on-aws, bedrock, vertex, foundry, or add an entry for ' +
      '`google` to platforms.yaml',
  );
});
