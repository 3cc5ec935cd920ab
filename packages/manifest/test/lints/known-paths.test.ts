import { expect, test } from 'vitest';
import {
  demoBeta,
  demoFeature,
  EVIDENCE,
  type Files,
  findProblems,
  listPlaces,
} from '../fixtures.ts';

const SURFACE: Files = {
  'surface.json': JSON.stringify({
    surface: [
      { at: ['tools[].max_uses', 'tools[].deep.value'] },
      { at: ['messages[].content[].type'] },
    ],
  }),
};
const rule = (text: string): Files => ({ ...demoBeta('beta', `requires: [${text}]`), ...SURFACE });

test.each([
  ['a declaration has it', '{ at: a, unless: { at: "tools[].max_uses" } }'],
  ['it leads to one', '{ at: a, unless: { at: "tools[].deep" } }'],
  ['a rule has it', '{ at: a, unless: { at: b } }, { at: b, is: x }'],
  ['`**` reaches one', '{ at: a, unless: { at: "messages[].**.type", is: x } }'],
  ['it is about an endpoint', '{ at: a, unless: { endpoint: POST /v1/messages } }'],
  ['it is a parameter of a query', '{ at: a, unless: { at: no_such, endpoint: GET /v1/a } }'],
  ['it is a sibling that a declaration has', '{ at: "tools[].type", where: { max_uses: 1 } }'],
])('accepts an exception where %s', (_, text) => {
  expect(findProblems(rule(text))).toEqual([]);
});

test.each([
  ['an exception', '{ at: a, unless: { at: "tools[].max_use" } }', '12:35', 'tools[].max_use'],
  ['a sibling', '{ at: "tools[].type", where: { max_use: 1 } }', '12:47', 'tools[].max_use'],
  [
    'an exception of an endpoint without a body',
    '{ at: a, unless: { at: a.b, endpoint: GET /v1/a } }',
    '12:35',
    'a.b',
  ],
])('reports %s that no request can have', (_, text, place, path) => {
  const problems = findProblems(rule(text));
  expect(listPlaces(problems)).toEqual([`features/demo.yaml:${place} known-paths`]);
  expect(problems[0]?.message).toContain(path);
});

test.each([
  [
    'what a constraint excludes',
    'constraints: [{ all: [{ at: a }, { absent: { at: no_such } }], outcome: 400, evidence: ' +
      `${EVIDENCE} }]`,
  ],
  [
    'the exception of a substitute',
    'substitutes: [{ on: [vertex], when: { at: a }, unless: { at: no_such }, remove: a, send: ' +
      `demo-2026-01-02, evidence: ${EVIDENCE} }]`,
  ],
])('checks %s as well', (_, line) => {
  expect(findProblems({ ...demoFeature(line), ...SURFACE }).map((p) => p.rule)).toEqual([
    'known-paths',
  ]);
});

test('reports nothing if no SDK release was read', () => {
  expect(findProblems(demoBeta('beta', 'requires: [{ at: a, unless: { at: no_such } }]'))).toEqual(
    [],
  );
});
