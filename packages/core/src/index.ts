/**
 * Which betas of the Claude API a request needs, on which platform, and why.
 * Web APIs only, no dependency: runs on Node, Bun, Deno, workers and in the browser.
 * @module
 */
export { explain } from './explain.ts';
export { formatBetas, isBetaToken, mergeBetas, parseBetas } from './header.ts';
export { betas, uncheckedBeta } from './names.ts';
export { plan } from './plan.ts';
export { BetaPolicyError } from './policy-error.ts';
export type { RequiredBetas } from './required.ts';
export type { BetaName, BetaPlan, BetaRequest, Decision, JsonPointer, PlanOptions, Platform, Policy, Reason, UncheckedBeta } from './types.ts';
export type { DoorOptions } from './doors/door.ts';
export { betaFetch, type Fetch } from './doors/fetch.ts';
export { betaMiddleware, type BetaMiddleware, type MiddlewareRequest } from './doors/middleware.ts';
