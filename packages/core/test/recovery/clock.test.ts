/** A clock that is set back, as by a time server, blocks nothing for long. */
import { expect, it } from 'vitest';
import { RetryBudget } from '../../src/recovery/budget.ts';
import type { BetaMemory } from '../../src/recovery/index.ts';
import { TrialLock } from '../../src/recovery/trial-lock.ts';
import { createClient, createRejector } from './support/client.ts';
import { runWithClock } from './support/clock.ts';

const DAY = 86_400_000;

it('restores the budget for retries', () =>
  runWithClock(async (clock) => {
    const budget = new RetryBudget();
    for (let i = 0; i < 20; i++) budget.charge(() => 'key', 1, false);
    expect(budget.hasToken(() => 'key')).toBe(false);
    clock.advance(-DAY);
    expect(budget.hasToken(() => 'key')).toBe(false);
    clock.advance(15_000);
    expect(budget.hasToken(() => 'key')).toBe(true);
  }));

it('uses a memory again that was down', () =>
  runWithClock(async (clock) => {
    let reads = 0;
    const fail = async () => {
      reads++;
      throw new Error('down');
    };
    const memory: BetaMemory = { get: fail, add: fail, remove: fail };
    const client = createClient(createRejector([]), { recovery: { memory } });
    for (let i = 0; i < 2; i++) await client.send();
    expect(reads).toBe(1);
    clock.advance(-DAY);
    await client.send();
    expect(reads).toBe(2);
  }));

it('allows the next trial', () => {
  const lock = new TrialLock();
  lock.hold('key', DAY);
  expect(lock.isHeld('key', DAY + 1)).toBe(true);
  expect(lock.isHeld('key', 1)).toBe(false);
});
