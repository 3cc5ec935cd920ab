import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../toolchain/lib/root.ts';
import { type Bundle, bundleTests } from '../src/portable/bundle.ts';
import { compareRuns } from '../src/portable/compare.ts';
import type { TestResult } from '../src/portable/run.ts';
import { listExpected, listRuns } from '../src/portable/runs.ts';

describe('the tests of core and grammar', () => {
  let built: Bundle;
  let expected: readonly string[];
  beforeAll(async () => {
    const folder = join(root, '.cache', 'portable');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    [built, expected] = await Promise.all([bundleTests(folder), listExpected()]);
  });

  for (const [name, run] of listRuns()) {
    it.skipIf(!run)(`pass on ${name}, and are the same as under vitest`, async () => {
      const output = await run?.(built);
      expect(output?.ok, output?.text).toBe(true);
      const results = JSON.parse(output?.text ?? '') as TestResult[];
      const names = results.map((result) => result.name);
      expect(compareRuns(expected, names)).toBeUndefined();
      expect(results.filter(({ state }) => state === 'fail')).toEqual([]);
    });
  }
});
