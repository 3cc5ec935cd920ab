/** Answers the checker's questions away from the page, which stays at hand however long the text is. */
import { answerQuestion, type Job } from '../lib/checker/jobs.ts';

self.addEventListener('message', ({ data }: MessageEvent<Job>) => {
  self.postMessage({ id: data.id, answer: answerQuestion(data) });
});
