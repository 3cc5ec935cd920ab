/** Memories: the one in this process, and those that are slow, wrong or down. */
import { describe, expect, it } from 'vitest';
import {
  type BetaMemory,
  betaRecovery,
  inProcessMemory,
  limitEntries,
  MAX_ENTRIES,
  MEMORY_TTL_MS,
  type MemoryEntry,
  type RecoveryEvent,
  readEntry,
} from '../../src/recovery/index.ts';
import { createClient, createRejector, type Server } from './support/client.ts';
import { runWithClock } from './support/clock.ts';

const A = 'a-2027-01-01';
const KNOWN = 'task-budgets-2026-03-13';
const hang = <T>(): Promise<T> => new Promise(() => {});
const fail = (): Promise<never> => Promise.reject(new Error('no'));
const createEntry = (beta: string, change: Partial<MemoryEntry> = {}): MemoryEntry => {
  const now = Date.now();
  const until = now + 1000;
  return { beta, state: 'rejected', until, probeAt: now + 60_000, probeEveryMs: 60_000, ...change };
};
const listNames = (entries: unknown): string[] =>
  (entries as readonly MemoryEntry[]).map(({ beta }) => beta);

describe('the memory in this process', () => {
  it('forgets what is old, and the key that was not used for longest', () =>
    runWithClock(async (clock) => {
      const memory = inProcessMemory({ max: 2, ttlMs: 60 });
      memory.add('a', [createEntry(A)]);
      memory.add('b', [createEntry(A)]);
      memory.get('a');
      memory.add('c', [createEntry(A), createEntry(KNOWN)]);
      expect(['a', 'b', 'c'].map((key) => listNames(memory.get(key)))).toEqual([
        [A],
        [],
        [A, KNOWN],
      ]);
      clock.advance(61);
      expect(['a', 'c'].map((key) => listNames(memory.get(key)))).toEqual([[], []]);
    }));

  it('has one entry for a beta, and removes it', () => {
    const memory = inProcessMemory();
    memory.add('k', [createEntry(A)]);
    memory.add('k', [createEntry(A, { state: 'needed' })]);
    expect(memory.get('k')).toMatchObject([{ beta: A, state: 'needed' }]);
    memory.remove('k', [A, 'other']);
    memory.remove('unknown', [A]);
    expect(memory.get('k')).toEqual([]);
  });

  it('keeps at most 32 entries for a key, and those of known betas first', () => {
    const memory = inProcessMemory();
    memory.add('k', [createEntry(KNOWN)]);
    for (let i = 0; i < 100; i++)
      memory.add('k', [createEntry(`junk-${i}`, { until: Date.now() + 9e5 })]);
    const names = listNames(memory.get('k'));
    expect([names.length, names.includes(KNOWN)]).toEqual([MAX_ENTRIES, true]);
  });

  it.each([{ max: 0 }, { ttlMs: 0 }, { ttlMs: Number.NaN }])('%j is an error', (options) => {
    expect(() => inProcessMemory(options)).toThrow(RangeError);
  });
});

