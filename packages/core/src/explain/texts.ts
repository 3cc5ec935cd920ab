/**
 * What each reason means, in words. A text says only what the plan knows, never what somebody meant
 * to do.
 */
import type { Decision, Reason } from '../types.ts';

/** The languages of `explain`. */
export type Language = 'en' | 'id';

/** The verdicts as the head of a plan says them. */
export type PlanSum = 'works' | 'works-changed' | 'refused' | 'refused-observed' | 'unverified';

/** A reason as a clause. */
export type Phrase = (decision: Decision) => string;

/** All that `explain` says in one language. */
export interface Texts {
  readonly verdict: {
    readonly [V in PlanSum]: string;
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

/** The texts of both languages keep names and codes as they are. */
export const because =
  (text: string): Phrase =>
  () =>
    text;
