/** The shared memory, with a real Redis and with several processes. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Anthropic from '@anthropic-ai/sdk';
import { createFakeApi } from '@beta-headers/fake-api';
import { Redis as IoRedis } from 'ioredis';
import { createStorage, type Storage } from 'unstorage';
import fs from 'unstorage/drivers/fs';
import redis from 'unstorage/drivers/redis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type BetaMemory,
  betaMiddleware,
  betaRecovery,
  MAX_ENTRIES,
  MEMORY_TTL_MS,
  type MemoryEntry,
  type RecoveryEvent,
  type SharedStorage,
  type StorageMemoryOptions,
  storageMemory,
} from '../src/index.ts';
import { listen } from './support/listen.ts';
import { type Redis, startRedis } from './support/redis.ts';

const run = promisify(execFile);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** Entries must not expire before a slow machine has read them. */
const slow = Math.max(1, Number(process.env['TEST_TIME_SCALE']) || 1);
/** An empty variable means that this machine has none, which `npm test` reports. */
const hasRedis = process.env['REDIS_SERVER'] !== '';
const fleetMember = fileURLToPath(new URL('./support/fleet-member.ts', import.meta.url));
const memoryWriter = fileURLToPath(new URL('./support/memory-writer.ts', import.meta.url));

let server: Redis | undefined;
let folder: string;
const open: (() => unknown)[] = [];

