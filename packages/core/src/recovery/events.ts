/** What a recovery reports. */
import type { Platform } from '../types.ts';

/**
 * Something that a recovery did. It holds names of betas and platforms; no prompt, key or body.
 *
 * - `retry`: the request is sent again · `probe`: a request sends betas that were left out before
 * - `learned`, `forgotten`: entries of the memory · `budget-spent`: a retry was left out
 * - `memory-down`: the memory failed or was too slow, and is left out for `forMs`
 * - `memory-up`: it works again
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

/** Makes a hook that never fails a request, whether it throws or rejects. */
export function containErrors(hook: OnRecoveryEvent | undefined): (event: RecoveryEvent) => void {
  if (!hook) return () => {};
  return (event) => {
    try {
      void Promise.resolve(hook(event)).catch(() => {});
    } catch {
      // A hook that throws is the hook's own problem.
    }
  };
}
