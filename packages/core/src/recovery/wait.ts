/** Limits the waits of a call by one deadline and by the caller's signal. */

/** The result of a wait that took too long. */
export const LATE: unique symbol = Symbol('late');

/** The limits of a call: a time, and the caller's signal. */
export class Deadline {
  readonly #end: number;
  readonly #signal: AbortSignal | undefined;

  constructor(ms: number, signal: AbortSignal | null | undefined) {
    this.#end = Date.now() + ms;
    this.#signal = signal ?? undefined;
  }

  /** Returns the milliseconds that are left; 0 after the end. */
  remaining(): number {
    return Math.max(0, this.#end - Date.now());
  }

  /** Throws the reason of the caller's signal after an abort. */
  throwIfAborted(): void {
    if (this.#signal?.aborted) throw readReason(this.#signal);
  }

  /** Waits for `work` for at most `ms` milliseconds. Rejects at once on an abort. */
  async wait<T>(work: PromiseLike<T>, ms: number): Promise<T | typeof LATE> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<typeof LATE>((resolve) => {
      timer = setTimeout(resolve, ms, LATE);
    });
    try {
      return await this.waitForever(Promise.race([work, late]));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Waits for `work` without a limit. Rejects at once on an abort. */
  async waitForever<T>(work: PromiseLike<T>): Promise<T> {
    const signal = this.#signal;
    if (!signal) return work;
    let abort: (() => void) | undefined;
    try {
      return await new Promise<T>((resolve, reject) => {
        abort = () => reject(readReason(signal));
        if (signal.aborted) abort();
        else signal.addEventListener('abort', abort);
        work.then(resolve, reject);
      });
    } finally {
      if (abort) signal.removeEventListener('abort', abort);
    }
  }
}

/** Reads the reason of an abort. An old `AbortController` gives none. */
function readReason(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException('This operation was aborted', 'AbortError');
}
