/** /v1/messages/batches: a new batch is in progress, and has ended at the next request. */
import { type Call, HttpError } from '../call.ts';
import type { Fields } from '../conversation.ts';
import { json } from '../errors.ts';
import { isObject } from '../gate/walk.ts';
import { askRespond, makeRespondError, toMessageAnswer } from '../respond.ts';
import { completeMessage, countTokens } from './message.ts';
import { readPageById } from './page.ts';

/** An item and its result, made when the batch was created. */
interface Item {
  readonly customId: string;
  readonly result: { readonly type: string } & Fields;
}

interface Batch {
  readonly id: string;
  readonly created: Date;
  readonly items: readonly Item[];
  cancelled: Date | undefined;
  ended: Date | undefined;
}

/** The batches of one fake API. An item is kept as its id and its result, without the prompt. */
export interface Batches {
  create(call: Call): Promise<Response>;
  list(call: Call, query: URLSearchParams): Response;
  retrieve(call: Call, id: string): Response;
  cancel(call: Call, id: string): Response;
  delete(id: string): Response;
  results(id: string): Response;
  clear(): void;
}

/** Creates an empty store of batches. */
export function createBatches(): Batches {
  const store = new Map<string, Batch>();
  const find = (id: string): Batch => {
    const batch = store.get(id);
    if (!batch) throw new HttpError(404, `Message batch ${id} not found`);
    return batch;
  };
  return {
    async create(call) {
      const items = await answerItems(call);
      const id = call.ids.next('msgbatch');
      const batch: Batch = {
        id,
        created: new Date(),
        items,
        cancelled: undefined,
        ended: undefined,
      };
      store.set(id, batch);
      return json(describeBatch(batch, call.origin));
    },
    list(call, query) {
      const data = [...store.values()].reverse().map((batch) => describeBatch(batch, call.origin));
      return json(readPageById(data, query));
    },
    retrieve(call, id) {
      const batch = find(id);
      batch.ended ??= new Date();
      return json(describeBatch(batch, call.origin));
    },
    cancel(call, id) {
      const batch = find(id);
      if (!batch.ended) batch.cancelled ??= new Date();
      return json(describeBatch(batch, call.origin));
    },
    delete(id) {
      if (!find(id).ended)
        throw new HttpError(
          400,
          `Message batch ${id} is still in progress: cancel it, or retrieve it until it has ended`,
        );
      store.delete(id);
      return json({ id, type: 'message_batch_deleted' });
    },
    results(id) {
      const batch = find(id);
      if (!batch.ended) throw new HttpError(404, `Message batch ${id} has no results yet`);
      return answerResults(batch);
    },
    clear: () => store.clear(),
  };
}

function answerResults({ cancelled, items }: Batch): Response {
  const lines = items.map(({ customId, result }) => {
    const shown = cancelled ? { type: 'canceled' } : result;
    return `${JSON.stringify({ custom_id: customId, result: shown })}\n`;
  });
  return new Response(lines.join(''), { headers: { 'content-type': 'application/x-jsonl' } });
}

/** Answers each item as a separate request; with `respond`, one after the other. */
async function answerItems(call: Call): Promise<Item[]> {
  const { requests } = call.params;
  if (!Array.isArray(requests)) throw new HttpError(400, 'requests: Field required');
  const tokens = Math.ceil(countTokens(call) / Math.max(1, requests.length));
  const items: Item[] = [];
  for (const [i, item] of requests.entries()) {
    if (!isObject(item) || typeof item.custom_id !== 'string')
      throw new HttpError(400, `requests.${i}.custom_id: Field required`);
    if (!isObject(item.params)) throw new HttpError(400, `requests.${i}.params: Field required`);
    const { custom_id: customId, params } = item;
    const answer = call.respond && (await askRespond(call, { customId, params }));
    try {
      items.push({ customId, result: await answerItem(call, params, answer, tokens) });
    } catch (error) {
      throw makeRespondError(error instanceof Error ? error.message : String(error));
    }
  }
  return items;
}

/**
 * Returns the result of an item: a message, or the error of a `Response` that `respond` returns.
 */
async function answerItem(
  { ids }: Call,
  params: Fields,
  answer: unknown,
  tokens: number,
): Promise<Item['result']> {
  if (answer instanceof Response) {
    const body = await answer.json();
    return answer.ok ? { type: 'succeeded', message: body } : { type: 'errored', error: body };
  }
  const model = String(params.model ?? '');
  const message = completeMessage(
    { ids, model },
    params,
    answer === undefined ? {} : toMessageAnswer(answer),
    tokens,
  );
  return { type: 'succeeded', message };
}

function describeBatch(batch: Batch, origin: string): Record<string, unknown> & { id: string } {
  const { id, created, cancelled, ended, items } = batch;
  const errored = items.filter(({ result }) => result.type === 'errored').length;
  const hasResults = ended !== undefined && !cancelled;
  return {
    id,
    type: 'message_batch',
    processing_status: ended ? 'ended' : cancelled ? 'canceling' : 'in_progress',
    request_counts: {
      processing: ended ? 0 : items.length,
      succeeded: hasResults ? items.length - errored : 0,
      errored: hasResults ? errored : 0,
      canceled: ended && cancelled ? items.length : 0,
      expired: 0,
    },
    created_at: created.toISOString(),
    expires_at: new Date(created.getTime() + 24 * 60 * 60 * 1000).toISOString(),
    ended_at: ended?.toISOString() ?? null,
    cancel_initiated_at: cancelled?.toISOString() ?? null,
    archived_at: null,
    results_url: ended ? `${origin}/v1/messages/batches/${id}/results` : null,
  };
}
