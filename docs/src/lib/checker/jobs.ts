/** The messages between the page and the worker. */

import type { Platform } from '@beta-headers/core';
import { loadClassifier, loadIndonesian, readTextLazily } from '@beta-headers/reader/lazy';
import type { CheckAnswer, Gap } from './answer.ts';
import { checkReading, hasError, listNeededFacts } from './check.ts';
import type { Correction } from './correct.ts';
import type { TextLanguage } from './decision-text.ts';
import type { CheckFacts } from './facts.ts';
import type { Link, LinkState } from './link.ts';
import type { RareFactsFiles } from './rare-facts.ts';

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

/** The first message, with the address of the files that few questions need. */
export interface FactsMessage {
  readonly facts: CheckFacts;
  readonly rareFacts: string;
}
export type Job = FactsMessage | (Question & { readonly id: number });

/** Answers one question. Parts that few questions need are loaded for the first that does. */
export async function answerQuestion(
  job: Question,
  facts: CheckFacts,
  rareFacts: RareFactsFiles,
  language: TextLanguage,
): Promise<Answers[keyof Answers]> {
  switch (job.kind) {
    case 'check': {
      const { text, today, gaps } = job;
      const reading = await readTextLazily(text);
      const classifier = hasError(reading) ? await loadClassifier() : undefined;
      const isIndonesian = reading.kind === 'none' && language === 'id';
      const describeNone = isIndonesian
        ? (await loadIndonesian()).describeNoneInIndonesian
        : undefined;
      const rare = rareFacts.loaded;
      const check = (): CheckAnswer =>
        checkReading(reading, { language, facts, rare, today, gaps, describeNone }, classifier);
      const answer = check();
      const needed = listNeededFacts(answer).filter((part) => !rare[part]);
      if (needed.length === 0) return answer;
      await Promise.all(needed.map((part) => rareFacts.load(part)));
      return check();
    }
    case 'correct': {
      const { correctReading } = await import('./correct.ts');
      const words = await rareFacts.load('words');
      return correctReading(await readTextLazily(job.text), { ...job, words }, job.text.length);
    }
    case 'link': {
      const { makeReadingLink } = await import('./link.ts');
      const words = await rareFacts.load('words');
      return makeReadingLink(await readTextLazily(job.text), words, job);
    }
    case 'open': {
      const { parseFragment } = await import('./link.ts');
      return parseFragment(job.hash);
    }
  }
}
