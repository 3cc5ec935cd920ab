/** Keeps remembered rejections in a storage that several processes share. */
import {
  type BetaMemory,
  limitEntries,
  MEMORY_TTL_MS,
  type MemoryEntry,
  readEntry,
} from '@beta-headers/core/recovery';

/**
 * The part of a `Storage` of `unstorage` that the memory uses. A storage without `getKeys` and
 * `removeItem` has one item for all entries of a key, which processes may overwrite.
 */
export interface SharedStorage {
  /** Reads a value; `null` if there is none. */
  getItem(key: string): Promise<unknown>;
  /** Writes a value. `ttl` is in seconds, for drivers that support it. */
  setItem(key: string, value: object, options?: { ttl?: number }): Promise<unknown>;
  /** Lists the keys that begin with a prefix. */
  getKeys?(base?: string): Promise<string[]>;
  /** Deletes a value. */
  removeItem?(key: string): Promise<unknown>;
  /** Returns the driver, to use a Redis client directly if it has one. */
  getMount?(key?: string): { readonly base: string; readonly driver: object };
}

/** The part of a client of `ioredis` or `iovalkey` that the memory uses. */
export interface RedisClient {
  hgetall(key: string): Promise<Record<string, string>>;
  hset(key: string, fields: Record<string, string>): Promise<unknown>;
  hdel(key: string, ...fields: string[]): Promise<unknown>;
  pexpire(key: string, ms: number): Promise<unknown>;
}

/** The part of a client of `redis` (node-redis) that the memory uses. */
export interface NodeRedisClient {
  hGetAll(key: string): Promise<Record<string, string>>;
  hSet(key: string, fields: Record<string, string>): Promise<unknown>;
  hDel(key: string, fields: string[]): Promise<unknown>;
  pExpire(key: string, ms: number): Promise<unknown>;
}

/** Options of {@link storageMemory}. */
export interface StorageMemoryOptions {
  /** The longest time that an entry is kept, in milliseconds. Default: two hours. */
  readonly ttlMs?: number;
  /** The prefix of every key. Default: `beta-headers`. */
  readonly base?: string;
}

/**
 * A memory that processes share: in Redis or Valkey by a client of `ioredis`, `iovalkey` or
 * `redis`, or in a storage of `unstorage`. Each beta is a field of a hash, or an item of its own,
 * so that processes that write at the same time lose nothing. A storage of `unstorage` with its
 * Redis driver uses hashes as well.
 *
 * The storage receives a digest of the credential, the host, the platform, the endpoint, the model
 * and names of betas, and nothing else of a request.
 * @throws {TypeError} for something that is neither a storage nor a client
 * @throws {RangeError} for a `ttlMs` that is not above 0
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware, betaRecovery } from '@beta-headers/node';
 * import { Redis } from 'ioredis';
 *
 * const memory = storageMemory(new Redis('redis://127.0.0.1:6379'));
 * const recover = betaRecovery({ memory });
 * const client = new Anthropic({ middleware: [betaMiddleware({ recover })] });
 * ```
 */
export function storageMemory(
  storage: SharedStorage | RedisClient | NodeRedisClient,
  { ttlMs = MEMORY_TTL_MS, base = 'beta-headers' }: StorageMemoryOptions = {},
): BetaMemory {
  if (!(ttlMs > 0)) throw new RangeError(`storageMemory: ttlMs is ${ttlMs}; it must be above 0`);
  const hashes = findHashes(storage, base);
  if (hashes) return createHashMemory(hashes, ttlMs, base);
  if (!isFunction(storage, 'getItem') || !isFunction(storage, 'setItem'))
    throw new TypeError(
      'storageMemory: give a client of ioredis, iovalkey or redis, or a storage with ' +
        '`getItem` and `setItem`',
    );
  const items = storage as SharedStorage;
  return isFunction(items, 'getKeys') && isFunction(items, 'removeItem')
    ? createItemMemory(items as Required<SharedStorage>, ttlMs, base)
    : createRecordMemory(items, ttlMs, base);
}

