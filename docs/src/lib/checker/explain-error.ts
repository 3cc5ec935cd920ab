/** Explains an error text. A request, if there is one, shows which betas were sent. */
import type { Platform } from '@beta-headers/core';
import { type BetaErrorInfo, classifyBetaError } from '@beta-headers/core/errors';
import { canonicalize } from './canonicalize.ts';
import type { TextLanguage } from './decision-text.ts';
import { type Beside, readRequest } from './read.ts';

/** The meaning of an error text. */
export type ErrorAnswer =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unrelated' }
  | { readonly kind: 'found'; readonly info: BetaErrorInfo; readonly together: boolean };

/** Classifies an error text, with the request if it can be read. */
export function explainError(
  error: string,
  text: string,
  beside: Beside,
  language: TextLanguage,
  platform: Platform,
): ErrorAnswer {
  if (error.trim() === '') return { kind: 'empty' };
  const read = readRequest(text, beside);
  const request = read.kind === 'request' ? canonicalize(read.request) : undefined;
  const info = classifyBetaError(error, { language, platform, ...(request && { request }) });
  return info ? { kind: 'found', info, together: request !== undefined } : { kind: 'unrelated' };
}
