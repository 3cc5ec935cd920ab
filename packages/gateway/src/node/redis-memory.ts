/** Keeps what the recovery learned in Redis or Valkey, for all replicas of a gateway. */
import {
  type BetaMemory,
  limitEntries,
  MEMORY_TTL_MS,
  type MemoryEntry,
  readEntry,
} from '@beta-headers/core/recovery';

/** The part of a client of `ioredis` or `iovalkey` that the memory uses. */
export interface RedisClient {
  hgetall(key: string): Promise<Record<string, string>>;
  hset(key: string, fields: Record<string, string>): Promise<unknown>;
  hdel(key: string, ...fields: string[]): Promise<unknown>;
  pexpire(key: string, ms: number): Promise<unknown>;
}

/** Options of {@link redisMemory}. */
export interface RedisMemoryOptions {
  /** The longest time that an entry is kept, in milliseconds. Default: two hours. */
  readonly ttlMs?: number;
  /** The prefix of every key. Default: `beta-headers`. */
  readonly base?: string;
}

/**
 * Creates a memory in Redis or Valkey. Each key is a hash with one field for each beta, as
 * `storageMemory` of `@beta-headers/node` writes it, so that both can share a server.
 *
 * The server receives names of upstreams, platforms, endpoints, models and betas, and nothing else
 * of a request. If it is down, the recovery continues with a memory in this process.
 * @throws {TypeError} for something that is no client
 * @throws {RangeError} for a `ttlMs` that is not above 0
 */
export function redisMemory(
  client: RedisClient,
  { ttlMs = MEMORY_TTL_MS, base = 'beta-headers' }: RedisMemoryOptions = {},
): BetaMemory {
  if (typeof client?.hgetall !== 'function' || typeof client.hset !== 'function')
    throw new TypeError('redisMemory: give a client of ioredis or iovalkey');
  if (!(ttlMs > 0)) throw new RangeError(`redisMemory: ttlMs is ${ttlMs}; it must be above 0`);
  const toName = (key: string): string => `${base}:${key}`;
  return {
    async get(key) {
      return readAll(await client.hgetall(toName(key)), ttlMs);
    },
    async add(key, entries) {
      const name = toName(key);
      const fields = entries.flatMap(({ beta, ...rest }) => {
        const entry = readEntry(beta, rest, ttlMs);
        return entry ? [[beta, JSON.stringify(entry)]] : [];
      });
      if (fields.length === 0) return;
      await client.hset(name, Object.fromEntries(fields));
      // Redis takes whole milliseconds only.
      await client.pexpire(name, Math.ceil(ttlMs));
      await removeOld(client, name, ttlMs);
    },
    async remove(key, betas) {
      if (betas.length > 0) await client.hdel(toName(key), ...betas);
    },
  };
}

function readAll(fields: Record<string, string>, ttlMs: number): readonly MemoryEntry[] {
  const entries = Object.entries(fields);
  return limitEntries(entries.flatMap(([beta, value]) => readEntry(beta, value, ttlMs) ?? []));
}

/** Removes entries that are too old or too many. */
async function removeOld(client: RedisClient, name: string, ttlMs: number): Promise<void> {
  const all = await client.hgetall(name);
  const kept = new Set(readAll(all, ttlMs).map(({ beta }) => beta));
  const rest = Object.keys(all).filter((beta) => !kept.has(beta));
  if (rest.length > 0) await client.hdel(name, ...rest);
}

/** Options of {@link connectRedisMemory}. */
export interface RedisConnectionOptions extends RedisMemoryOptions {
  /**
   * Receives the code of the first error of the connection since it last worked: `ECONNREFUSED`,
   * `WRONGPASS`.
   */
  readonly onError?: (code: string) => void;
}

/** A memory with a connection of its own. */
export interface RedisConnection {
  readonly memory: BetaMemory;
  /** Closes the connection. */
  close(): void;
}

/** The longest time to wait for the first connection, in milliseconds. */
const CONNECT_MS = 2_000;

/**
 * Connects to Redis or Valkey by `ioredis`, which must be installed. Waits up to two seconds for
 * the first connection, because the recovery does not use a memory for 30 seconds after it failed.
 * A server that is down is no error: it is connected to in the background.
 * @throws {Error} if `ioredis` is not installed
 */
export async function connectRedisMemory(
  url: string,
  { onError, ...options }: RedisConnectionOptions = {},
): Promise<RedisConnection> {
  const { Redis } = await importRedis();
  const client = new Redis(url, {
    // A command fails at once while the server is down, and the recovery does without it.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times: number) => Math.min(times * 200, 5_000),
  });
  // Without a listener, an error of the connection would end the process.
  // The end of the connection by this process is reported as an error as well.
  let isClosed = false;
  let isDown = false;
  client.on('error', (error: unknown) => {
    if (!isDown && !isClosed) onError?.(readCode(error));
    isDown = true;
  });
  client.on('ready', () => {
    isDown = false;
  });
  await waitForConnection(client);
  return {
    memory: redisMemory(client, options),
    close() {
      isClosed = true;
      client.disconnect();
    },
  };
}

/** Waits until the first attempt to connect has succeeded or failed. */
function waitForConnection(client: InstanceType<IoRedis['Redis']>): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      clearTimeout(timer);
      client.off('ready', stop).off('error', stop);
      resolve();
    };
    const timer = setTimeout(stop, CONNECT_MS);
    client.on('ready', stop).on('error', stop);
  });
}

/** Reads the code of an error. A reply of the server begins with it; the rest is not used. */
function readCode(error: unknown): string {
  const { code, name, message } = Object(error) as Partial<Error> & { code?: unknown };
  if (typeof code === 'string') return code;
  return (name === 'ReplyError' && /^[A-Z]+/.exec(message ?? '')?.[0]) || 'unknown';
}

type IoRedis = Pick<typeof import('ioredis'), 'Redis'>;

async function importRedis(): Promise<IoRedis> {
  try {
    return await import('ioredis');
  } catch (error) {
    throw new Error('A memory in Redis needs the package ioredis: npm install ioredis', {
      cause: error,
    });
  }
}
