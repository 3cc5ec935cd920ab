/** What the parts of the gate find in a request. */
import type { Refusal, RefusalKind } from './refusal.ts';

/** Why nobody knows what the platform does with a request. */
export type DoubtCode =
  /** No platform's claims, and no rule, name this header value. */
  | 'unknown-value'
  | 'unknown-acceptance'
  | 'disputed-acceptance'
  | 'unknown-availability'
  | 'disputed-availability'
  /** Claims differ by model, and nobody can tell which model it is. */
  | 'depends-on-model'
  | 'unknown-endpoint'
  /** The path is none of the Claude API's. */
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

/** One reason of a judgement, for programs: what it is, and what it is about. */
export interface Reason {
  readonly code: DoubtCode | RefusalKind;
  /** A header value, a feature, a JSON pointer, an endpoint or a model. */
  readonly subject: string;
}

/** A doubt about a subject. */
export interface Doubt extends Reason {
  readonly code: DoubtCode;
}

/** What a part of the gate found: refusals, the strongest first, and doubts. */
export interface Findings {
  readonly refusals: readonly Refusal[];
  readonly doubts: readonly Doubt[];
}

/** Doubts of a ruling, as those about a header value or a feature are called. */
export function doubtOf(
  doubt: 'unknown' | 'disputed' | 'depends-on-model',
  fact: 'acceptance' | 'availability',
  subject: string,
): Doubt {
  return { code: doubt === 'depends-on-model' ? doubt : `${doubt}-${fact}`, subject };
}
