/** A circuit breaker for a memory: a memory that is down costs one timeout. */
import type { RecoveryEvent } from './events.ts';
import {
  type BetaMemory,
  inProcessMemory,
  isInProcess,
  limitEntries,
  type MemoryEntry,
  readEntry,
} from './memory.ts';
import { type Deadline, LATE } from './wait.ts';

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 300_000;

/** The result of an operation that failed. */
const FAILED: unique symbol = Symbol('failed');

/**
 * Wraps a memory so that it never fails and never hangs. A memory that fails, or takes longer than
 * `timeoutMs`, is not used for 30 seconds, and longer after each further failure. Meanwhile a
 * memory in this process replaces it.
 */
export class GuardedMemory {
  readonly #memory: BetaMemory;
  readonly #timeoutMs: number;
  readonly #emit: (event: RecoveryEvent) => void;
  /** Receives every write as well, for the time when the memory is down. */
  readonly #spare: BetaMemory | undefined;
  #downUntil = 0;
  /** Counts the failures, so that operations that began before one do not count again. */
  #failures = 0;
  #pauseMs = 0;

  constructor(memory: BetaMemory, timeoutMs: number, emit: (event: RecoveryEvent) => void) {
    this.#memory = memory;
    this.#timeoutMs = timeoutMs;
    this.#emit = emit;
    this.#spare = isInProcess(memory) ? undefined : inProcessMemory();
  }

  /** Reads the entries of a key. Rejects only on an abort. */
  async get(key: string, deadline: Deadline): Promise<readonly MemoryEntry[]> {
    const answer = await this.#run((memory) => memory.get(key), deadline);
    const entries = answer === FAILED ? await this.#spare?.get(key) : answer;
    try {
      if (!Array.isArray(entries)) return [];
      const read = entries.slice(0, 1000).flatMap((entry) => readEntry(entry?.beta, entry) ?? []);
      return limitEntries(read);
    } catch {
      // An entry with a getter or a proxy that throws.
      return [];
    }
  }

  /** Writes the changes of a key. Rejects only on an abort. */
  async update(
    key: string,
    added: readonly MemoryEntry[],
    removed: readonly string[],
    deadline: Deadline,
  ): Promise<void> {
    if (removed.length > 0) await this.#write((memory) => memory.remove(key, removed), deadline);
    if (added.length > 0) await this.#write((memory) => memory.add(key, added), deadline);
  }

  async #write(
    work: (memory: BetaMemory) => void | Promise<void>,
    deadline: Deadline,
  ): Promise<void> {
    if (this.#spare) await work(this.#spare);
    await this.#run(work, deadline);
  }

  async #run<T>(
    work: (memory: BetaMemory) => T | Promise<T>,
    deadline: Deadline,
  ): Promise<T | typeof FAILED> {
    if (this.#isDown()) return FAILED;
    const failures = this.#failures;
    // One call tries a memory that was down; the others continue without it.
    if (this.#pauseMs > 0) this.#downUntil = Date.now() + this.#timeoutMs;
    try {
      const answer = work(this.#memory);
      const result = isPromise(answer) ? await this.#wait(answer, failures, deadline) : answer;
      if (result === LATE) return FAILED;
      this.#close();
      return result;
    } catch {
      deadline.throwIfAborted();
      this.#open(failures);
      return FAILED;
    }
  }

  async #wait<T>(
    answer: Promise<T>,
    failures: number,
    deadline: Deadline,
  ): Promise<T | typeof LATE> {
    const ms = Math.min(this.#timeoutMs, deadline.remaining());
    const result = await deadline.wait(answer, ms);
    // If the call's own deadline ends first, the memory is not at fault.
    if (result === LATE && ms === this.#timeoutMs) this.#open(failures);
    return result;
  }

  #isDown(): boolean {
    const left = this.#downUntil - Date.now();
    // More time is left only after the clock was set back.
    return left > 0 && left <= Math.max(LONGEST_PAUSE_MS, this.#timeoutMs);
  }

  /**
   * Stops using the memory. Operations that run at the same time count as one failure.
   * @param failures - the number of failures when the operation began
   */
  #open(failures: number): void {
    if (failures !== this.#failures) return;
    this.#failures++;
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2 || FIRST_PAUSE_MS);
    this.#downUntil = Date.now() + this.#pauseMs;
    this.#emit({ type: 'memory-down', forMs: this.#pauseMs });
  }

  #close(): void {
    if (this.#pauseMs === 0) return;
    this.#pauseMs = 0;
    this.#downUntil = 0;
    this.#emit({ type: 'memory-up' });
  }
}

const isPromise = <T>(value: T | Promise<T>): value is Promise<T> =>
  typeof (value as Promise<T> | undefined)?.then === 'function';
