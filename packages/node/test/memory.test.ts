/** The shared memory, with a real Redis and with a fleet of processes. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createFakeApi } from '@beta-headers/fake-api';
import { createStorage, type Storage } from 'unstorage';
import fs from 'unstorage/drivers/fs';
import redis from 'unstorage/drivers/redis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { storageMemory } from '../src/index.ts';
import { listen } from './support/listen.ts';
import { type Redis, startRedis } from './support/redis.ts';

const run = promisify(execFile);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** What lives for a while has to live as long as a slow machine takes. */
const slow = Math.max(1, Number(process.env['TEST_TIME_SCALE']) || 1);
/** An empty variable: this machine has none, and `npm test` says so. */
const hasRedis = process.env['REDIS_SERVER'] !== '';

let server: Redis | undefined;
let folder: string;
const open: Storage[] = [];
const storages: Record<string, () => Storage> = {
  memory: () => createStorage(),
  fs: () => createStorage({ driver: fs({ base: folder }) }),
  redis: () => createStorage({ driver: redis({ url: server?.url ?? '' }) }),
};
function storageOf(name: string): Storage {
  const storage = storages[name]?.() as Storage;
  open.push(storage);
  return storage;
}

beforeAll(async () => {
  if (hasRedis) server = await startRedis();
  folder = await mkdtemp(join(tmpdir(), 'beta-headers-memory-'));
});
afterAll(async () => {
  await Promise.all(open.map((storage) => storage.dispose()));
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.each(Object.keys(storages).filter((name) => name !== 'redis'))('in %s', remembers);
describe.skipIf(!hasRedis)('in redis', () => remembers('redis'));

function remembers(name: string): void {
  const key = 'bedrock /v1/messages us.anthropic.claude-opus-4-8-20260101-v1:0/x?y';

  it('keeps what was added, each key for itself', async () => {
    const memory = storageMemory(storageOf(name), { base: `keeps-${name}` });
    expect(await memory.get(key)).toEqual([]);
    await memory.add(key, ['a-2027-01-01']);
    await memory.add(key, ['b-2027-01-01', 'c-2027-01-01 d-2027-01-01']);
    expect(await memory.get(key)).toEqual([
      'a-2027-01-01',
      'b-2027-01-01',
      'c-2027-01-01 d-2027-01-01',
    ]);
    expect(await memory.get(`${key}z`)).toEqual([]);
  });

  it('forgets what is old', async () => {
    const memory = storageMemory(storageOf(name), { base: `old-${name}`, ttlMs: 300 * slow });
    await memory.add(key, ['a-2027-01-01']);
    expect(await memory.get(key)).toEqual(['a-2027-01-01']);
    await wait(350 * slow);
    expect(await memory.get(key)).toEqual([]);
  });

  it('takes what others wrote there for nothing', async () => {
    const storage = storageOf(name);
    const memory = storageMemory(storage, { base: `odd-${name}` });
    for (const value of ['text', 42, ['a'], { a: 'text' }, null]) {
      await storage.setItem(`odd-${name}:${encodeURIComponent(key)}`, value);
      expect(await memory.get(key)).toEqual([]);
    }
  });
}

it('a ttlMs that is not above 0 is an error', () => {
  expect(() => storageMemory(createStorage(), { ttlMs: 0 })).toThrow(/ttlMs is 0/);
  expect(() => storageMemory(new Map() as never)).toThrow(/give a storage with `getItem`/);
});

it.skipIf(!hasRedis)('Redis itself deletes what is old', async () => {
  const storage = storageOf('redis');
  await storageMemory(storage, { base: 'ttl', ttlMs: 900 * slow }).add('k', ['a-2027-01-01']);
  expect(await storage.getKeys('ttl')).toHaveLength(1);
  const isGone = async (): Promise<void> => expect(await storage.getKeys('ttl')).toHaveLength(0);
  await vi.waitFor(isGone, { timeout: 10_000 * slow, interval: 100 });
});

describe.skipIf(!hasRedis)('a fleet of eight', () => {
  const member = fileURLToPath(new URL('./support/fleet-member.ts', import.meta.url));
  const betas = ['interleaved-thinking-2025-05-14', 'task-budgets-2026-03-13'];

  it('pays once', async () => {
    const api = createFakeApi({ notEnrolled: ['task-budgets-2026-03-13'] });
    const { url, close } = await listen(api);
    const start = async (): Promise<string> =>
      (
        await run(process.execPath, [member, server?.url ?? '', url, betas.join(',')])
      ).stdout.trim();
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
