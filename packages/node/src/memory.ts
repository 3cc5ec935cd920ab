/** What was learnt of rejections, kept where several processes see it. */
import { type BetaMemory, MEMORY_TTL_MS } from '@beta-headers/core/recovery';

/**
 * The part of a `Storage` of `unstorage` that the memory uses. Anything else that reads and writes
 * JSON by key will do.
 */
export interface SharedStorage {
  /** Reads; nothing there is `null`. */
  getItem(key: string): Promise<unknown>;
  /** Writes; `ttl` in seconds, for drivers that know it. */
  setItem(key: string, value: Record<string, number>, options?: { ttl?: number }): Promise<unknown>;
}

/** Options of {@link storageMemory}. */
export interface StorageMemoryOptions {
  /** How long an entry is kept, in milliseconds. Default: an hour. */
  readonly ttlMs?: number;
  /** What every key begins with. Default: `beta-headers`. */
  readonly base?: string;
}

/**
 * Two processes may write at the same time: each looks again, and adds again what the other has
 * overwritten.
 */
const MAX_WRITES = 3;

/**
 * A memory in a storage of `unstorage`: Redis, a folder, or whatever it has a driver for. A fleet
 * that shares one learns once. Every request reads it once; nothing of a request is written but its
 * platform, its endpoint, its model, and the betas that were rejected.
 * @throws {TypeError} for what is no storage
 * @throws {RangeError} for a `ttlMs` that is not above 0
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware, betaRecovery } from '@beta-headers/node';
 * import { createStorage } from 'unstorage';
 * import redis from 'unstorage/drivers/redis';
 *
 * const memory = storageMemory(createStorage({ driver: redis({ url: 'redis://127.0.0.1:6379' }) }));
 * const client = new Anthropic({ middleware: [betaMiddleware({ recover: betaRecovery({ memory }) })] });
 * ```
 */
export function storageMemory(
  storage: SharedStorage,
  { ttlMs = MEMORY_TTL_MS, base = 'beta-headers' }: StorageMemoryOptions = {},
): BetaMemory {
  if (typeof storage?.getItem !== 'function' || typeof storage.setItem !== 'function')
    throw new TypeError('storageMemory: give a storage with `getItem` and `setItem`');
  if (!(ttlMs > 0)) throw new RangeError(`storageMemory: ttlMs is ${ttlMs}; it must be above 0`);
  // A model's name may hold what storages take for a separator.
  const name = (key: string): string => `${base}:${encodeURIComponent(key)}`;
  return {
    async get(key) {
      return Object.keys(fresh(await storage.getItem(name(key))));
    },
    async add(key, entries) {
      const until = Date.now() + ttlMs;
      for (let writes = 0; writes < MAX_WRITES; writes++) {
        const kept = fresh(await storage.getItem(name(key)));
        if (entries.every((entry) => (kept[entry] ?? 0) >= until)) return;
        for (const entry of entries) kept[entry] = until;
        await storage.setItem(name(key), kept, { ttl: Math.ceil(ttlMs / 1000) });
      }
    },
  };
}

/** The entries that are not too old. What another program wrote there counts as nothing. */
function fresh(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([, until]) => typeof until === 'number' && until > Date.now()),
  );
}
