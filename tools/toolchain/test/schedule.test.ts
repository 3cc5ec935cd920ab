import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runSuites } from '../lib/schedule.ts';
import type { Suite } from '../lib/suite.ts';

const suite = (name: string, more: Partial<Suite> = {}): Suite => ({
  name,
  about: name,
  run: async () => ({ passed: 1, failed: 0 }),
  ...more,
});
const failing = async (): Promise<{ passed: number; failed: number }> => ({ passed: 0, failed: 1 });

async function run(suites: readonly Suite[], cores = 2): Promise<Record<string, string>> {
  const finished = await runSuites(suites, cores, () => {});
  return Object.fromEntries(
    finished.map(({ suite: { name }, outcome }) => [
      name,
      outcome.remark ?? (outcome.failed > 0 ? 'failed' : 'passed'),
    ]),
  );
}

describe('runSuites', () => {
  it('runs a suite after what it needs, and not when that failed', async () => {
    const suites = [
      suite('c', { needs: ['b'] }),
      suite('b', { needs: ['a'] }),
      suite('a', { run: failing }),
      suite('d', { needs: ['absent'] }),
    ];
    expect(await run(suites)).toEqual({
      a: 'failed',
      b: 'not run: a failed',
      c: 'not run: b failed',
      d: 'passed',
    });
  });

  it('counts a suite that throws as failed', async () => {
    const finished = await runSuites(
      [suite('a', { run: () => Promise.reject(new Error('broken')) })],
      2,
      () => {},
    );
    expect(finished[0]?.outcome).toMatchObject({
      passed: 0,
      failed: 1,
      log: expect.stringContaining('broken'),
    });
  });

  it('never takes more cores than there are, and lets a suite that wants more have them all', async () => {
    let used = 0;
    let most = 0;
    const busy = (cores: number) => async (): Promise<{ passed: number; failed: number }> => {
      used += cores;
      most = Math.max(most, used);
      await wait(5);
      used -= cores;
      return { passed: 1, failed: 0 };
    };
    const suites = [1, 2, 1, 1, 2, 4].map((cores, index) =>
      suite(`s${index}`, { cores, run: busy(Math.min(cores, 2)) }),
    );
    expect(Object.values(await run(suites))).toEqual(Array(6).fill('passed'));
    expect(most).toBe(2);
  });

  it('says so when suites wait for one another', async () => {
    await expect(run([suite('a', { needs: ['b'] }), suite('b', { needs: ['a'] })])).rejects.toThrow(
      'these suites wait for one another: a, b',
    );
  });
});
