import { describe, expect, it } from 'vitest';
import { TARGETS } from './own-targets.ts';
import { runAgainstOwn } from './serve.ts';

describe.concurrent('our gateway and the conformance suite', () => {
  it.each(TARGETS.map((target) => ({ ...target, mode: target.auth.mode })))(
    'passes every check: $form to $platform, $mode',
    async (target) => {
      const report = await runAgainstOwn(target);
      expect(report.results.filter(({ result }) => result === 'fail')).toEqual([]);
      expect(report.reached).toBe(true);
      expect(report.passed).toBeGreaterThan(40);
    },
  );
});
