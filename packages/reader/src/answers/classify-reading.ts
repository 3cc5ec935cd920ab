/** Classifies an error that was read from a text, with what the text says around it. */
import type { BetaRequest } from '@beta-headers/core';
import {
  type BetaErrorContext,
  type BetaErrorInfo,
  type BetaPlatforms,
  classifyBetaError,
  findBetaPlatforms,
} from '@beta-headers/core/errors';
import { mayBeKey } from '../betas/may-be-key.ts';
import type { ErrorReading, LogReading } from '../types.ts';

export { classifyBetaError };

/** The part of a reading that is an error. */
export type ErrorText = Pick<ErrorReading, 'text' | 'status' | 'platform' | 'sent'>;

/** Facts about an error that its text may not have. */
export type ErrorFacts = Pick<BetaErrorContext, 'platform' | 'language' | 'sent'>;

/** The classification of an error, with the platforms on which a missing beta matters. */
export interface ErrorInfo extends BetaErrorInfo, BetaPlatforms {}

/** Classifies the text of an error. Returns `undefined` if it is not about betas. */
export function classifyErrorText(
  { text, status, platform, sent: shown }: ErrorText,
  { sent = shown, ...facts }: ErrorFacts,
  request?: BetaRequest,
): ErrorInfo | undefined {
  const info = classifyBetaError(status === undefined ? text : { status, body: text }, {
    ...facts,
    platform: facts.platform ?? platform?.guess,
    sent,
    request,
  });
  if (!info) return undefined;
  const platforms = findBetaPlatforms(info.kind === 'missing' ? info.betas : []);
  return { ...info, ...platforms, suspects: info.suspects.map(hideKey) };
}

/** Hides a value that may be a key, as the engine does in its advice. */
const hideKey = (value: string): string =>
  mayBeKey(value) ? `(${value.length} characters)` : value;

/** Classifies the error of a log. Without a request, its betas are those that were sent. */
export function classifyLog(
  { request, betas }: Pick<LogReading, 'request' | 'betas'>,
  error: ErrorText,
  facts: ErrorFacts,
): ErrorInfo | undefined {
  const listed = betas.map(({ beta }) => beta);
  const sent = facts.sent ?? error.sent ?? (request ? undefined : [...new Set(listed)]);
  return classifyErrorText(error, { ...facts, sent }, request?.request);
}
