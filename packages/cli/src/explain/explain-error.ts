/** Explains an error. */
import type { BetaRequest, Platform } from '@beta-headers/core';
import { classifyBetaError } from '@beta-headers/core/errors';
import type { ErrorReading, LogReading } from '@beta-headers/reader';
import { mayBeKey } from '../may-be-key.ts';
import type { ErrorOutput } from '../schema/error.ts';

/** Facts about an error that its text may not have. */
export interface ErrorSettings {
  readonly platform?: Platform | 'all' | undefined;
  readonly language: 'en' | 'id';
  /** The betas that were sent. */
  readonly sent?: readonly string[] | undefined;
}

/** The part of a reading that is an error. */
export interface ErrorText {
  readonly text: string;
  readonly status?: number;
  readonly platform?: { readonly guess: Platform };
  /** The betas that the text reports as sent. */
  readonly sent?: readonly string[];
}

/** Classifies the text of an error. */
export function explainError(
  { text, status, platform, sent: shown }: ErrorText,
  { platform: given, language, sent = shown }: ErrorSettings,
  request?: BetaRequest,
): ErrorOutput {
  const info = classifyBetaError(status === undefined ? text : { status, body: text }, {
    platform: given === 'all' ? platform?.guess : (given ?? platform?.guess),
    language,
    sent,
    request,
  });
  if (!info)
    return {
      isAboutBetas: false,
      betas: [],
      suspects: [],
      ...(status !== undefined && { status }),
    };
  const { kind, betas, suspects, advice, docs, platform: from, row } = info;
  return {
    isAboutBetas: true,
    kind,
    betas,
    suspects: suspects.map(hideKey),
    advice,
    ...(docs !== undefined && { docs }),
    ...(from !== undefined && { platform: from }),
    ...(status !== undefined && { status }),
    ...(row !== undefined && { row }),
  };
}

/** Hides a value that may be a key, as the engine does in its advice. */
const hideKey = (value: string): string =>
  mayBeKey(value) ? `(${value.length} characters)` : value;

/** Explains the error of a log. Without a request, its betas are those that were sent. */
export function explainLogged(
  { request, betas }: LogReading,
  error: ErrorReading,
  settings: ErrorSettings,
): ErrorOutput {
  const listed = betas.map(({ beta }) => beta);
  const sent = settings.sent ?? error.sent ?? (request ? undefined : [...new Set(listed)]);
  return explainError(error, { ...settings, sent }, request?.request);
}
