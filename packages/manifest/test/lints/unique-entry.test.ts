import { expect, test } from 'vitest';
import {
  beta,
  demoBeta,
  demoFeature,
  EVIDENCE,
  feature,
  findProblems,
  listPlaces,
  makeFolder,
  platform,
  sources,
} from '../fixtures.ts';

const error = (text: string) =>
  `  - { id: one, kind: missing, pattern: ${text}, example: ${text}, evidence: ${EVIDENCE} }\n`;
const model = `  - { id: claude-one, title: One, evidence: ${EVIDENCE} }\n`;

test.each([
  ['a platform', 'platforms.yaml', `platforms:\n${platform('vertex')}${platform('vertex')}`],
  ['a model', 'models.yaml', `models:\n${model}${model}`],
  ['a row of errors', 'errors.yaml', `errors:\n${error('x')}${error('y')}`],
])('reports %s that is listed twice', (_, name, text) => {
  const problems = findProblems({ ...demoBeta('beta'), [name]: text });
  expect(listPlaces(problems)).toEqual([`${name}:3:7 unique-entry`]);
  expect(problems[0]?.fix).toContain(`the other is in ${name}`);
});

test('reports sources and fixes that an overlay redefines', () => {
  const fixes = 'fixes: [{ code: wait, text: { en: Wait., id: Tunggu. } }]';
  const using = `constraints: [{ all: [{ at: a }], outcome: 400, fix: wait, evidence: ${EVIDENCE} }]`;
  const overlay = makeFolder({
    'ours.yaml': feature('ours', beta('ours-2026-01-02', 'beta')),
    'fixes.yaml': fixes,
    'sources.yaml': sources()['sources.yaml'] as string,
  });
  const problems = findProblems({ ...demoFeature(using), 'fixes.yaml': fixes }, { overlay });
  expect(problems.map((p) => `${p.file.split('/').at(-1)} ${p.message}`).sort()).toEqual([
    'fixes.yaml `wait` is defined twice',
    'sources.yaml `sdk-1.12.0` is defined twice',
  ]);
});
