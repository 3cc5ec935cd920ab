/** What the page asks of the worker. */
import type { Platform } from '@beta-headers/core';
import {
  buildHeader,
  type CheckAnswer,
  check,
  type ErrorAnswer,
  explainError,
  type HeaderAnswer,
} from './check.ts';
import type { Beside } from './read.ts';

export interface Answers {
  readonly check: CheckAnswer;
  readonly error: ErrorAnswer;
  readonly header: HeaderAnswer;
}
export type Question =
  | {
      readonly kind: 'check';
      readonly text: string;
      readonly beside: Beside;
      readonly platform: Platform;
    }
  | {
      readonly kind: 'error';
      readonly error: string;
      readonly text: string;
      readonly beside: Beside;
      readonly platform: Platform;
      readonly locale: 'en' | 'id';
    }
  | { readonly kind: 'header'; readonly names: readonly string[] };
export type Job = Question & { readonly id: number };

/** The answer to one question. */
export function answer(job: Question): Answers[keyof Answers] {
  if (job.kind === 'check') return check(job.text, job.beside, job.platform);
  if (job.kind === 'error')
    return explainError(job.error, job.text, job.beside, job.locale, job.platform);
  return buildHeader(job.names);
}
