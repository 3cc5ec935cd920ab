/** What a request needs and what the platform has → what is sent, and what is taken out of the body. */
import type { Path } from '../collect/walk.ts';
import type { Decision } from '../types.ts';
import { BetaDecider } from './betas.ts';
import { decideConstraints } from './constraints.ts';
import type { Context } from './context.ts';
import { decideEndpoint } from './endpoint.ts';
import { type Cuts, decideFeatures } from './features.ts';
import { Journal } from './journal.ts';

/** Everything that was decided about a request. */
export interface Decided {
  readonly decisions: readonly Decision[];
  /** What is to be sent, in order. */
  readonly betas: readonly string[];
  /** What is to be taken out of the body; what is left is then decided about again. */
  readonly cuts: Cuts;
  /** Top-level fields that nobody knows, where the policy drops them. */
  readonly unknownFields: readonly Path[];
}

/** Decides. The order is that of the plan: the request as a whole, the caller's betas, features, needs, options, unknown fields. */
export function decide(context: Context): Decided {
  const journal = new Journal(context.catalog);
  const cuts: Cuts = { strip: new Set(), needs: new Map(), substitutes: [] };
  decideEndpoint(context, journal);
  const features = new Journal(context.catalog);
  const unavailable = decideFeatures(context, features, cuts);
  const betas = new BetaDecider(context, journal, unavailable, cuts);
  betas.decideCaller();
  for (const decision of features.list()) journal.keep(decision);
  betas.decideNeeds();
  betas.decideAlways();
  decideConstraints(context, journal, betas.sent);
  const unknownFields = decideUnknownFields(context, journal);
  return { decisions: journal.list(), betas: [...betas.sent], cuts, unknownFields };
}

/** Decides about fields and types that neither the SDK nor a rule knows. Only fields of message params can be dropped. */
function decideUnknownFields({ collected, policy, keepsBody }: Context, journal: Journal): Path[] {
  const { unknown } = collected;
  if (unknown.length === 0) return [];
  const isField = (path: Path): boolean =>
    typeof path.at(-1) === 'string' &&
    path.at(-1) !== 'type' &&
    policy.unknownField === 'drop' &&
    !keepsBody;
  const dropped = unknown.filter(isField);
  const left = unknown.filter((path) => !isField(path));
  const action = policy.unknownField === 'refuse' ? 'refused' : 'sent';
  if (left.length > 0)
    journal.add({ action, reason: 'unknown-field', at: left, confidence: 'unknown' });
  if (dropped.length > 0) journal.add({ action: 'stripped', reason: 'unknown-field', at: dropped });
  return dropped;
}
