/** Sends questions to the worker, one at a time, and only the newest of each kind. */
import type { TextLanguage } from '../../lib/checker/decision-text.ts';
import type { Answers, FactsMessage, Question } from '../../lib/checker/jobs.ts';

type Kind = keyof Answers;
type AnswerHandler = (answer: Answers[Kind] | 'slow' | 'failed') => void;

/** The time after which a question is stopped. Every text of an accepted length takes less. */
export const ANSWER_TIMEOUT_SECONDS = 15;

/** Vite bundles workers whose address is written in the call. */
const makeWorker = (language: TextLanguage): Worker =>
  language === 'id'
    ? new Worker(new URL('../check-worker.id.ts', import.meta.url), { type: 'module' })
    : new Worker(new URL('../check-worker.en.ts', import.meta.url), { type: 'module' });

export class Answerer {
  readonly #facts: FactsMessage;
  readonly #language: TextLanguage;
  #worker: Worker | undefined;
  #busy:
    | { readonly id: number; readonly onAnswer: AnswerHandler; readonly timer: number }
    | undefined;
  readonly #waiting = new Map<
    Kind,
    { readonly question: Question; readonly onAnswer: AnswerHandler }
  >();
  #last = 0;

  constructor(facts: FactsMessage, language: TextLanguage) {
    this.#facts = facts;
    this.#language = language;
  }

  /** Asks a question. It replaces a waiting question of the same kind. */
  ask<K extends Kind>(
    question: Question & { readonly kind: K },
    onAnswer: (answer: Answers[K] | 'slow' | 'failed') => void,
  ): void {
    this.#waiting.set(question.kind, { question, onAnswer: onAnswer as AnswerHandler });
    this.#next();
  }

  #next(): void {
    if (this.#busy) return;
    const first = this.#waiting.entries().next();
    if (first.done) return;
    const [kind, { question, onAnswer }] = first.value;
    this.#waiting.delete(kind);
    this.#last += 1;
    const timer = window.setTimeout(() => this.#stop('slow'), ANSWER_TIMEOUT_SECONDS * 1000);
    this.#busy = { id: this.#last, onAnswer, timer };
    try {
      this.#getWorker().postMessage({ ...question, id: this.#last });
    } catch {
      this.#stop('failed');
    }
  }

  #getWorker(): Worker {
    if (this.#worker) return this.#worker;
    const worker = makeWorker(this.#language);
    worker.addEventListener('message', ({ data }) => this.#receive(data));
    worker.addEventListener('error', () => this.#stop('failed'));
    worker.postMessage(this.#facts);
    this.#worker = worker;
    return worker;
  }

  #receive({ id, answer }: { id: number; answer: Answers[Kind] }): void {
    const busy = this.#busy;
    if (busy?.id !== id) return;
    window.clearTimeout(busy.timer);
    this.#busy = undefined;
    busy.onAnswer(answer);
    this.#next();
  }

  #stop(why: 'slow' | 'failed'): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const busy = this.#busy;
    this.#busy = undefined;
    if (busy) window.clearTimeout(busy.timer);
    busy?.onAnswer(why);
    this.#next();
  }
}
