/** The messages between the page and the worker. */
import { buildHeader, type HeaderAnswer } from './build-header.ts';
import { type CheckAnswer, type CheckOptions, check } from './check.ts';
import type { TextLanguage } from './decision-text.ts';
import { type ErrorAnswer, explainError } from './explain-error.ts';
import type { Beside } from './read.ts';

export interface Answers {
  readonly check: CheckAnswer;
  readonly error: ErrorAnswer;
  readonly header: HeaderAnswer;
}
export type Question =
  | ({ readonly kind: 'check'; readonly text: string; readonly beside: Beside } & CheckOptions)
  | ({
      readonly kind: 'error';
      readonly error: string;
      readonly text: string;
      readonly beside: Beside;
    } & CheckOptions)
  | {
      readonly kind: 'header';
      readonly names: readonly string[];
      readonly language: TextLanguage;
    };
export type Job = Question & { readonly id: number };

/** Answers one question. */
export function answerQuestion(job: Question): Answers[keyof Answers] {
  if (job.kind === 'check') return check(job.text, job.beside, job);
  if (job.kind === 'error')
    return explainError(job.error, job.text, job.beside, job.language, job.platform);
  return buildHeader(job.names, job.language);
}
