/** The state while decisions are made. */
import type { Substitute } from '../catalog/types.ts';
import type { Context } from './context.ts';
import { type Draft, Journal } from './journal.ts';

/** The parts to remove from the body. */
export interface Cuts {
  /** Features that the platform does not have, by name, with the decision about each. */
  readonly strip: Map<string, Draft>;
  /** Needs for which every beta is rejected, by their choices, with the decision about each. */
  readonly needs: Map<string, Draft>;
  readonly substitutes: Set<Substitute>;
}

/** A context and the decisions so far. */
export interface Work extends Context {
  readonly journal: Journal;
  /** The betas to send, in order. */
  readonly sent: Set<string>;
  readonly cuts: Cuts;
  /** Features that cannot stay in the request as they are. */
  readonly unavailable: Set<string>;
  /** The names of the features that the request uses. */
  readonly used: ReadonlySet<string>;
}

/** Creates the state before any decision. */
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
