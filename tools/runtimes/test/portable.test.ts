import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../toolchain/lib/root.ts';
import { type Bundle, bundle } from '../src/portable/bundle.ts';
import { compareRuns } from '../src/portable/compare.ts';
import type { TestResult } from '../src/portable/run.ts';
import { listExpected, listRuns } from '../src/portable/runs.ts';

/** Core, and the grammar that it reads rules and paths with, as they run wherever they are installed. */
describe('the tests of core and grammar', () => {
  let built: Bundle;
  let expected: readonly string[];
  beforeAll(async () => {
    const folder = join(root, '.cache', 'portable');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    [built, expected] = await Promise.all([bundle(folder), listExpected()]);
  });

  for (const [name, run] of listRuns()) {
    it.skipIf(!run)(`are the same on ${name} as under vitest, and pass`, async () => {
      const answer = await run?.(built);
      expect(answer?.ok, answer?.text).toBe(true);
      const results = JSON.parse(answer?.text ?? '') as TestResult[];
      const names = results.map((result) => result.name);
      expect(compareRuns(expected, names)).toBeUndefined();
      expect(results.filter(({ state }) => state === 'fail')).toEqual([]);
    });
  }
});
