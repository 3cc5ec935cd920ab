/** The messages between the page and the worker. */

import type { Platform } from '@beta-headers/core';
import { type CheckAnswer, check, type Gap } from './check.ts';
import { type Correction, correct } from './correct.ts';
import type { TextLanguage } from './decision-text.ts';
import type { CheckFacts } from './facts.ts';
import { type Link, type LinkState, makeLink, parseFragment } from './link.ts';

export interface Answers {
  readonly check: CheckAnswer;
  readonly correct: Correction | undefined;
  readonly link: Link;
  readonly open: LinkState | undefined;
}

/** A question about one of the requests of a text, on one platform. */
interface About {
  readonly text: string;
  readonly index: number;
  readonly platform: Platform;
  readonly today: string;
}
export type Question =
  | {
      readonly kind: 'check';
      readonly text: string;
      readonly today: string;
      readonly gaps?: readonly Gap[];
    }
  | { readonly kind: 'open'; readonly hash: string }
  | ({ readonly kind: 'correct' } & About)
  | ({ readonly kind: 'link' } & Omit<About, 'platform'> & {
        readonly platform?: Platform | undefined;
      });

/** Facts come first, once. */
export type Job =
  | { readonly facts: CheckFacts; readonly language: TextLanguage }
  | (Question & { readonly id: number });

/** Answers one question. */
export function answerQuestion(
  job: Question,
  facts: CheckFacts,
  language: TextLanguage,
): Answers[keyof Answers] {
  const { words } = facts;
  switch (job.kind) {
    case 'check':
      return check(job.text, { language, facts, today: job.today, gaps: job.gaps });
    case 'correct':
      return correct(job.text, { ...job, words });
    case 'link':
      return makeLink(job.text, words, job);
    case 'open':
      return parseFragment(job.hash);
  }
}
