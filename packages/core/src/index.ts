/**
 * Will this request to the Claude API work on its platform, and what has to change?
 *
 * Uses Web APIs only and has no dependencies outside this project. Runs on Node, Bun, Deno, workers
 * and in browsers.
 * @module
 */

export { type Feature, isPlatform, PLATFORMS, type Platform } from '@beta-headers/constants';
export type { AdapterOptions, Exchange, Recovery } from './adapters/adapter.ts';
export { betaFetch, type Fetch, type FetchAdapterOptions } from './adapters/fetch.ts';
export {
  type BetaMiddleware,
  betaMiddleware,
  type MiddlewareRequest,
} from './adapters/middleware.ts';
export { type Override, withBetas } from './adapters/overrides.ts';
export type { Logger, PlanEvent } from './adapters/report.ts';
export {
  type CatalogOverlay,
  extendCatalog,
  type OverlayAcceptance,
  type OverlayAvailability,
  type OverlayBeta,
  type OverlayFeature,
  type OverlayPlatform,
  type OverlayRule,
} from './catalog/extend.ts';
export { type BetaNamed, betas, latest } from './catalog/names.ts';
export type {
  AcceptanceStatus,
  AvailabilityStatus,
  BetaName,
  BetaOf,
  Condition,
  EngineCatalog,
  Scalar,
} from './catalog/types.ts';
export { type ExplainOptions, explain } from './explain/explain.ts';
export { plan } from './plan.ts';
export { assertSendable, type BetaPolicyCode, BetaPolicyError } from './policy-error.ts';
export { formatBetas, isBetaToken, mergeBetas, parseBetas } from './request/header.ts';
export type { RequiredBetas } from './required-betas.ts';
export type {
  Action,
  BetaPlan,
  BetaRequest,
  Confidence,
  Decision,
  FixCode,
  JsonPointer,
  Mode,
  PlanOptions,
  Policy,
  Reason,
  Verdict,
} from './types.ts';
