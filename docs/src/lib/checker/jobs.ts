/** The messages between the page and the worker. */

import type { Platform } from '@beta-headers/core';
import { loadClassifier, readTextLazily } from '@beta-headers/reader/lazy';
import { type CheckAnswer, checkReading, type Gap, hasError } from './check.ts';
import type { Correction } from './correct.ts';
import type { TextLanguage } from './decision-text.ts';
import type { CheckFacts } from './facts.ts';
import type { Link, LinkState } from './link.ts';

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
export type Job = { readonly facts: CheckFacts } | (Question & { readonly id: number });

/** Answers one question. Parts that few questions need are loaded for the first that does. */
export async function answerQuestion(
  job: Question,
  facts: CheckFacts,
  language: TextLanguage,
): Promise<Answers[keyof Answers]> {
  const { words } = facts;
  switch (job.kind) {
    case 'check': {
      const { text, today, gaps } = job;
      const reading = await readTextLazily(text);
      const classifier = hasError(reading) ? await loadClassifier() : undefined;
      return checkReading(reading, { language, facts, today, gaps }, classifier);
    }
    case 'correct': {
      const { correctReading } = await import('./correct.ts');
      return correctReading(await readTextLazily(job.text), { ...job, words }, job.text.length);
    }
    case 'link': {
      const { makeReadingLink } = await import('./link.ts');
      return makeReadingLink(await readTextLazily(job.text), words, job);
    }
    case 'open': {
      const { parseFragment } = await import('./link.ts');
      return parseFragment(job.hash);
    }
  }
}
