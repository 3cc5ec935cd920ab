import { expect, test } from 'vitest';
import {
  demoBeta,
  demoFeature,
  EVIDENCE,
  findProblems,
  listPlaces,
  platform,
} from '../fixtures.ts';

const files = (...claims: string[]) =>
  demoFeature('availability:', '  vertex:', ...claims.map((claim) => `    - ${claim}`));
const CONDITIONAL = `{ models: [claude-one], until: 2026-12-31, status: available, evidence: ${EVIDENCE} }`;

test('accepts a list whose last claim always holds, and a single claim', () => {
  expect(findProblems(files(CONDITIONAL, '{ status: unknown, evidence: [] }'))).toEqual([]);
  expect(
    findProblems(demoFeature('availability: { vertex: { status: unknown, evidence: [] } }')),
  ).toEqual([]);
});

test('reports a last claim that holds for some requests only', () => {
  const problems = findProblems(
    files('{ models: [claude-two], status: unknown, evidence: [] }', CONDITIONAL),
  );
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:15:7 claim-list-end']);
  expect(problems[0]?.message).toContain('only under `models`, `until`');
  expect(problems[0]?.fix).toContain('status: unknown');
});

test('reports a single claim with a condition', () => {
  expect(listPlaces(findProblems(demoFeature(`availability: { vertex: ${CONDITIONAL} }`)))).toEqual(
    ['features/demo.yaml:12:17 claim-list-end'],
  );
});

test('accepts a condition at the end if the platform follows another one', () => {
  const more = `, like: { platform: claude-api, evidence: ${EVIDENCE} }, endpoints: [{ endpoint: POST /v1/messages, status: unavailable, evidence: ${EVIDENCE} }]`;
  const files = {
    ...demoBeta('beta'),
    'platforms.yaml': `platforms:\n${platform('claude-api')}${platform('other', more)}`,
  };
  expect(findProblems(files)).toEqual([]);
});

test('checks the endpoints of a platform as well', () => {
  const list = `, endpoints: [{ endpoint: POST /v1/messages, status: available, evidence: ${EVIDENCE} }]`;
  const files = {
    ...demoBeta('beta'),
    'platforms.yaml': `platforms:\n${platform('vertex', list)}`,
  };
  expect(findProblems(files).map((p) => `${p.rule} ${p.message}`)).toEqual([
    'claim-list-end the last claim of the endpoints of vertex holds only under `endpoint`',
  ]);
});
