/** Types of `classifyBetaError`. */
import type { ErrorKind } from '@beta-headers/grammar';
import type { BetaRequest, Platform } from '../types.ts';

/** The kind of an error about betas; see `BetaErrorInfo.kind`. */
export type BetaErrorKind = ErrorKind;

/** The languages that advice comes in. */
export type AdviceLanguage = 'en' | 'id';

/** The classification of an error about betas. */
export interface BetaErrorInfo {
  /**
   * - `unsupported`: `betas` are not accepted, or not with this request
   * - `unsupported-unnamed`: a beta is not accepted, and the response does not say which;
   *   `suspects` are the betas that were sent
   * - `missing`: the request needs `betas`, which did not arrive or were in the body; empty if the
   *   response names none, or if no header helps on that platform
   * - `not-enrolled`: the organization has no access to `betas`
   * - `empty-header`: the header was empty
   * - `conflict`: `betas` cannot be used together
   * - `limited`: the request exceeds a limit of its own for the features that `betas` enable
   */
  readonly kind: BetaErrorKind;
  /** The betas that the error is about, as it names them or as the rules determine them. */
  readonly betas: string[];
  /**
   * The betas that it may be about: all that were sent, if the error names none; the alternatives,
   * if one is missing.
   */
  readonly suspects: string[];
  /** The advice in one or two sentences: what happened, why, and the next step. */
  readonly advice: string;
  /** The documentation page of the first of `betas`. */
  readonly docs?: string;
  /** The platform that answered, from the context or from the error. Absent if it is not known. */
  readonly platform?: Platform;
  /**
   * The row of the manifest's `errors` that matched. Absent if the endpoint alone explains the
   * error.
   */
  readonly row?: string;
}

/**
 * Additional facts about the error. All are optional, and errors that name their betas need none.
 */
export interface BetaErrorContext {
  /** The request that failed. It shows which betas were sent, and explains a 404. */
  readonly request?: BetaRequest | undefined;
  /** The betas that were sent, if they are not in the headers of `request`. */
  readonly sent?: readonly string[] | undefined;
  /** The platform of the request. Default: detected from the URL of `request` or the error. */
  readonly platform?: Platform | undefined;
  /** The language of `advice`. Default: English. */
  readonly language?: AdviceLanguage | undefined;
}
