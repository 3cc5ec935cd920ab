/**
 * Reads any text as a request to Claude, a list of betas, an error or a log, with the places of
 * what matters and a guess of the platform.
 *
 * Uses Web APIs only. Runs nothing that it reads.
 * @module
 */

export { isModelName } from './beta-list.ts';
export { toCanonical } from './canonical-request.ts';
export {
  classifyErrorText,
  classifyLog,
  type ErrorFacts,
  type ErrorInfo,
  type ErrorText,
} from './classify-reading.ts';
export { hidesFeatures, type SeenRequest } from './hidden-features.ts';
export { mayBeKey } from './may-be-key.ts';
export { describeNoneInIndonesian } from './none-texts-id.ts';
export { findPlainForm } from './plain-form.ts';
export {
  findDecisionPlaces,
  type PlanReadingOptions,
  planReading,
  type ReadingPlan,
} from './plan-reading.ts';
export { MAX_TEXT } from './read-base.ts';
export { readText } from './read-text.ts';
export { HIDDEN, isSecretName, redactBody, redactHeaders, redactUrl } from './redact.ts';
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
