/** Answers the checker's questions in a worker, so that long texts do not block the page. */
import type { TextLanguage } from '../lib/checker/decision-text.ts';
import type { CheckFacts } from '../lib/checker/facts.ts';
import { answerQuestion, type Job } from '../lib/checker/jobs.ts';

let known: { readonly facts: CheckFacts; readonly language: TextLanguage } | undefined;

self.addEventListener('message', ({ data }: MessageEvent<Job>) => {
  if ('facts' in data) known = data;
  else if (known)
    self.postMessage({ id: data.id, answer: answerQuestion(data, known.facts, known.language) });
});
