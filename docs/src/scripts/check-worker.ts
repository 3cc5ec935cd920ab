/** Answers the checker's questions in a worker, so that long texts do not block the page. */
import { answerQuestion, type Job } from '../lib/checker/jobs.ts';

self.addEventListener('message', ({ data }: MessageEvent<Job>) => {
  self.postMessage({ id: data.id, answer: answerQuestion(data) });
});
