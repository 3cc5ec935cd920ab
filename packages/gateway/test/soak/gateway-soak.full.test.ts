/**
 * Minutes of mixed traffic with faults through a gateway in its own process. `SOAK_MINUTES` sets
 * how many; 10 by default.
 */
import { expect, it } from 'vitest';
import { hasRedis } from '../node/support/redis.ts';
import { expectSound } from './support/expect.ts';
import { runSoak } from './support/run.ts';
import { SCENARIOS } from './support/scenarios.ts';

const MINUTES = Number(process.env['SOAK_MINUTES']) || 10;
/** Shorter runs measure what fills caches. */
const isLong = MINUTES >= 5;

it.skipIf(!hasRedis)(
  `answers every fault, and mixes and leaks nothing in ${MINUTES} minutes`,
  async () => {
    const result = await runSoak({
      seconds: MINUTES * 60,
      perSecond: 60,
      phases: Math.max(4, Math.round(MINUTES * 2)),
      seed: 2,
      outages: [
        [0.2, 0.27],
        [0.5, 0.55],
      ],
    });
    // The second half of ten minutes has 15,000 requests, so this is 200 bytes for each.
    expectSound(result, { megabytes: isLong ? 3 : 20 });
    if (isLong) {
      expect([...result.counts.keys()].sort()).toEqual(SCENARIOS.map(({ name }) => name).sort());
      expect(result.events).toMatchObject({ 'memory-down': expect.any(Number) });
      expect(result.metrics).toMatch(/^beta_headers_memory_up 1$/m);
    }
  },
  (MINUTES * 60 + 900) * 1000,
);
