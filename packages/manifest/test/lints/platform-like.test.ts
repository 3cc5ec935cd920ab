import { expect, test } from 'vitest';
import { demoBeta, EVIDENCE, findProblems, listPlaces, platform } from '../fixtures.ts';

const files = (...platforms: readonly (readonly [id: string, like?: string])[]) => ({
  ...demoBeta('beta'),
  'platforms.yaml': `platforms:\n${platforms
    .map(([id, like]) =>
      platform(id, like ? `, like: { platform: ${like}, evidence: ${EVIDENCE} }` : ''),
    )
    .join('')}`,
});

test('accepts a platform that follows another, and one that follows that', () => {
  expect(findProblems(files(['a-one'], ['b-two', 'a-one'], ['c-three', 'b-two']))).toEqual([]);
});

test('reports a cycle at each of its members, with the whole chain', () => {
  const problems = findProblems(
    files(['a-one', 'b-two'], ['b-two', 'a-one'], ['c-three', 'a-one']),
  );
  expect(listPlaces(problems)).toEqual([
    expect.stringMatching(/^platforms\.yaml:2:\d+ platform-like$/),
    expect.stringMatching(/^platforms\.yaml:3:\d+ platform-like$/),
  ]);
  expect(problems[0]?.message).toContain('a-one → b-two → a-one');
});

test('reports a platform that follows itself', () => {
  expect(findProblems(files(['a-one', 'a-one'])).map((p) => p.rule)).toEqual(['platform-like']);
});

test('reports a platform that follows an unknown one', () => {
  const problems = findProblems(files(['claude-api'], ['b-two', 'claude-appi']));
  expect(problems.map((p) => p.message)).toEqual(['platforms.yaml has no platform `claude-appi`']);
  expect(problems[0]?.fix).toContain('write `claude-api`');
});
