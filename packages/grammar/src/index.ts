/**
 * Parsers for the notations that the manifest, the engine, the tools and the site share, and the
 * lists of their fixed words, such as stages. Uses Web standards only and has no dependencies. It
 * has no list of platforms, features or models, because those are data.
 * @module
 */
export {
  type BetaIdInText,
  type BetaIdParts,
  findBetaIds,
  isBetaId,
  isCalendarDate,
  splitBetaId,
  toConstantName,
} from './beta-id.ts';
export {
  ACCEPTANCE_STATUSES,
  type AcceptanceStatus,
  AVAILABILITY_STATUSES,
  type AvailabilityStatus,
} from './claim-status.ts';
export {
  coversEndpoint,
  type Endpoint,
  findEndpointProblem,
  matchesEndpoint,
  overlapsEndpoint,
  splitEndpoint,
} from './endpoint.ts';
export { ERROR_ADVICE, ERROR_KINDS, type ErrorAdvice, type ErrorKind } from './error-row.ts';
export {
  BATCHES_PATH,
  COUNT_TOKENS_PATH,
  MESSAGE_ENDPOINTS,
  MESSAGES_PATH,
} from './message-endpoints.ts';
export { computeEditDistance, computeSlipDistance, findNearest } from './name-distance.ts';
export {
  findImpliedPlatform,
  formatPlatformPath,
  isStreamingPath,
  type PlatformTarget,
} from './platform-path.ts';
export { REMOVALS, type Removal } from './removal.ts';
export { type Route, readRoute } from './route.ts';
export {
  findRulePathProblem,
  formatRulePath,
  NESTING_FIELDS,
  parseRulePath,
  type RulePath,
  splitRulePath,
} from './rule-path.ts';
export { coversRulePath, isInsideRulePath, overlapsRulePath } from './rule-path-relation.ts';
export { canBecome, NEXT_STAGES, STAGES, type Stage } from './stage.ts';
export type { SyntaxProblem } from './syntax-problem.ts';
export { compareVersions, isPrerelease } from './version.ts';
export {
  BETA_PLACEMENTS,
  type BetaPlacement,
  BODY_VERSIONS,
  CONVERSE_FIELDS,
  findBetaPlacement,
  listMessageParams,
  type MessageParams,
  type ParamsKind,
  type WireForm,
} from './wire-form.ts';
