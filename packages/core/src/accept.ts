/** What a platform does with a beta. */
import { isModel } from './model.ts';
import type { KnownBeta } from './table.ts';
import type { Platform } from './types.ts';

/** `yes` also where nobody knows: only what is known to be rejected is kept back. `no` is what is written, `rejected` what was seen. */
export type Acceptance = 'yes' | 'no' | 'rejected' | 'renamed';

/** Whether `beta` is accepted there, for that model. What was seen to be rejected counts for more than what is written. */
export function acceptance(
  beta: KnownBeta,
  platform: Platform,
  model: string | undefined,
  rejected: readonly string[],
): Acceptance {
  const name = beta.renamedOn?.[platform];
  if (rejected.includes(name ?? beta.id)) return 'rejected';
  if (name !== undefined) return 'renamed';
  if (beta.rejectedOn?.includes(platform)) return 'no';
  const models = beta.modelsOn?.[platform];
  // A deployment or an inference profile may have any name: what model it is, nobody can tell.
  return !models || !model?.includes('claude-') || isModel(model, models) ? 'yes' : 'no';
}
