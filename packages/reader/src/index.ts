/**
 * Reads any text as a request to Claude, a list of betas, an error or a log, with the places of
 * what matters and a guess of the platform.
 *
 * Uses Web APIs only. Runs nothing that it reads.
 * @module
 */

export { toCanonical } from './answers/canonical-request.ts';
export {
  classifyErrorText,
  classifyLog,
  type ErrorFacts,
  type ErrorInfo,
  type ErrorText,
} from './answers/classify-reading.ts';
export { hidesFeatures, type SeenRequest } from './answers/hidden-features.ts';
export {
  findDecisionPlaces,
  type PlanReadingOptions,
  planReading,
  type ReadingPlan,
} from './answers/plan-reading.ts';
export { HIDDEN, isSecretName, redactBody, redactHeaders, redactUrl } from './answers/redact.ts';
export { isModelName } from './betas/beta-list.ts';
export { mayBeKey } from './betas/may-be-key.ts';
export { findPlainForm } from './betas/plain-form.ts';
export { describeNoneInIndonesian } from './none-texts-id.ts';
export { MAX_TEXT } from './read-base.ts';
export { readText } from './read-text.ts';
export type {
  Api,
  BetasReading,
  ErrorReading,
  Format,
  JsonProblem,
  LogReading,
  NoneCode,
  NoneReading,
  Place,
  PlatformGuess,
  Reading,
  ReadOptions,
  RequestReading,
  RequestsReading,
  SentBeta,
  TextRequest,
  UnknownPart,
} from './types.ts';
