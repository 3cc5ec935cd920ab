/**
 * What a request needs and what the platform has → what is sent, and what is taken out of the body.
 */
import type { Path } from '../collect/walk.ts';
import type { Decision } from '../types.ts';
import { decideAlways, decideCaller } from './betas.ts';
import { decideConstraints } from './constraints.ts';
import type { Context } from './context.ts';
import { decideEndpoint } from './endpoint.ts';
import { decideFeatures } from './features.ts';
import { decideNeeds } from './needs.ts';
import { type Cuts, startWork, type Work } from './work.ts';

/** Everything that was decided about a request. */
export interface Decided {
  readonly decisions: readonly Decision[];
  /** What is to be sent, in order. */
  readonly betas: readonly string[];
  /** What is to be taken out of the body; what is left is then decided about again. */
  readonly cuts: Cuts;
  /** Fields that nobody knows, where the policy drops them. */
  readonly unknownFields: readonly Path[];
}

/** Decides, in the order of the plan. */
export function decide(context: Context): Decided {
  const work = startWork(context);
  decideEndpoint(work);
  decideCaller(work);
  decideFeatures(work);
  decideNeeds(work);
  decideAlways(work);
  decideConstraints(work);
  const unknownFields = decideUnknownFields(work);
  return { decisions: work.journal.list(), betas: [...work.sent], cuts: work.cuts, unknownFields };
}

/**
 * Decides about fields and types that neither the SDK nor a rule knows. Only fields of message
 * params can be dropped.
 */
function decideUnknownFields({ collected, policy, keepsBody, journal }: Work): Path[] {
  const drops = policy.unknownField === 'drop' && !keepsBody;
  const isDropped = (path: Path): boolean => drops && path.at(-1) !== 'type';
  const [dropped, left] = [true, false].map((wanted) =>
    collected.unknown.filter((path) => isDropped(path) === wanted),
  ) as [Path[], Path[]];
  const reason = 'unknown-field';
  const action = policy.unknownField === 'refuse' ? 'refused' : 'sent';
  if (left.length > 0) journal.add({ action, reason, at: left, confidence: 'unknown' });
  if (dropped.length > 0) journal.add({ action: 'stripped', reason, at: dropped });
  return dropped;
}
