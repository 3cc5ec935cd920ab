/**
 * An error → whether it is about betas, and what to do.
 * @module
 */
export { classifyBetaError } from './classify.ts';
export type { AdviceLanguage, BetaErrorContext, BetaErrorInfo, BetaErrorKind } from './info.ts';
