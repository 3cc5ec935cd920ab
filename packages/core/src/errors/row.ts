/** A known wording, as errors.yaml of the manifest has it. `generated/errors.ts` has them all. */
import type { BetaErrorKind } from './info.ts';

/**
 * Advice that is not that of the kind: nothing in the request goes with the value (`unused`), the values are in the body
 * (`leaked`), a bearer token needs one (`token`), the SDK's method does not take the field (`method`), the field has
 * another name now (`renamed`), a policy of the organization forbids the feature (`policy`), what answered takes no
 * betas at all (`all`).
 */
export type RowAdvice = 'unused' | 'leaked' | 'token' | 'method' | 'renamed' | 'policy' | 'all';

/** A known wording of an error about betas. */
export interface ErrorRow {
  readonly id: string;
  /** `unrelated`: the error is not about betas, and no later row is tried. */
  readonly kind: BetaErrorKind | 'unrelated';
  /**
   * A regular expression, matched without regard to case. A group says how the beta is named: `list`, `feature`, `path`
   * with `tag`, `value`, `allowed` or `limit`, `leaked`; a digit behind its name tells alternatives apart.
   */
  readonly pattern: string;
  /** Where this matches, the row does not. */
  readonly unless?: string;
  /** The sentences of a message are read one by one. */
  readonly per?: 'sentence';
  /** It counts only where the text that is read names a beta. */
  readonly named?: true;
  /** What the wording is about, where it does not name it. */
  readonly betas?: readonly string[];
  /** The advice, where it is not that of the kind. */
  readonly advice?: RowAdvice;
  /** The statuses that it was seen with, where they mean something else in other rows. */
  readonly status?: readonly number[];
}