/** The common interface of all Redis libraries. */
interface Hashes {
  get(name: string): Promise<Record<string, string>>;
  set(name: string, fields: Record<string, string>): Promise<unknown>;
  delete(name: string, fields: string[]): Promise<unknown>;
  expire(name: string, ms: number): Promise<unknown>;
  /** The prefix of names, if the client does not add it itself. */
  readonly prefix?: string;
}

function findHashes(given: unknown, base: string): Hashes | undefined {
  if (isFunction(given, 'hgetall') && isFunction(given, 'hset')) {
    const client = given as RedisClient;
    return {
      get: (name) => client.hgetall(name),
      set: (name, fields) => client.hset(name, fields),
      delete: (name, fields) => client.hdel(name, ...fields),
      expire: (name, ms) => client.pexpire(name, ms),
    };
  }
  if (isFunction(given, 'hGetAll') && isFunction(given, 'hSet')) {
    const client = given as NodeRedisClient;
    return {
      get: (name) => client.hGetAll(name),
      set: (name, fields) => client.hSet(name, fields),
      delete: (name, fields) => client.hDel(name, fields),
      expire: (name, ms) => client.pExpire(name, ms),
    };
  }
  return findHashesOfDriver(given, base);
}

/** The Redis driver of `unstorage` has a client of `ioredis`, and a prefix of its own. */
function findHashesOfDriver(given: unknown, base: string): Hashes | undefined {
  if (!isFunction(given, 'getMount')) return undefined;
  const { driver } = (given as Required<SharedStorage>).getMount(`${base}:`) ?? {};
  const { name, options, getInstance } = (driver ?? {}) as {
    name?: string;
    options?: { base?: string };
    getInstance?: () => unknown;
  };
  if (name !== 'redis' || typeof getInstance !== 'function') return undefined;
  // The client is created on first use, so that a server that is down does not prevent a start.
  let hashes: Hashes | undefined;
  const open = (): Hashes => {
    hashes ??= findHashes(getInstance(), base);
    if (!hashes) throw new TypeError('storageMemory: the Redis driver has no hashes');
    return hashes;
  };
  return {
    get: async (key) => open().get(key),
    set: async (key, fields) => open().set(key, fields),
    delete: async (key, fields) => open().delete(key, fields),
    expire: async (key, ms) => open().expire(key, ms),
    prefix: options?.base ? `${options.base.replace(/:$/, '')}:` : '',
  };
}

/** Creates a memory with a hash for each key and a field for each beta. */
function createHashMemory(hashes: Hashes, ttlMs: number, base: string): BetaMemory {
  const toName = (key: string): string => `${hashes.prefix ?? ''}${base}:${key}`;
  return {
    async get(key) {
      return readAll(Object.entries(await hashes.get(toName(key))), ttlMs);
    },
    async add(key, entries) {
      const name = toName(key);
      const fields = limitTimes(entries, ttlMs).map((entry) => [entry.beta, JSON.stringify(entry)]);
      await hashes.set(name, Object.fromEntries(fields));
      // Redis takes whole milliseconds only.
      await hashes.expire(name, Math.ceil(ttlMs));
      const all = await hashes.get(name);
      const kept = new Set(readAll(Object.entries(all), ttlMs).map(({ beta }) => beta));
      const rest = Object.keys(all).filter((beta) => !kept.has(beta));
      if (rest.length > 0) await hashes.delete(name, rest);
    },
    async remove(key, betas) {
      if (betas.length > 0) await hashes.delete(toName(key), [...betas]);
    },
  };
}

