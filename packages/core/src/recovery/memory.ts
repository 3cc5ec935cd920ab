/** What was learnt of rejections, and where it is kept. */

/**
 * Keeps which betas were rejected, for a platform, an endpoint and a model together. An entry is a beta; or several, with a space between them, of
 * which at least one was rejected and it is not yet known which. Share one between processes, and the fleet learns once.
 *
 * It may be slow to fail: what takes longer than the recovery's `memoryTimeoutMs`, throws or rejects counts as empty, and the request goes on without it.
 */
export interface BetaMemory {
  /** The entries under a key; none is an empty list. */
  get(key: string): readonly string[] | Promise<readonly string[]>;
  /** Adds entries to those under a key. */
  add(key: string, entries: readonly string[]): void | Promise<void>;
}

/** How long entries are kept, in memories that say nothing else: platforms learn too. */
export const MEMORY_TTL_MS = 3_600_000;

/** Options of {@link inProcessMemory}. */
export interface InProcessMemoryOptions {
  /** How many keys are kept; past it, those go that were not looked at for longest. Default: 500. */
  readonly max?: number;
  /** How long an entry is kept, in milliseconds. Default: an hour. */
  readonly ttlMs?: number;
}

/**
 * A memory in this process. What a door uses that recovers and was given no other; make one to share it between doors.
 * @throws {RangeError} for a `max` or a `ttlMs` that is not above 0
 */
export function inProcessMemory({
  max = 500,
  ttlMs = MEMORY_TTL_MS,
}: InProcessMemoryOptions = {}): BetaMemory {
  if (!(max > 0) || !(ttlMs > 0))
    throw new RangeError(
      `inProcessMemory: max is ${max} and ttlMs is ${ttlMs}; both must be above 0`,
    );
  const kept = new Map<string, Map<string, number>>();
  const touch = (key: string): Map<string, number> => {
    const entries = kept.get(key) ?? new Map<string, number>();
    for (const [entry, until] of entries) if (until <= Date.now()) entries.delete(entry);
    kept.delete(key);
    return entries;
  };
  return {
    get(key) {
      const entries = touch(key);
      if (entries.size > 0) kept.set(key, entries);
      return [...entries.keys()];
    },
    add(key, entries) {
      const all = touch(key);
      for (const entry of entries) all.set(entry, Date.now() + ttlMs);
      kept.set(key, all);
      if (kept.size > max) kept.delete(kept.keys().next().value as string);
    },
  };
}
