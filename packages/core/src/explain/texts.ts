/**
 * The texts of `explain`. They state only what the plan knows, and never guess what the caller
 * meant to do.
 */
import type { Decision, Reason } from '../types.ts';

/** The languages of `explain`. */
export type Language = 'en' | 'id';

/** The verdicts in the first line of an explanation. */
export type VerdictKey = 'works' | 'works-changed' | 'refused' | 'refused-observed' | 'unverified';

/** Writes a reason as a clause. */
export type Phrase = (decision: Decision) => string;

/** All texts in one language. */
export interface Texts {
  readonly verdict: {
    readonly [V in VerdictKey]: string;
  };
  readonly from: { readonly [F in 'option' | 'host' | 'path' | 'assumed']: string };
  readonly none: string;
  readonly inBody: string;
  readonly request: string;
  readonly confidence: { readonly low: string; readonly disputed: string };
  readonly more: (count: number) => string;
  readonly actions: { readonly [A in Decision['action']]: string };
  readonly reasons: { readonly [R in Reason]: Phrase };
}

/** Creates a phrase that does not depend on the decision. */
export const toPhrase =
  (text: string): Phrase =>
  () =>
    text;
