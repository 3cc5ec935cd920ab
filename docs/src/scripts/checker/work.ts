/** Answers the checker's questions in a worker, so that long texts do not block the page. */
import type { TextLanguage } from '../../lib/checker/decision-text.ts';
import type { CheckFacts } from '../../lib/checker/facts.ts';
import { answerQuestion, type Job } from '../../lib/checker/jobs.ts';

/** Answers questions in one language. The facts come first. */
export function startWork(language: TextLanguage): void {
  let facts: CheckFacts | undefined;
  self.addEventListener('message', async ({ data }: MessageEvent<Job>) => {
    if ('facts' in data) facts = data.facts;
    else if (facts)
      self.postMessage({ id: data.id, answer: await answerQuestion(data, facts, language) });
  });
}
