/** Answers the checker's questions in a worker, so that long texts do not block the page. */
import type { TextLanguage } from '../../lib/checker/decision-text.ts';
import type { CheckFacts } from '../../lib/checker/facts.ts';
import { answerQuestion, type Job } from '../../lib/checker/jobs.ts';
import { RareFactsFiles } from '../../lib/checker/rare-facts.ts';

/** Answers questions in one language. The facts come first. */
export function startWork(language: TextLanguage): void {
  let known: { readonly facts: CheckFacts; readonly rare: RareFactsFiles } | undefined;
  self.addEventListener('message', ({ data }: MessageEvent<Job>) => {
    if ('facts' in data) known = { facts: data.facts, rare: new RareFactsFiles(data.rareFacts) };
    else if (known)
      answerQuestion(data, known.facts, known.rare, language)
        .then((answer) => self.postMessage({ id: data.id, answer }))
        .catch(reportFailure);
  });
}

/** Throws outside of the promise, so that the page hears of a part that could not be loaded. */
const reportFailure = (error: unknown): void => {
  setTimeout(() => {
    throw error;
  });
};
