/** Eight replicas that share a memory, all in this process. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasRedis } from '../node/support/redis.ts';
import { expectLearnsOnce, expectSearchesOnce, type LearningOptions } from './support/learning.ts';
import { expectPoisonsNobody } from './support/poisoning.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Moves the clock of the recovery. */
function createOptions(): LearningOptions {
  const now = Date.now.bind(Date);
  let passed = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => now() + passed);
  return {
    isForked: false,
    requests: 24,
    passMinutes: (minutes) => {
      passed += minutes * 61_000;
    },
  };
}

describe.skipIf(!hasRedis)('eight replicas', () => {
  it('learn a rejected beta once, and recover by one probe', async () => {
    await expectLearnsOnce(createOptions());
  });

  it('find two betas that no answer names with as many failures as one', async () => {
    const [alone = 0] = await expectSearchesOnce(createOptions());
    expect(alone).toBeGreaterThan(1);
  });

  it('take no beta from others because of answers that lie', async () => {
    await expectPoisonsNobody({ isForked: false });
  });
});
