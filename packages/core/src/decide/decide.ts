/** Decides which betas are sent and which parts are removed from the body. */
import type { Path } from '../collect/walk.ts';
import type { Decision } from '../types.ts';
import { decideAlways, decideCaller } from './betas.ts';
import { decideConstraints } from './constraints.ts';
import type { Context } from './context.ts';
import { decideEndpoint } from './endpoint.ts';
import { decideFeatures } from './features.ts';
import { decideNeeds } from './needs.ts';
import { type Cuts, startWork, type Work } from './work.ts';

/** The result of all decisions about a request. */
export interface Decided {
  readonly decisions: readonly Decision[];
  /** The betas to send, in order. */
  readonly betas: readonly string[];
  /** The parts to remove from the body. The decisions are then made again for the rest. */
  readonly cuts: Cuts;
  /** Unknown fields that the policy drops. */
  readonly unknownFields: readonly Path[];
}

/** Makes all decisions, in the order in which the plan lists them. */
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