describe('an entry of a shared memory', () => {
  it('lives no longer than the time to live', () =>
    runWithClock(async () => {
      const far = createEntry(A, { until: Date.now() + 1e15, probeAt: 1e15, probeEveryMs: 1e15 });
      expect(readEntry(A, far)).toMatchObject({
        until: Date.now() + MEMORY_TTL_MS,
        probeEveryMs: 3_600_000,
      });
    }));

  it('is probed at once if its time of the probe is impossible', () =>
    runWithClock(async (clock) => {
      const far = createEntry(A, { until: Date.now() + 1e15, probeAt: Date.now() + 1e15 });
      clock.advance(1000);
      expect(readEntry(A, far)?.probeAt).toBe(Date.now());
      const hour = createEntry(A, { probeAt: Date.now() + 3_600_000 });
      expect(readEntry(A, hour)?.probeAt).toBe(Date.now() + 3_600_000);
    }));

  it('is read from JSON as well', () => {
    const entry = createEntry(A, { state: 'suspect', group: 'g', shape: 's' });
    expect(readEntry(A, JSON.stringify(entry))).toEqual(entry);
  });

  it.each([
    ['a text', 'text'],
    ['a number', 42],
    ['nothing', null],
    ['a list', [1]],
    ['a time only', { until: 1e15 }],
    ['a past time', createEntry(A, { until: 1 })],
    ['an unknown state', createEntry(A, { state: 'banned' as never })],
    ['times as text', { ...createEntry(A), until: '9e15' }],
    ['times that are no numbers', { ...createEntry(A), until: Number.NaN }],
    ['half a JSON', '{"state":"rej'],
  ])('is ignored if it is %s', (_, value) => {
    expect(readEntry(A, value)).toBeUndefined();
  });

  it.each(['', 'a b', 'a,b', 'ä', 'x'.repeat(201), 42, null])(
    'is ignored if its beta is %j',
    (beta) => {
      expect(readEntry(beta, createEntry(A))).toBeUndefined();
    },
  );

  it('is one of the latest if there are too many', () => {
    const many = Array.from({ length: 50 }, (_, i) => createEntry(`x-${i}`, { until: 1000 + i }));
    expect(listNames(limitEntries(many))).toEqual(listNames(many.slice(18).reverse()));
  });
});

describe('a memory', () => {
  const memories: Record<string, BetaMemory> = {
    throws: {
      get: () => {
        throw new Error('no');
      },
      add: () => {
        throw new Error('no');
      },
      remove: () => {
        throw new Error('no');
      },
    },
    rejects: { get: fail, add: fail, remove: fail },
    hangs: { get: hang, add: hang, remove: hang },
    'answers nonsense': { get: () => 42 as never, add: () => undefined, remove: () => undefined },
    'answers odd entries': {
      get: () => [null, 42, 'x', {}, { beta: A }] as never,
      add: () => undefined,
      remove: () => undefined,
    },
  };

  it.each(Object.entries(memories))('that %s fails no request', async (_, memory) => {
    const client = createClient(createRejector([A]), { recovery: { memory, memoryTimeoutMs: 20 } });
    expect((await client.send({ betas: [A] })).status).toBe(200);
    expect(client.sent).toEqual([[A], []]);
  });

  it('is waited for as long as the option allows', async () => {
    const memory: BetaMemory = {
      get: () => new Promise((resolve) => setTimeout(() => resolve([createEntry(A)]), 30)),
      add: () => undefined,
      remove: () => undefined,
    };
    const client = createClient(createRejector([A]), {
      recovery: { memory, memoryTimeoutMs: 60_000 },
    });
    await client.send({ betas: [A] });
    expect(client.sent).toEqual([[]]);
  });

  it.each([0, -1, Number.NaN])('memoryTimeoutMs: %s is an error', (memoryTimeoutMs) => {
    expect(() => betaRecovery({ memoryTimeoutMs })).toThrow(/memoryTimeoutMs/);
  });

  it('is an error if it has no `remove`', () => {
    const memory = { get: () => [], add: () => undefined } as never;
    expect(() => betaRecovery({ memory })).toThrow(/`get`, `add` and `remove`/);
  });
});

