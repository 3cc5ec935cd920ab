/** What a platform does with a beta. */
import { isModel } from './model.ts';
import type { KnownBeta } from './table.ts';
import type { Platform } from './types.ts';

/** `yes` also where nobody knows: only what is known to be rejected is kept back. */
export type Acceptance = { readonly kind: 'yes' } | { readonly kind: 'no' } | { readonly kind: 'rejected' } | { readonly kind: 'as'; readonly name: string };

const YES: Acceptance = { kind: 'yes' };
/** What an endpoint does not take, whatever the platform does elsewhere. */
export const NOT_HERE: Acceptance = { kind: 'no' };
const REJECTED: Acceptance = { kind: 'rejected' };

/** Whether `beta` is accepted there, for that model. What was seen to be rejected counts for more than what is written. */
export function acceptance(beta: KnownBeta, platform: Platform, model: string | undefined, rejected: readonly string[]): Acceptance {
  const name = beta.renamedOn?.[platform];
  if (rejected.includes(name ?? beta.id)) return REJECTED;
  if (name !== undefined) return { kind: 'as', name };
  if (beta.rejectedOn?.includes(platform)) return NOT_HERE;
  const models = beta.modelsOn?.[platform];
  // A deployment or an inference profile may have any name: what model it is, nobody can tell.
  return !models || !model?.includes('claude-') || isModel(model, models) ? YES : NOT_HERE;
}
