/** The form of the rows in errors.yaml of the manifest. `generated/errors.ts` contains all rows. */
import type { ErrorAdvice } from '@beta-headers/grammar';
import type { BetaErrorKind } from './info.ts';

/** A known wording of an error about betas. */
export interface ErrorRow {
  readonly id: string;
  /** `unrelated`: the error is not about betas, and no later row is tried. */
  readonly kind: BetaErrorKind | 'unrelated';
  /**
   * A regular expression that ignores letter case. Its groups name the beta: `list`, `feature`,
   * `path` with `tag`, `value`, `allowed` or `limit`, `leaked`. A digit after a group's name
   * distinguishes alternatives.
   */
  readonly pattern: string;
  /** The row does not match if this matches. */
  readonly unless?: string;
  /** The pattern is matched against each sentence. */
  readonly per?: 'sentence';
  /** The row counts only if the text names a beta. */
  readonly named?: true;
  /** The betas that the wording is about, if it does not name them. */
  readonly betas?: readonly string[];
  /** The advice, if it is not the default of the kind. */
  readonly advice?: ErrorAdvice;
  /** The statuses with which the wording occurs, if they have another meaning in other rows. */
  readonly status?: readonly number[];
}
