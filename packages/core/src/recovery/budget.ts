/** Limits retries to a part of the traffic, as gRPC's retry throttling does. */

const MAX_TOKENS = 20;
/** A call that succeeds at once earns a tenth of a retry. */
const EARNED = 0.1;
/** Two retries that helped cost what their call earns, so that a burst of calls is served. */
const COST_OF_HELP = 0.05;
const REFILL_MS = 15_000;
const MAX_KEYS = 500;

interface Account {
  readonly tokens: number;
  readonly at: number;
}

/**
 * Tokens by key. A retry costs one if it does not help; successes and time give them back. A retry
 * is charged when its call ends, so that many calls may learn the same at the same time. A server
 * that rejects everything gets no more than a few extra requests a minute.
 */
export class RetryBudget {
  readonly #accounts = new Map<string, Account>();

  /** Tests if a retry may be sent. */
  hasToken(key: string): boolean {
    return this.#count(key) >= 1;
  }

  /** Charges a call that ended. */
  charge(key: string, retries: number, isSuccess: boolean): void {
    if (retries === 0 && !(isSuccess && this.#accounts.has(key))) return;
    const cost = isSuccess ? COST_OF_HELP * retries - EARNED : retries;
    const tokens = Math.min(MAX_TOKENS, Math.max(0, this.#count(key) - cost));
    this.#accounts.delete(key);
    if (tokens < MAX_TOKENS) this.#accounts.set(key, { tokens, at: Date.now() });
    if (this.#accounts.size > MAX_KEYS)
      this.#accounts.delete(this.#accounts.keys().next().value as string);
  }

  #count(key: string): number {
    const account = this.#accounts.get(key);
    if (!account) return MAX_TOKENS;
    return Math.min(MAX_TOKENS, account.tokens + (Date.now() - account.at) / REFILL_MS);
  }
}
