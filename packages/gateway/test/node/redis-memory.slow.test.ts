/** The memory in Redis. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { MAX_ENTRIES, type MemoryEntry } from '@beta-headers/core/recovery';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectRedisMemory, redisMemory } from '../../src/node/redis-memory.ts';
import { serveGateway } from '../../src/node/serve.ts';
import { listenUpstream } from './support/listen.ts';
import { findFreePort, hasRedis, startRedis } from './support/redis.ts';

const toEntry = (beta: string, more: Partial<MemoryEntry> = {}): MemoryEntry => ({
  beta,
  state: 'rejected',
  until: Date.now() + 3_600_000,
  probeAt: Date.now() + 60_000,
  probeEveryMs: 60_000,
  ...more,
});
const listBetas = (entries: readonly MemoryEntry[]): string[] =>
  entries.map(({ beta }) => beta).sort();

it('rejects something that is no client', () => {
  expect(() => redisMemory({} as never)).toThrow(/give a client of ioredis or iovalkey/);
});

it('rejects a time that is not above 0', () => {
  const client = { hgetall: vi.fn(), hset: vi.fn(), hdel: vi.fn(), pexpire: vi.fn() };
  expect(() => redisMemory(client, { ttlMs: 0 })).toThrow(RangeError);
});

describe.skipIf(!hasRedis)('with a server', () => {
  let port: number;
  let stop: () => Promise<void>;
  let client: Redis;
  beforeAll(async () => {
    port = await findFreePort();
    stop = await startRedis(port);
    client = new Redis(port, '127.0.0.1');
  });
  afterAll(async () => {
    client.disconnect();
    await stop();
  });

  it('keeps entries by key until they are removed', async () => {
    const memory = redisMemory(client);
    await memory.add('one', [toEntry('a-2025-01-01'), toEntry('b-2025-01-01')]);
    await memory.add('two', [toEntry('c-2025-01-01', { state: 'needed', field: 'tools' })]);
    expect(listBetas(await memory.get('one'))).toEqual(['a-2025-01-01', 'b-2025-01-01']);
    expect(await memory.get('two')).toMatchObject([{ state: 'needed', field: 'tools' }]);
    await memory.remove('one', ['a-2025-01-01']);
    await memory.remove('one', []);
    expect(listBetas(await memory.get('one'))).toEqual(['b-2025-01-01']);
    expect(await memory.get('three')).toEqual([]);
  });

  it('has one field for each entry, so that writers lose nothing', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `p${i}-2025-01-01`);
    await Promise.all(names.map((name) => redisMemory(client).add('many', [toEntry(name)])));
    expect(listBetas(await redisMemory(client).get('many'))).toEqual([...names].sort());
    expect(await client.hlen('beta-headers:many')).toBe(20);
  });

  it('expires', async () => {
    await redisMemory(client, { ttlMs: 5_000.5, base: 'app' }).add('x', [toEntry('a-2025-01-01')]);
    const left = await client.pttl('app:x');
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(5_001);
  });

  it('skips and removes values of other programs, and entries above the limit', async () => {
    const memory = redisMemory(client);
    await client.hset('beta-headers:odd', { 'a-2025-01-01': 'text', 'x y': '{}', b: '[1]' });
    expect(await memory.get('odd')).toEqual([]);
    const names = Array.from({ length: MAX_ENTRIES + 8 }, (_, i) => `p${i}-2025-01-01`);
    await memory.add(
      'odd',
      names.map((name) => toEntry(name)),
    );
    expect(await client.hlen('beta-headers:odd')).toBe(MAX_ENTRIES);
  });

  it('writes nothing that was already too old', async () => {
    await redisMemory(client).add('old', [toEntry('a-2025-01-01', { until: 1 })]);
    expect(await client.exists('beta-headers:old')).toBe(0);
  });

  it('lets replicas learn once, and works while the server is down and after it', async () => {
    const ownPort = await findFreePort();
    let stopOwn = await startRedis(ownPort);
    let requests = 0;
    const upstream = await listenUpstream((request, response) => {
      requests++;
      const rejects = request.headers['anthropic-beta']?.includes('made-up');
      request.resume().on('end', () => {
        response.writeHead(rejects ? 400 : 200, { 'content-type': 'application/json' });
        const message = 'Unexpected value(s) `made-up-2025-01-01` for the `anthropic-beta` header.';
        const error = { type: 'invalid_request_error', message };
        response.end(JSON.stringify(rejects ? { type: 'error', error } : { type: 'message' }));
      });
    });
    const startReplica = async () => {
      const redis = await connectRedisMemory(`redis://127.0.0.1:${ownPort}`);
      const auth = { mode: 'replace', header: 'x-api-key', value: 'key' } as const;
      const server = await serveGateway({
        gateway: {
          upstreams: [{ name: 'api', platform: 'claude-api', url: upstream.url, auth }],
        },
        port: 0,
        recovery: { memory: redis.memory },
      });
      const call = async (): Promise<number> => {
        const { status } = await fetch(`${server.url}/v1/messages`, {
          method: 'POST',
          headers: { 'anthropic-beta': 'made-up-2025-01-01', 'anthropic-version': '2023-06-01' },
          body: '{"model":"claude-opus-5-5","max_tokens":5,"messages":[]}',
        });
        return status;
      };
      const close = async (): Promise<void> => {
        await server.close();
        redis.close();
      };
      return { call, close, redis };
    };
    const first = await startReplica();
    expect([await first.call(), requests]).toEqual([200, 2]);
    const second = await startReplica();
    expect([await second.call(), requests]).toEqual([200, 3]);
    await stopOwn();
    await vi.waitFor(() => expect(second.redis.memory.get('x')).rejects.toThrow(), 20_000);
    expect(await second.call()).toBe(200);
    stopOwn = await startRedis(ownPort);
    await vi.waitFor(() => expect(second.redis.memory.get('x')).resolves.toEqual([]), 20_000);
    expect(await second.call()).toBe(200);
    await Promise.all([first.close(), second.close()]);
    await upstream.close();
    await stopOwn();
  });

  it('is ready when it is connected, and waits a short time only', async () => {
    const redis = await connectRedisMemory(`redis://127.0.0.1:${port}`);
    expect(await redis.memory.get('x')).toEqual([]);
    redis.close();
    // A server that takes connections and answers nothing.
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port: silentPort } = silent.address() as AddressInfo;
    const late = await connectRedisMemory(`redis://127.0.0.1:${silentPort}`);
    await expect(late.memory.get('x')).rejects.toThrow();
    late.close();
    silent.close();
  });

  it('reports the first error of a connection, and never the password', async () => {
    const ownPort = await findFreePort();
    const codes: string[] = [];
    const onError = (code: string): unknown => codes.push(code);
    const redis = await connectRedisMemory(`redis://127.0.0.1:${ownPort}`, { onError });
    await vi.waitFor(() => expect(codes).toEqual(['ECONNREFUSED']), 20_000);
    const stopOwn = await startRedis(ownPort, '--requirepass', 'right');
    const url = `redis://:planted-password@127.0.0.1:${ownPort}`;
    const wrong = await connectRedisMemory(url, {
      onError: (code) => codes.push(`second ${code}`),
    });
    await vi.waitFor(() => expect(codes).toContain('second WRONGPASS'), 20_000);
    redis.close();
    wrong.close();
    await stopOwn();
    expect(codes.filter((code) => code.startsWith('second'))).toHaveLength(1);
  });
});
