/** Keeps remembered rejections in Deno KV. */
import {
  type BetaMemory,
  limitEntries,
  MEMORY_TTL_MS,
  type MemoryEntry,
  readEntry,
} from '@beta-headers/core/recovery';

/** The part of `Deno.Kv` that the memory uses. Its own type would need `--unstable-kv`. */
export interface SharedKv {
  /** Reads the entries whose keys begin with a prefix. */
  list(
    selector: { prefix: string[] },
    options?: { limit?: number },
  ): AsyncIterable<{ key: readonly unknown[]; value: unknown }>;
  /** Writes an entry. */
  set(key: string[], value: unknown, options?: { expireIn?: number }): Promise<unknown>;
  /** Deletes an entry. */
  delete(key: string[]): Promise<void>;
}

/** Options of {@link kvMemory}. */
export interface KvMemoryOptions {
  /** The longest time that an entry is kept, in milliseconds. Default: two hours. */
  readonly ttlMs?: number;
  /** The prefix of every key. Default: `beta-headers`. */
  readonly base?: string;
}

/**
 * The number of entries to read. It exceeds the limit of a key, because processes may add entries
 * at the same time.
 */
const MAX_READ = 500;

/**
 * A memory in Deno KV: isolates and processes that share a database learn from one another. Each
 * beta is an entry of its own, so that processes that write at the same time lose nothing. The
 * database receives a digest of the credential, the host, the platform, the endpoint, the model and
 * names of betas, and nothing else of a request.
 * @throws {RangeError} for a `ttlMs` that is not above 0
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware, betaRecovery } from '@beta-headers/deno';
 *
 * const memory = kvMemory(await Deno.openKv());
 * const recover = betaRecovery({ memory });
 * const client = new Anthropic({ middleware: [betaMiddleware({ recover })] });
 * ```
 */
export function kvMemory(
  kv: SharedKv,
  { ttlMs = MEMORY_TTL_MS, base = 'beta-headers' }: KvMemoryOptions = {},
): BetaMemory {
  if (!(ttlMs > 0)) throw new RangeError(`kvMemory: ttlMs is ${ttlMs}; it must be above 0`);
  const read = async (key: string): Promise<[string, unknown][]> => {
    const found: [string, unknown][] = [];
    for await (const { key: name, value } of kv.list({ prefix: [base, key] }, { limit: MAX_READ }))
      found.push([String(name[2]), value]);
    return found;
  };
  const remove = async (key: string, betas: readonly string[]): Promise<void> => {
    await Promise.all(betas.map((beta) => kv.delete([base, key, beta])));
  };
  return {
    async get(key: string): Promise<readonly MemoryEntry[]> {
      return readAll(await read(key), ttlMs);
    },
    async add(key: string, entries: readonly MemoryEntry[]): Promise<void> {
      const options = { expireIn: ttlMs };
      const limited = entries.flatMap((entry) => readEntry(entry.beta, entry, ttlMs) ?? []);
      await Promise.all(limited.map((entry) => kv.set([base, key, entry.beta], entry, options)));
      const all = await read(key);
      const kept = new Set(readAll(all, ttlMs).map(({ beta }) => beta));
      await remove(
        key,
        all.flatMap(([beta]) => (kept.has(beta) ? [] : [beta])),
      );
    },
    remove,
  };
}

/** Skips expired entries, which KV deletes late, and values of other programs. */
function readAll(pairs: readonly [string, unknown][], ttlMs: number): readonly MemoryEntry[] {
  return limitEntries(pairs.flatMap(([beta, value]) => readEntry(beta, value, ttlMs) ?? []));
}