describe('a memory that is down', () => {
  const createDown = () => {
    let calls = 0;
    let isDown = true;
    const inside = inProcessMemory();
    const run = <T>(work: () => T): T | Promise<never> => {
      calls++;
      return isDown ? fail() : work();
    };
    const memory = {
      get: (key: string) => run(() => inside.get(key)),
      add: (key: string, entries: readonly MemoryEntry[]) => run(() => inside.add(key, entries)),
      remove: (key: string, betas: readonly string[]) => run(() => inside.remove(key, betas)),
    } as BetaMemory;
    return { memory, calls: () => calls, repair: () => void (isDown = false) };
  };

  it('is left out for 30 seconds, then longer, and used again when it works', () =>
    runWithClock(async (clock) => {
      const { memory, calls, repair } = createDown();
      const events: RecoveryEvent[] = [];
      const onEvent = (event: RecoveryEvent): void => void events.push(event);
      const client = createClient(createRejector([A]), { recovery: { memory, onEvent } });
      for (let i = 0; i < 10; i++) await client.send({ betas: [A] });
      expect(calls()).toBe(1);
      // Meanwhile the rejection is remembered in this process.
      expect(client.sent).toHaveLength(11);
      clock.advance(30_000);
      await client.send({ betas: [A] });
      await client.send({ betas: [A] });
      expect(calls()).toBe(2);
      repair();
      clock.advance(30_000);
      await client.send({ betas: [A] });
      expect(calls()).toBe(2);
      clock.advance(30_000);
      await client.send({ betas: [A] });
      expect(calls()).toBeGreaterThan(2);
      expect(events.filter(({ type }) => type.startsWith('memory'))).toEqual([
        { type: 'memory-down', forMs: 30_000 },
        { type: 'memory-down', forMs: 60_000 },
        { type: 'memory-up' },
      ]);
    }));

  it('costs one time-out, not one for each call', async () => {
    let calls = 0;
    const count = <T>(): Promise<T> => {
      calls++;
      return hang();
    };
    const memory: BetaMemory = { get: count, add: count, remove: count };
    const client = createClient(createRejector([A]), { recovery: { memory, memoryTimeoutMs: 50 } });
    for (let i = 0; i < 20; i++) expect((await client.send({ betas: [A] })).status).toBe(200);
    expect(calls).toBe(1);
  });

  it('is tried by one call of many at the same time', () =>
    runWithClock(async (clock) => {
      const { memory, calls } = createDown();
      const client = createClient(createRejector([]), { recovery: { memory } });
      await client.send();
      clock.advance(30_000);
      await Promise.all(Array.from({ length: 10 }, () => client.send()));
      expect(calls()).toBe(2);
    }));

  it('costs one wait, and half of the deadline, if the deadline is shorter than the timeout', async () => {
    const events: RecoveryEvent[] = [];
    let reads = 0;
    const get = () => {
      reads++;
      return hang();
    };
    const memory: BetaMemory = { get: get as BetaMemory['get'], add: hang, remove: hang };
    const onEvent = (event: RecoveryEvent): void => void events.push(event);
    const recovery = { memory, memoryTimeoutMs: 60_000, deadlineMs: 400, onEvent };
    const client = createClient(createRejector(['a-2027-01-01']), { recovery });
    for (let i = 0; i < 3; i++)
      expect((await client.send({ betas: ['a-2027-01-01'] })).status).toBe(200);
    expect(reads).toBe(1);
    expect(events[0]).toEqual({ type: 'memory-down', forMs: 30_000 });
  });

  it('keeps what was learned in a call that took longer than the deadline', async () => {
    const inside = inProcessMemory();
    const memory: BetaMemory = {
      get: async (key) => inside.get(key),
      add: async (key, entries) => inside.add(key, entries),
      remove: async (key, betas) => inside.remove(key, betas),
    };
    let requests = 0;
    const slow: Server = async (request) => {
      if (++requests === 2) await new Promise((resolve) => setTimeout(resolve, 400));
      return createRejector([A])(request);
    };
    const client = createClient(slow, { recovery: { memory, deadlineMs: 300 } });
    for (let i = 0; i < 2; i++) expect((await client.send({ betas: [A] })).status).toBe(200);
    expect(client.sent).toEqual([[A], [], []]);
  });

  it('counts once for many calls at the same time', () =>
    runWithClock(async () => {
      const failLate = (): Promise<never> =>
        new Promise((_, reject) => setTimeout(reject, 20, new Error('no')));
      const memory: BetaMemory = { get: failLate, add: failLate, remove: failLate };
      const events: RecoveryEvent[] = [];
      const onEvent = (event: RecoveryEvent): void => void events.push(event);
      const client = createClient(createRejector([]), { recovery: { memory, onEvent } });
      await Promise.all(Array.from({ length: 20 }, () => client.send()));
      expect(events).toEqual([{ type: 'memory-down', forMs: 30_000 }]);
    }));
});
