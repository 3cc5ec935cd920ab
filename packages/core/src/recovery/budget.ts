/** Limits retries to a part of the traffic, as gRPC's retry throttling does. */

const MAX_TOKENS = 20;
/** A call that succeeds at once earns a tenth of a retry. */
const EARNED = 0.1;
/** A retry that helped costs a quarter of one that did not. */
const REFUND = 0.75;
const REFILL_MS = 15_000;
const MAX_KEYS = 500;

interface Account {
  tokens: number;
  at: number;
}

/**
 * Tokens by key. Each retry takes one; successes and time give them back. A server that rejects
 * everything gets no more than a few extra requests a minute.
 */
export class RetryBudget {
  readonly #accounts = new Map<string, Account>();

  /** Tests if a retry may be sent. */
  hasToken(key: string): boolean {
    return (this.#read(key)?.tokens ?? MAX_TOKENS) >= 1;
  }

  /** Takes a token for a retry; false if there is none. */
  take(key: string): boolean {
    if (!this.hasToken(key)) return false;
    const account = this.#read(key) ?? { tokens: MAX_TOKENS, at: Date.now() };
    account.tokens -= 1;
    this.#accounts.delete(key);
    this.#accounts.set(key, account);
    if (this.#accounts.size > MAX_KEYS)
      this.#accounts.delete(this.#accounts.keys().next().value as string);
    return true;
  }

  /** Counts a success after some retries. */
  earn(key: string, retries: number): void {
    const account = this.#read(key);
    if (!account) return;
    account.tokens = Math.min(MAX_TOKENS, account.tokens + EARNED + REFUND * retries);
    if (account.tokens === MAX_TOKENS) this.#accounts.delete(key);
  }

  #read(key: string): Account | undefined {
    const account = this.#accounts.get(key);
    if (!account) return undefined;
    const now = Date.now();
    account.tokens = Math.min(MAX_TOKENS, account.tokens + (now - account.at) / REFILL_MS);
    account.at = now;
    return account;
  }
}
