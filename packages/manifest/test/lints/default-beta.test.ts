import { expect, test } from 'vitest';
import { beta, type Files, feature, findProblems, listPlaces } from '../fixtures.ts';

const files = (id: string, stage = 'beta'): Files => ({
  'features/demo.yaml': feature('demo', beta('demo-2026-01-02', stage)).replace(
    'default: demo-2026-01-02',
    `default: ${id}`,
  ),
  'features/more.yaml': feature('more', beta('more-2026-01-02', 'beta')),
});

test('accepts a beta of the feature', () => {
  expect(findProblems(files('demo-2026-01-02'))).toEqual([]);
});

test.each(['demo-2026-01-20', 'more-2026-01-02'])(
  'reports %s, which is not a beta of the feature',
  (id) => {
    const problems = findProblems(files(id));
    expect(listPlaces(problems)).toEqual(['features/demo.yaml:7:1 default-beta']);
    expect(problems[0]?.message).toBe(`\`${id}\` is not a beta of \`demo\``);
  },
);

test('suggests the nearest beta', () => {
  expect(findProblems(files('demo-2026-01-20'))[0]?.fix).toContain('write `demo-2026-01-02`');
});

test('accepts a beta whose entry is broken', () => {
  expect(findProblems(files('demo-2026-01-02', 'bata')).map((p) => p.rule)).toEqual(['schema']);
});

test('accepts a broken beta beside a sound one', () => {
  const betas = [beta('demo-2026-01-02', 'bata'), beta('demo-2026-02-02', 'beta')].join('');
  const text = feature('demo', betas).replace(/^default: .*$/m, 'default: demo-2026-01-02');
  const problems = findProblems({ 'features/demo.yaml': text });
  expect(problems.map(({ rule }) => rule)).toEqual(['schema']);
});
