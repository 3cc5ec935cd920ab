/** Allows one trial at a time for each key. */

/** A trial without an answer after this time no longer blocks another one. */
const LONGEST_MS = 60_000;
const MAX_KEYS = 500;

/** The keys that have a trial in progress. */
export class TrialLock {
  readonly #held = new Map<string, number>();

  isHeld(key: string, now: number): boolean {
    const left = (this.#held.get(key) ?? 0) - now;
    // More time is left only after the clock was set back.
    return left > 0 && left <= LONGEST_MS;
  }

  hold(key: string, now: number): void {
    this.#held.set(key, now + LONGEST_MS);
    if (this.#held.size > MAX_KEYS) this.#held.delete(this.#held.keys().next().value as string);
  }

  release(key: string): void {
    this.#held.delete(key);
  }
}
