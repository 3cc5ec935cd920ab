/** What decisions are made from, and what has been decided. */
import type { SubstituteHit } from '../collect/collect.ts';
import type { Context } from './context.ts';
import { Journal } from './journal.ts';

/** What is to be taken out of the body. */
export interface Cuts {
  /** Features that the platform does not have. */
  readonly strip: Set<string>;
  /** Needs of which every beta is rejected, by their choices; the beta that the decision is about. */
  readonly needs: Map<string, string>;
  readonly substitutes: SubstituteHit[];
}

/** A context and what came of it so far. */
export interface Work extends Context {
  readonly journal: Journal;
  /** What is to be sent, in order. */
  readonly sent: Set<string>;
  readonly cuts: Cuts;
  /** Features of which it was decided that they cannot stay in the request as they are. */
  readonly unavailable: Set<string>;
  /** The names of the features that the request uses. */
  readonly used: ReadonlySet<string>;
}

/** Nothing is decided yet. */
export function startWork(context: Context): Work {
  return {
    ...context,
    journal: new Journal(context.catalog),
    sent: new Set(),
    cuts: { strip: new Set(), needs: new Map(), substitutes: [] },
    unavailable: new Set(),
    used: new Set(context.collected.uses.map(({ feature }) => feature.name)),
  };
}
