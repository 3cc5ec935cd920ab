/** What was learnt of rejections, kept in Deno KV. */
import { type BetaMemory, MEMORY_TTL_MS } from '@beta-headers/core/recovery';

/**
 * The part of `Deno.Kv` that the memory uses, so that nothing here needs `--unstable-kv` until one
 * is opened.
 */
export interface SharedKv {
  /** Reads an entry. */
  get(
    key: string[],
  ): Promise<{ key: readonly unknown[]; value: unknown; versionstamp: string | null }>;
  /** Begins a write that happens as a whole or not at all. */
  atomic(): SharedKvOperation;
}

/** The part of `Deno.AtomicOperation` that the memory uses. */
export interface SharedKvOperation {
  /** Only if nobody has written there since. */
  check(entry: { key: string[]; versionstamp: string | null }): SharedKvOperation;
  /** Writes an entry. */
  set(key: string[], value: unknown, options?: { expireIn?: number }): SharedKvOperation;
  /** Does it, and says whether it was done. */
  commit(): Promise<{ ok: boolean }>;
}

/** Options of {@link kvMemory}. */
export interface KvMemoryOptions {
  /** How long an entry is kept, in milliseconds. Default: an hour. */
  readonly ttlMs?: number;
  /** What every key begins with. Default: `beta-headers`. */
  readonly base?: string;
}

/** How often a write is tried when others write at the same time. */
const MAX_WRITES = 10;

/**
 * A memory in Deno KV: isolates and processes that share a database learn once. Every request reads
 * it once; nothing of a request is written but its platform, its endpoint, its model, and the betas
 * that were rejected.
 * @throws {RangeError} for a `ttlMs` that is not above 0
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware, betaRecovery } from '@beta-headers/deno';
 *
 * const memory = kvMemory(await Deno.openKv());
 * const client = new Anthropic({ middleware: [betaMiddleware({ recover: betaRecovery({ memory }) })] });
 * ```
 */
export function kvMemory(
  kv: SharedKv,
  { ttlMs = MEMORY_TTL_MS, base = 'beta-headers' }: KvMemoryOptions = {},
): BetaMemory {
  if (!(ttlMs > 0)) throw new RangeError(`kvMemory: ttlMs is ${ttlMs}; it must be above 0`);
  return {
    async get(key: string): Promise<string[]> {
      return Object.keys(fresh((await kv.get([base, key])).value));
    },
    async add(key: string, entries: readonly string[]): Promise<void> {
      const until = Date.now() + ttlMs;
      for (let writes = 0; writes < MAX_WRITES; writes++) {
        const { value, versionstamp } = await kv.get([base, key]);
        const kept = fresh(value);
        for (const entry of entries) kept[entry] = until;
        const write = kv
          .atomic()
          .check({ key: [base, key], versionstamp })
          .set([base, key], kept, { expireIn: ttlMs });
        if ((await write.commit()).ok) return;
      }
    },
  };
}

/**
 * The entries that are not too old: KV takes its time to delete. What another program wrote there
 * counts as nothing.
 */
function fresh(value: unknown): Record<string, number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([, until]) => typeof until === 'number' && until > Date.now()),
  );
}
