/**
 * Classifies errors: is an error about betas, and how can it be fixed?
 * @module
 */
export { classifyBetaError } from './classify.ts';
export type { AdviceLanguage, BetaErrorContext, BetaErrorInfo, BetaErrorKind } from './info.ts';
export { type BetaPlatforms, findBetaPlatforms } from './platforms.ts';
