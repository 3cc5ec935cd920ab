/** What decisions are made from, and what has been decided. */
import type { Substitute } from '../catalog/types.ts';
import type { Context } from './context.ts';
import { type Draft, Journal } from './journal.ts';

/** What is to be taken out of the body. */
export interface Cuts {
  /** Features that the platform does not have, by name, and the decision about each. */
  readonly strip: Map<string, Draft>;
  /** Needs of which every beta is rejected, by their choices, and the decision about each. */
  readonly needs: Map<string, Draft>;
  readonly substitutes: Set<Substitute>;
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
    cuts: { strip: new Map(), needs: new Map(), substitutes: new Set() },
    unavailable: new Set(),
    used: new Set(context.collected.uses.map(({ feature }) => feature.name)),
  };
}