beforeAll(async () => {
  if (hasRedis) server = await startRedis();
  folder = await mkdtemp(join(tmpdir(), 'beta-headers-memory-'));
});
afterAll(async () => {
  await Promise.all(open.map((close) => close()));
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

function openStorage(storage: Storage): Storage {
  open.push(() => storage.dispose());
  return storage;
}

function openRedis(): IoRedis {
  const client = new IoRedis(server?.url ?? '');
  open.push(() => client.quit());
  return client;
}

/** The methods of node-redis, which has other names for them. */
function toNodeRedis(client: IoRedis) {
  return {
    hGetAll: (key: string) => client.hgetall(key),
    hSet: (key: string, fields: Record<string, string>) => client.hset(key, fields),
    hDel: (key: string, fields: string[]) => client.hdel(key, ...fields),
    pExpire: (key: string, ms: number) => client.pexpire(key, ms),
  };
}

const openRedisDriver = (): Storage =>
  openStorage(createStorage({ driver: redis({ url: server?.url ?? '', base: 'app' }) }));

function createRecords(): SharedStorage {
  const items = new Map<string, unknown>();
  return {
    getItem: async (key) => items.get(key) ?? null,
    setItem: async (key, value) => items.set(key, structuredClone(value)),
  };
}

const local: Record<string, () => Parameters<typeof storageMemory>[0]> = {
  'unstorage, in this process': () => openStorage(createStorage()),
  'unstorage, in a folder': () => openStorage(createStorage({ driver: fs({ base: folder }) })),
  'a storage that cannot list': createRecords,
};
const remote: Record<string, () => Parameters<typeof storageMemory>[0]> = {
  'unstorage, in Redis': openRedisDriver,
  ioredis: openRedis,
  'node-redis': () => toNodeRedis(openRedis()),
};

const key = '0123456789abcdef api.test bedrock /v1/messages us.anthropic.claude-opus-4-8:0/x..?y';
const createEntry = (beta: string, change: Partial<MemoryEntry> = {}): MemoryEntry => {
  const now = Date.now();
  return {
    beta,
    state: 'rejected',
    until: now + 3_600_000,
    probeAt: now + 60_000,
    probeEveryMs: 60_000,
    ...change,
  };
};
const listNames = async (memory: BetaMemory, name: string): Promise<string[]> =>
  (await memory.get(name)).map(({ beta }) => beta).sort();

describe.each(Object.entries(local))('%s', describeMemory);
describe.skipIf(!hasRedis).each(Object.entries(remote))('%s', describeMemory);

function describeMemory(name: string, create: () => Parameters<typeof storageMemory>[0]): void {
  const make = (options: StorageMemoryOptions): BetaMemory =>
    storageMemory(create(), { ...options, base: `${options.base}-${name.replace(/\W/g, '')}` });

  it('keeps what was added, each key for itself, and removes it', async () => {
    const memory = make({ base: 'keeps' });
    expect(await memory.get(key)).toEqual([]);
    const first = createEntry('a-2027-01-01', { state: 'suspect', group: '2:x', shape: '3:y' });
    await memory.add(key, [first]);
    await memory.add(key, [createEntry('b-2027-01-01'), createEntry('c-2027-01-01')]);
    expect(await listNames(memory, key)).toEqual(['a-2027-01-01', 'b-2027-01-01', 'c-2027-01-01']);
    expect((await memory.get(key)).find(({ beta }) => beta === first.beta)).toEqual(first);
    await memory.remove(key, ['b-2027-01-01', 'unknown']);
    expect(await listNames(memory, key)).toEqual(['a-2027-01-01', 'c-2027-01-01']);
    expect(await memory.get(`${key}z`)).toEqual([]);
  });

  it('forgets what is old', async () => {
    const memory = make({ base: 'old', ttlMs: 300 * slow });
    await memory.add(key, [createEntry('a-2027-01-01')]);
    expect(await listNames(memory, key)).toEqual(['a-2027-01-01']);
    await wait(350 * slow);
    expect(await memory.get(key)).toEqual([]);
  });

  it('keeps at most 32 entries for a key', async () => {
    const memory = make({ base: 'many' });
    for (let i = 0; i < 4; i++)
      await memory.add(
        key,
        Array.from({ length: 20 }, (_, j) => createEntry(`junk-${i}-${j}`)),
      );
    expect(await memory.get(key)).toHaveLength(MAX_ENTRIES);
  });
}

describe('a value of another program', () => {
  const odd = ['text', 42, ['a'], { a: 'text' }, null, { until: 1e15 }];

  it('is ignored in a storage', async () => {
    const storage = openStorage(createStorage());
    const memory = storageMemory(storage, { base: 'odd' });
    for (const value of odd) {
      await storage.setItem('odd:k:a-2027-01-01', value);
      expect(await memory.get('k')).toEqual([]);
    }
  });

  it.skipIf(!hasRedis)(
    'is ignored in Redis, and lives no longer than the time to live',
    async () => {
      const client = openRedis();
      const memory = storageMemory(client, { base: 'odd' });
      for (const value of [...odd.map((one) => JSON.stringify(one)), '{"state":"rej', '\0\xff']) {
        await client.hset('odd:k', { 'a-2027-01-01': value });
        expect(await memory.get('k')).toEqual([]);
      }
      const far = createEntry('a-2027-01-01', { until: Date.now() + 1e15 });
      await client.hset('odd:k', { [far.beta]: JSON.stringify(far) });
      const [entry] = await memory.get('k');
      expect(entry?.until).toBeLessThanOrEqual(Date.now() + MEMORY_TTL_MS);
      await client.set('odd:wrong', 'a text');
      await expect(memory.get('wrong')).rejects.toThrow(/WRONGTYPE/);
    },
  );
});

it('rejects a ttlMs that is not above 0, and what is no storage', () => {
  expect(() => storageMemory(createStorage(), { ttlMs: 0 })).toThrow(/ttlMs is 0/);
  for (const wrong of [new Map(), {}, null, undefined, 'redis://localhost'])
    expect(() => storageMemory(wrong as never)).toThrow(/give a client of ioredis/);
});

it.skipIf(!hasRedis)('Redis itself deletes what is old', async () => {
  const client = openRedis();
  await storageMemory(client, { base: 'ttl', ttlMs: 900.5 * slow }).add('k', [createEntry('a')]);
  expect(await client.keys('ttl*')).toEqual(['ttl:k']);
  const isGone = async (): Promise<void> => expect(await client.keys('ttl*')).toHaveLength(0);
  await vi.waitFor(isGone, { timeout: 10_000 * slow, interval: 100 });
});

it.skipIf(!hasRedis)('unstorage with Redis writes hashes, under its own prefix', async () => {
  await storageMemory(openRedisDriver(), { base: 'driver' }).add('k', [
    createEntry('a-2027-01-01'),
  ]);
  const client = openRedis();
  expect(await client.hkeys('app:driver:k')).toEqual(['a-2027-01-01']);
});

describe.skipIf(!hasRedis)('a Redis that stops', () => {
  it('costs one time-out, and each process remembers for itself', async () => {
    const stopping = await startRedis();
    const redisClient = new IoRedis(stopping.url, { retryStrategy: () => 1000 });
    redisClient.on('error', () => {});
    const events: RecoveryEvent[] = [];
    const api = createFakeApi({ notEnrolled: ['task-budgets-2026-03-13'] });
    const recover = betaRecovery({
      memory: storageMemory(redisClient),
      memoryTimeoutMs: 200,
      onEvent: (event) => void events.push(event),
    });
    const middleware = [betaMiddleware({ recover })];
    const client = new Anthropic({ apiKey: 'none', fetch: api.fetch, maxRetries: 0, middleware });
    try {
      await stopping.stop();
      for (let i = 0; i < 5; i++)
        await client.beta.messages.create({
          model: 'claude-opus-5-5',
          max_tokens: 8,
          messages: [{ role: 'user', content: 'Hello' }],
          betas: ['task-budgets-2026-03-13'],
        });
      expect(api.requests.map(({ status }) => status)).toEqual([400, 200, 200, 200, 200, 200]);
      expect(events.filter(({ type }) => type === 'memory-down')).toHaveLength(1);
    } finally {
      redisClient.disconnect();
    }
  });
});

describe('processes that add at the same time', () => {
  it.skipIf(!hasRedis)('lose nothing in Redis', async () => {
    const writers = Array.from({ length: 4 }, (_, i) =>
      run(process.execPath, [memoryWriter, server?.url ?? '', String(i), '8']),
    );
    await Promise.all(writers);
    const memory = storageMemory(openRedis());
    expect(await memory.get('contended')).toHaveLength(32);
  });

  it('lose nothing in a storage with an item for each entry', async () => {
    const storage = openStorage(createStorage());
    const memories = Array.from({ length: 8 }, () => storageMemory(delay(storage)));
    await Promise.all(
      memories.flatMap((memory, i) =>
        Array.from({ length: 4 }, (_, j) =>
          memory.add('k', [createEntry(`p${i}-${j}-2027-01-01`)]),
        ),
      ),
    );
    expect(await storageMemory(storage).get('k')).toHaveLength(32);
  });
});

/** A storage over a network: operations of several clients interleave. */
function delay(storage: Storage): SharedStorage {
  const pause = (): Promise<void> => wait(Math.random() * 5);
  return {
    getItem: (name) => pause().then(() => storage.getItem(name)),
    setItem: (name, value) => pause().then(() => storage.setItem(name, value)),
    getKeys: (base) => pause().then(() => storage.getKeys(base)),
    removeItem: (name) => pause().then(() => storage.removeItem(name)),
  };
}

describe.skipIf(!hasRedis)('a fleet of eight', () => {
  const betas = ['interleaved-thinking-2025-05-14', 'task-budgets-2026-03-13'];

  it('pays once', async () => {
    const api = createFakeApi({ notEnrolled: ['task-budgets-2026-03-13'] });
    const { url, close } = await listen(api);
    const start = async (): Promise<string> => {
      const args = [fleetMember, server?.url ?? '', url, betas.join(',')];
      return (await run(process.execPath, args)).stdout.trim();
    };
    try {
      expect(await start()).toBe('interleaved-thinking-2025-05-14');
      expect(api.requests.map(({ status }) => status)).toEqual([400, 200]);
      const rest = await Promise.all(Array.from({ length: 7 }, start));
      expect(rest).toEqual(Array(7).fill('interleaved-thinking-2025-05-14'));
      expect(api.requests.slice(2).map(({ status }) => status)).toEqual(Array(7).fill(200));
    } finally {
      await close();
    }
  });
});
