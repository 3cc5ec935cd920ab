/** Eight replicas that share a memory, each in its own process, with the real clock. */
import { setTimeout } from 'node:timers/promises';
import { describe, it } from 'vitest';
import { hasRedis } from '../node/support/redis.ts';
import { expectLearnsOnce, expectSearchesOnce, type LearningOptions } from './support/learning.ts';
import { expectPoisonsNobody } from './support/poisoning.ts';

const options: LearningOptions = {
  isForked: true,
  requests: 200,
  passMinutes: (minutes) => setTimeout(minutes * 61_000),
};

describe.skipIf(!hasRedis)('eight processes', () => {
  it('learn a rejected beta once, and recover by one probe', async () => {
    await expectLearnsOnce(options);
  }, 1_200_000);

  it('find two betas that no answer names with as many failures as one', async () => {
    console.log('failures of one and of eight:', await expectSearchesOnce(options));
  });

  it('take no beta from others because of answers that lie', async () => {
    await expectPoisonsNobody({ isForked: true });
  });
});
