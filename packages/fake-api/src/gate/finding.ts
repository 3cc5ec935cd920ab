/** Findings of the parts of the gate. */
import type { Refusal, RefusalKind } from './refusal.ts';

/** The reason why the answer of the platform is unknown. */
export type DoubtCode =
  /** No platform's claims, and no rule, name this header value. */
  | 'unknown-value'
  | 'unknown-acceptance'
  | 'disputed-acceptance'
  | 'unknown-availability'
  | 'disputed-availability'
  /** Claims differ by model, and the name does not identify the model. */
  | 'depends-on-model'
  | 'unknown-endpoint'
  /** The path is not one of the Claude API's. */
  | 'unknown-path'
  /**
   * The model has ended where Anthropic runs the platform; this one keeps a calendar of its own.
   */
  | 'ended-elsewhere'
  /** Neither the SDK nor a rule knows it. */
  | 'unknown-field'
  | 'unknown-tool'
  | 'unknown-block'
  | 'unread-body';

/** One reason of a judgement, for programs. */
export interface Reason {
  readonly code: DoubtCode | RefusalKind;
  /** A header value, a feature, a JSON pointer, an endpoint or a model. */
  readonly subject: string;
}

/** A doubt about a subject. */
export interface Doubt extends Reason {
  readonly code: DoubtCode;
}

/** The findings of one part of the gate: refusals, the strongest first, and doubts. */
export interface Findings {
  readonly refusals: readonly Refusal[];
  readonly doubts: readonly Doubt[];
}

/** Makes the doubt for a ruling about a header value or a feature. */
export function makeDoubt(
  doubt: 'unknown' | 'disputed' | 'depends-on-model',
  fact: 'acceptance' | 'availability',
  subject: string,
): Doubt {
  return { code: doubt === 'depends-on-model' ? doubt : `${doubt}-${fact}`, subject };
}
