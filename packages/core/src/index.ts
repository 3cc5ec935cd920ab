/**
 * Which betas of the Claude API a request needs, on which platform, and why.
 * Web APIs only, no dependency: runs on Node, Bun, Deno, workers and in the browser.
 * @module
 */

export type { DoorOptions, Exchange, Recovery } from './doors/door.ts';
export { betaFetch, type Fetch } from './doors/fetch.ts';
export { type BetaMiddleware, betaMiddleware, type MiddlewareRequest } from './doors/middleware.ts';
export { classifyBetaError } from './errors/classify.ts';
export type {
  AdviceLanguage,
  BetaErrorContext,
  BetaErrorInfo,
  BetaErrorKind,
} from './errors/info.ts';
export { explain } from './explain.ts';
export { formatBetas, isBetaToken, mergeBetas, parseBetas } from './header.ts';
export { type BetaNamed, betas, uncheckedBeta } from './names.ts';
export { plan } from './plan.ts';
export { PLATFORMS, type Platform } from './platforms.ts';
export { BetaPolicyError } from './policy-error.ts';
export {
  type BetaMemory,
  type InProcessMemoryOptions,
  inProcessMemory,
  MEMORY_TTL_MS,
} from './recovery/memory.ts';
export { betaRecovery, type RecoveryOptions } from './recovery/recover.ts';
export type { RequiredBetas } from './required.ts';
export type {
  BetaName,
  BetaPlan,
  BetaRequest,
  Decision,
  JsonPointer,
  PlanOptions,
  Policy,
  Reason,
  UncheckedBeta,
} from './types.ts';
