/** One trial at a time for each key. */

/** A trial that got no answer in this time leaves the place to another. */
const LONGEST_MS = 60_000;
const MAX_KEYS = 500;

/** The keys for which a trial is on its way. */
export class TrialLock {
  readonly #held = new Map<string, number>();

  isHeld(key: string, now: number): boolean {
    return (this.#held.get(key) ?? 0) > now;
  }

  hold(key: string, now: number): void {
    this.#held.set(key, now + LONGEST_MS);
    if (this.#held.size > MAX_KEYS) this.#held.delete(this.#held.keys().next().value as string);
  }

  release(key: string): void {
    this.#held.delete(key);
  }
}
