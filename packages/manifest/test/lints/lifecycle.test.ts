import { expect, test } from 'vitest';
import type { Stage } from '../../src/index.ts';
import { beta, demo, demoBeta, findProblems, listPlaces } from '../fixtures.ts';

const released = (stage: Stage, id = 'demo-2026-01-02', feature = 'demo') => ({
  released: { betas: [{ id, feature, stage }] },
});
const EVENT = '{ date: 2026-03-03, evidence: [{ source: sdk-1.12.0, at: Demo }] }';

test.each<[Stage, Stage, string[]]>([
  ['preview', 'beta', []],
  ['beta', 'beta', []],
  ['beta', 'graduated', [`graduated: ${EVENT}`]],
  ['graduated', 'legacy-shape', ['selects: { en: Old, id: Lama }']],
  ['legacy-shape', 'retired', [`retired: ${EVENT}`]],
  ['internal', 'beta', []],
])('accepts a change from %s to %s', (was, is, lines) => {
  expect(findProblems(demoBeta(is, ...lines), released(was))).toEqual([]);
});

test.each<[Stage, Stage, string]>([
  ['retired', 'beta', 'retired is final'],
  ['graduated', 'beta', 'from graduated a beta may become: legacy-shape, retired'],
  ['beta', 'internal', 'from beta a beta may become:'],
])('reports a change from %s to %s', (was, is, fix) => {
  const problems = findProblems(demoBeta(is), released(was));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:10:5 lifecycle']);
  expect(problems[0]?.fix).toContain(fix);
});

test('reports a released id that is missing', () => {
  const problems = findProblems(demoBeta('beta'), released('beta', 'demo-2025-05-05'));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:8:1 lifecycle']);
  expect(problems[0]?.message).toBe('the released beta `demo-2025-05-05` is missing');
  expect(
    listPlaces(findProblems(demoBeta('beta'), released('beta', 'gone-2025-05-05', 'gone'))),
  ).toEqual(['features/gone.yaml:1:1 lifecycle']);
});

test('reads the last release from released.json', () => {
  const files = {
    ...demo(beta('demo-2026-01-02', 'beta')),
    'released.json': JSON.stringify({
      betas: [{ id: 'demo-2026-01-02', feature: 'demo', stage: 'retired' }],
    }),
  };
  expect(listPlaces(findProblems(files))).toEqual(['features/demo.yaml:10:5 lifecycle']);
});
