/** Twenty seconds of the soak. Its ten minutes are in `gateway-soak.full.test.ts`. */
import { expect, it } from 'vitest';
import { hasRedis } from '../node/support/redis.ts';
import { expectSound } from './support/expect.ts';
import { runSoak } from './support/run.ts';

it.skipIf(!hasRedis)('answers every fault, and mixes and leaks nothing', async () => {
  const result = await runSoak({
    seconds: 18,
    perSecond: 16,
    phases: 3,
    seed: 1,
    outages: [[0.3, 0.6]],
  });
  // Caches and code fill up in this time. Only the loss of whole bodies is seen.
  expectSound(result, { megabytes: 20 });
  expect(result.requests).toBeGreaterThan(250);
});
