/** Places that rules met → what to take out so that they are gone. */
import { formatRulePath } from '@beta-headers/grammar';
import type { KnownFeature, Rule } from '../catalog/types.ts';
import type { Path } from '../collect/walk.ts';

/** A place to take out, or to set to another value, and the subject that it is done for. */
export interface Target {
  readonly at: Path;
  readonly cause: string;
  readonly set?: { readonly value: unknown };
}

/** What an object is by these, so that without them it would be nothing. */
const DISCRIMINATORS: readonly unknown[] = ['type', 'role'];

/**
 * The target of a place. Where it is a `type` or a `role`, that is the whole element of a list (a tool, a block, a message), or the
 * object that has it; a number above a limit is set to the limit; anything else is taken out by itself.
 */
export function toTarget(at: Path, feature: KnownFeature, cause: string): Target {
  const limit = limitOf(feature, at);
  if (limit !== undefined) return { at, cause, set: { value: limit } };
  if (!DISCRIMINATORS.includes(at.at(-1))) return { at, cause };
  const element = at.findLastIndex((step) => typeof step === 'number') + 1;
  return { at: at.slice(0, element || Math.max(at.length - 1, 1)), cause };
}

/** The limit of a rule with `above` about this place. */
function limitOf({ uses, betas }: KnownFeature, at: Path): number | undefined {
  const rules: readonly Rule[] = [...uses, ...betas.flatMap((beta) => beta.requires)];
  if (!rules.some((rule) => rule.above !== undefined)) return undefined;
  const path = formatRulePath(at.map((step) => (typeof step === 'number' ? '[]' : step)));
  // In a batch, what comes before the params of an item is no part of the rule's path.
  return rules.find(
    ({ above, at: end = '' }) => above !== undefined && `.${path}`.endsWith(`.${end}`),
  )?.above;
}
