/** The events that a recovery reports. */
import type { Platform } from '../types.ts';

/**
 * An event of a recovery. It holds names of betas and platforms, and no prompt, key or body.
 *
 * - `retry`: the request is sent again
 * - `probe`: a request sends betas that were left out before
 * - `learned`, `forgotten`: entries of the memory were added or removed
 * - `budget-spent`: a retry was not sent, because too many did not help
 * - `memory-down`: the memory failed or was too slow, and is not used for `forMs`
 * - `memory-up`: the memory works again
 */
export type RecoveryEvent =
  | {
      readonly type: 'retry' | 'probe' | 'learned' | 'forgotten';
      readonly platform: Platform;
      readonly betas: readonly string[];
    }
  | { readonly type: 'budget-spent'; readonly platform: Platform }
  | { readonly type: 'memory-down'; readonly forMs: number }
  | { readonly type: 'memory-up' };

/** Receives the events. */
export type OnRecoveryEvent = (event: RecoveryEvent) => unknown;

/** Wraps a hook so that its errors and rejections never fail a request. */
export function containErrors(hook: OnRecoveryEvent | undefined): (event: RecoveryEvent) => void {
  if (!hook) return () => {};
  return (event) => {
    try {
      void Promise.resolve(hook(event)).catch(() => {});
    } catch {
      // An error of the hook must not fail the request.
    }
  };
}
