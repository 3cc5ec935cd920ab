/** Keeps a value that expires, such as a token, and loads the next one before it does. */
import type { CredentialError } from '../../upstream/credential-error.ts';

/** A value that expires. */
export interface Expiring<T> {
  readonly value: T;
  /** In milliseconds since 1970. Without it, the value is loaded again after five minutes. */
  readonly expiresAt: number | undefined;
}

/** The next value is loaded this long before the end of the current one. */
const EARLY_MS = 5 * 60_000;
/** A value without an end may come from a file that somebody writes again. */
const KEEP_MS = 5 * 60_000;

/** Options of {@link createExpiringValue}. */
export interface ExpiringOptions<T> {
  readonly load: () => Promise<Expiring<T>>;
  /** Makes the error for a value that is expired when it is loaded. */
  readonly describeExpired: () => CredentialError;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Returns a function that returns the current value. Only one load runs at a time. If it fails, the
 * current value is used until its end; a failure is not remembered.
 */
export function createExpiringValue<T>(options: ExpiringOptions<T>): () => Promise<T> {
  const { load, describeExpired, now } = options;
  let current: (Expiring<T> & { readonly refreshAt: number }) | undefined;
  let loading: Promise<T> | undefined;

  const start = async (): Promise<T> => {
    try {
      const next = await load();
      const { expiresAt } = next;
      if (expiresAt !== undefined && expiresAt <= now()) throw describeExpired();
      // A token with a short life is used for half of it.
      const life = expiresAt === undefined ? KEEP_MS : expiresAt - now();
      const refreshAt =
        now() + (expiresAt === undefined ? life : Math.max(life - EARLY_MS, life / 2));
      current = { ...next, refreshAt };
      return next.value;
    } catch (error) {
      if (current?.expiresAt !== undefined && current.expiresAt > now()) return current.value;
      throw error;
    } finally {
      loading = undefined;
    }
  };

  return async () => {
    if (current && now() < current.refreshAt) return current.value;
    return (loading ??= start());
  };
}
