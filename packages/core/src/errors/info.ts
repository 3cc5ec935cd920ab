/** What is told of an error. */
import type { BetaRequest, Platform } from '../types.ts';

/** What an error about betas is about; see `BetaErrorInfo.kind`. */
export type BetaErrorKind =
  | 'unsupported'
  | 'unsupported-unnamed'
  | 'missing'
  | 'not-enrolled'
  | 'empty-header'
  | 'conflict'
  | 'limited';

/** The languages that advice comes in. */
export type AdviceLanguage = 'en' | 'id';

/** What an error about betas means. */
export interface BetaErrorInfo {
  /**
   * - `unsupported`: `betas` are not accepted, or not with this request · `unsupported-unnamed`: it does not say which, and `suspects` are what was sent
   * - `missing`: the request uses something that needs `betas`, and they did not arrive, or were in the body; empty where the answer names none, and where no header helps on that platform
   * - `not-enrolled`: the organization may not use `betas` · `empty-header`: there was nothing in the header
   * - `conflict`: `betas` cannot be used together · `limited`: a limit of its own was reached, of what `betas` turn on
   */
  readonly kind: BetaErrorKind;
  /** What the error is about, as it names them or as the rules know them. */
  readonly betas: string[];
  /** What it may be about: all that was sent, where none is named; what would do as well, where one is missing. */
  readonly suspects: string[];
  /** A sentence or two that a person can act on: what happened, why, and the next step. */
  readonly advice: string;
  /** The page that explains the first of `betas`. */
  readonly docs?: string;
  /** Where it was answered: as the context says, or as the error shows it. Absent where nobody knows. */
  readonly platform?: Platform;
  /** The row of the manifest's `errors` that it matched; absent where the endpoint alone says it. */
  readonly row?: string;
}

/** What is known beside the error. All of it is optional, and none of it is needed for errors that name their betas. */
export interface BetaErrorContext {
  /** The request that failed. Tells what was sent, and what a 404 means. */
  readonly request?: BetaRequest | undefined;
  /** The betas that were sent, where they are not in the headers of `request`. */
  readonly sent?: readonly string[] | undefined;
  /** Where the request went. Default: what the URL of `request` or the error itself tells. */
  readonly platform?: Platform | undefined;
  /** The language of `advice`. Default: English. */
  readonly language?: AdviceLanguage | undefined;
}
