import { expect, it } from 'vitest';
import { TARGETS } from './own-targets.ts';
import { runAgainstOwn } from './serve.ts';

it.each([
  ['messages', 'claude-api'],
  ['invoke', 'bedrock'],
  ['messages', 'bedrock'],
] as const)('our gateway passes the conformance suite: %s to %s', async (form, platform) => {
  const target = TARGETS.find((entry) => entry.form === form && entry.platform === platform);
  if (target === undefined) throw new Error('no such target');
  const report = await runAgainstOwn(target);
  expect(report.results.filter(({ result }) => result === 'fail')).toEqual([]);
  expect(report.passed).toBeGreaterThan(40);
});
