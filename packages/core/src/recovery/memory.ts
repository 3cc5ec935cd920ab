/** The entries of a memory, its interface, and the memory in this process. */
import { defaultCatalog } from '../catalog/catalog.ts';
import { isBetaToken } from '../request/header.ts';

/**
 * The state of a beta.
 *
 * - `rejected`: a request failed with the beta and succeeded without it
 * - `suspect`: the same for several betas together; at least one of them is rejected
 * - `needed`: a request failed without the beta and succeeded with it
 */
export type MemoryState = 'rejected' | 'suspect' | 'needed';

/** One beta under a key. All times are milliseconds since 1970. */
export interface MemoryEntry {
  /** The header value. A key has at most one entry for it. */
  readonly beta: string;
  /** The state of the beta under this key. */
  readonly state: MemoryState;
  /** The time at which the entry is forgotten. */
  readonly until: number;
  /** `rejected`: the time from which one request sends the beta again, as a probe. */
  readonly probeAt: number;
  /** The wait before the next probe. It doubles each time that the beta is rejected again. */
  readonly probeEveryMs: number;
  /** `suspect`: the name of its group. At least one beta of a group is rejected. */
  readonly group?: string;
  /**
   * `suspect`: the names of sets of betas, separated by spaces. Only requests with one of these
   * sets leave the suspect out.
   */
  readonly shape?: string;
  /** `needed`: the top-level field of the body that needs it. Default: every request. */
  readonly field?: string;
}

/**
 * Keeps entries by key. A key consists of a digest of the credential, the host, the platform, the
 * endpoint and the model. Processes that share a memory learn from one another.
 *
 * Each entry is written separately, so that processes that add entries at the same time lose none.
 * If a memory is slow or fails, `betaRecovery` continues without it.
 */
export interface BetaMemory {
  /** Returns the entries under a key; an empty list if there are none. */
  get(key: string): readonly MemoryEntry[] | Promise<readonly MemoryEntry[]>;
  /** Adds entries to a key. An entry replaces the one of the same beta. */
  add(key: string, entries: readonly MemoryEntry[]): void | Promise<void>;
  /** Removes the entries of these betas from a key. */
  remove(key: string, betas: readonly string[]): void | Promise<void>;
}

/** The longest time that an entry is kept by default: two hours. */
export const MEMORY_TTL_MS = 7_200_000;

/** The largest number of entries under a key. A call tries no more betas than this. */
export const MAX_ENTRIES = 32;

const STATES: readonly string[] = ['rejected', 'suspect', 'needed'];
const MAX_NAME = 200;
const MAX_PROBE_MS = 3_600_000;
/** The difference that the clocks of two processes may have. */
const MAX_SKEW_MS = 60_000;

/**
 * Reads an entry that a shared memory returned. Returns `undefined` for a value of another program
 * and for an entry that is too old. No entry lives longer than `ttlMs` from now.
 */
export function readEntry(
  beta: unknown,
  value: unknown,
  ttlMs: number = MEMORY_TTL_MS,
): MemoryEntry | undefined {
  const { state, until, probeAt, probeEveryMs, group, shape, field } = Object(parse(value));
  const now = Date.now();
  if (!isBetaToken(beta) || beta.length > MAX_NAME || !STATES.includes(state)) return undefined;
  if (![until, probeAt, probeEveryMs].every(Number.isFinite) || until <= now) return undefined;
  return {
    beta,
    state,
    until: Math.min(until, now + ttlMs),
    // A later time is wrong. Clamping it would move the probe with every read.
    probeAt: probeAt > now + MAX_PROBE_MS + MAX_SKEW_MS ? now : probeAt,
    probeEveryMs: Math.min(Math.max(probeEveryMs, 1), MAX_PROBE_MS),
    ...(isShort(group) && { group }),
    ...(isShort(shape) && { shape }),
    ...(isShort(field) && { field }),
  };
}

/** Keeps as many entries as a key may have: known betas first, then the latest entries. */
export function limitEntries(entries: readonly MemoryEntry[]): readonly MemoryEntry[] {
  if (entries.length <= MAX_ENTRIES) return entries;
  const rank = ({ beta }: MemoryEntry): number => (defaultCatalog.betas.has(beta) ? 0 : 1);
  return [...entries].sort((a, b) => rank(a) - rank(b) || b.until - a.until).slice(0, MAX_ENTRIES);
}

const isShort = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_NAME;

function parse(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** Options of {@link inProcessMemory}. */
export interface InProcessMemoryOptions {
  /** The largest number of keys; the least recently used is evicted. Default: 500. */
  readonly max?: number;
  /** The longest time that an entry is kept, in milliseconds. Default: two hours. */
  readonly ttlMs?: number;
}

const inProcess = new WeakSet<BetaMemory>();

/** Tests if a memory is in this process and therefore cannot be down. */
export const isInProcess = (memory: BetaMemory): boolean => inProcess.has(memory);

/**
 * Makes a memory in this process. `betaRecovery` has one of its own by default; make one to share
 * it between clients.
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
  const kept = new Map<string, readonly MemoryEntry[]>();
  const read = (key: string): readonly MemoryEntry[] =>
    (kept.get(key) ?? []).filter(({ until }) => until > Date.now());
  const write = (key: string, entries: readonly MemoryEntry[]): void => {
    kept.delete(key);
    if (entries.length > 0) kept.set(key, limitEntries(entries));
    if (kept.size > max) kept.delete(kept.keys().next().value as string);
  };
  const memory: BetaMemory = {
    get(key) {
      if (!kept.has(key)) return [];
      const entries = read(key);
      write(key, entries);
      return entries;
    },
    add(key, entries) {
      const added = entries.flatMap((entry) => readEntry(entry.beta, entry, ttlMs) ?? []);
      const names = new Set(added.map(({ beta }) => beta));
      write(key, [...read(key).filter(({ beta }) => !names.has(beta)), ...added]);
    },
    remove(key, betas) {
      if (!kept.has(key)) return;
      write(
        key,
        read(key).filter(({ beta }) => !betas.includes(beta)),
      );
    },
  };
  inProcess.add(memory);
  return memory;
}
