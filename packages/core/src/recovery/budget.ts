/** Limits retries to a share of the traffic, like the retry throttling of gRPC. */

const MAX_TOKENS = 20;
/** The tokens that a successful call earns. */
const EARNED = 0.1;
/** The cost of a retry that helped. Two cost what their call earns, so a burst is served. */
const COST_OF_HELP = 0.05;
const REFILL_MS = 15_000;
const MAX_KEYS = 500;

interface Account {
  readonly tokens: number;
  readonly at: number;
}

/**
 * Counts tokens by key. A retry that does not help costs one token. Successes and time restore
 * tokens. A retry is charged when its call ends, so that concurrent calls can learn the same fact.
 * A server that rejects everything receives only a few extra requests a minute.
 */
export class RetryBudget {
  readonly #accounts = new Map<string, Account>();

  /** Tests if a retry may be sent. @param makeKey - called only if any retry was charged */
  hasToken(makeKey: () => string): boolean {
    return this.#accounts.size === 0 || this.#count(makeKey()) >= 1;
  }

  /** Charges the retries of a call that ended. */
  charge(makeKey: () => string, retries: number, isSuccess: boolean): void {
    if (retries === 0 && (!isSuccess || this.#accounts.size === 0)) return;
    const key = makeKey();
    if (retries === 0 && !this.#accounts.has(key)) return;
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
    const now = Date.now();
    // A later time comes from a clock that was set back since.
    if (account.at > now) this.#accounts.set(key, { ...account, at: now });
    const elapsed = Math.max(0, now - account.at);
    return Math.min(MAX_TOKENS, account.tokens + elapsed / REFILL_MS);
  }
}
