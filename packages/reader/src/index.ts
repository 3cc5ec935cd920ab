/**
 * Reads any text as a request to Claude, a list of betas, an error or a log, with the places of
 * what matters and a guess of the platform.
 *
 * Uses Web APIs only. Runs nothing that it reads.
 * @module
 */
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