/** Creates a memory with an item for each beta, under the parts of the key. */
function createItemMemory(
  storage: Required<SharedStorage>,
  ttlMs: number,
  base: string,
): BetaMemory {
  const toBase = (key: string): string => [base, ...key.split(' ').map(encodePart)].join(':');
  const toItem = (key: string, beta: string): string => `${toBase(key)}:${encodePart(beta)}`;
  const read = async (key: string): Promise<[string, unknown][]> => {
    // Without the colon, the name of a model is the beginning of another one.
    const names = await storage.getKeys(`${toBase(key)}:`);
    return Promise.all(
      names.map(async (name) => {
        const beta = decodePart(name.slice(name.lastIndexOf(':') + 1));
        return [beta, await storage.getItem(name)];
      }),
    );
  };
  const remove = async (key: string, betas: readonly string[]): Promise<void> => {
    await Promise.all(betas.map((beta) => storage.removeItem(toItem(key, beta))));
  };
  return {
    async get(key) {
      return readAll(await read(key), ttlMs);
    },
    async add(key, entries) {
      const options = { ttl: Math.ceil(ttlMs / 1000) };
      await Promise.all(
        limitTimes(entries, ttlMs).map((entry) =>
          storage.setItem(toItem(key, entry.beta), entry, options),
        ),
      );
      const all = await read(key);
      const kept = new Set(readAll(all, ttlMs).map(({ beta }) => beta));
      const rest = all.flatMap(([beta]) => (kept.has(beta) ? [] : [beta]));
      await remove(key, rest);
    },
    remove,
  };
}

/**
 * The number of writes. Processes may write at the same time, so each reads again and restores what
 * another one overwrote.
 */
const MAX_WRITES = 3;

/** Creates a memory with one item for each key, for storages that cannot list their keys. */
function createRecordMemory(storage: SharedStorage, ttlMs: number, base: string): BetaMemory {
  const toName = (key: string): string => [base, ...key.split(' ').map(encodePart)].join(':');
  const read = async (key: string): Promise<Map<string, MemoryEntry>> => {
    const value = await storage.getItem(toName(key));
    const entries = readAll(Object.entries(Object(value)), ttlMs);
    return new Map(entries.map((entry) => [entry.beta, entry]));
  };
  const write = async (key: string, entries: Map<string, MemoryEntry>): Promise<void> => {
    const kept = limitEntries([...entries.values()]).map((entry) => [entry.beta, entry]);
    const options = { ttl: Math.ceil(ttlMs / 1000) };
    await storage.setItem(toName(key), Object.fromEntries(kept), options);
  };
  return {
    async get(key) {
      return [...(await read(key)).values()];
    },
    async add(key, given) {
      const entries = limitTimes(given, ttlMs);
      for (let writes = 0; writes < MAX_WRITES; writes++) {
        const kept = await read(key);
        if (entries.every((entry) => isSame(kept.get(entry.beta), entry))) return;
        for (const entry of entries) kept.set(entry.beta, entry);
        await write(key, kept);
      }
    },
    async remove(key, betas) {
      const kept = await read(key);
      const removed = betas.filter((beta) => kept.delete(beta));
      if (removed.length > 0) await write(key, kept);
    },
  };
}

const isSame = (one: MemoryEntry | undefined, { state, probeAt }: MemoryEntry): boolean =>
  one?.state === state && one.probeAt === probeAt;

/** Limits the lifetime of entries to the memory's own time to live. */
function limitTimes(entries: readonly MemoryEntry[], ttlMs: number): readonly MemoryEntry[] {
  return entries.flatMap((entry) => readEntry(entry.beta, entry, ttlMs) ?? []);
}

/** Skips expired entries and values of other programs. */
function readAll(pairs: readonly [string, unknown][], ttlMs: number): readonly MemoryEntry[] {
  return limitEntries(pairs.flatMap(([beta, value]) => readEntry(beta, value, ttlMs) ?? []));
}

/**
 * Encodes a part of a key, because storages split keys at colons and slashes and refuse two dots.
 */
const encodePart = (part: string): string => encodeURIComponent(part).replace(/\./g, '%2E');

/** Decodes a part of a key. A name of another program stays, and is no name of a beta. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function isFunction(value: unknown, name: string): boolean {
  return typeof (value as Record<string, unknown> | null | undefined)?.[name] === 'function';
}
