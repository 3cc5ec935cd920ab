/**
 * /v1/messages/batches: a batch is in progress when it is created and has ended when somebody looks
 * again.
 */
import { type Call, HttpError } from '../call.ts';
import { json } from '../errors.ts';
import { isObject } from '../gate/walk.ts';
import { countTokens, createMessage } from './message.ts';

interface Batch {
  readonly id: string;
  readonly created: Date;
  readonly items: readonly {
    readonly customId: string;
    readonly model: string;
    readonly tokens: number;
  }[];
  cancelled: Date | undefined;
  ended: Date | undefined;
}

/**
 * The batches of one fake API; of each item it keeps the id, the model and a count, never the
 * prompt.
 */
export interface Batches {
  create(call: Call): Response;
  list(call: Call): Response;
  retrieve(call: Call, id: string): Response;
  cancel(call: Call, id: string): Response;
  delete(id: string): Response;
  results(call: Call, id: string): Response;
  clear(): void;
}

/** An empty store of batches. */
export function createBatches(): Batches {
  const store = new Map<string, Batch>();
  const find = (id: string): Batch => {
    const batch = store.get(id);
    if (!batch) throw new HttpError(404, `Message batch ${id} not found`);
    return batch;
  };
  return {
    create(call) {
      const id = call.ids.next('msgbatch');
      const batch: Batch = {
        id,
        created: new Date(),
        items: readItems(call),
        cancelled: undefined,
        ended: undefined,
      };
      store.set(id, batch);
      return json(show(batch, call.origin));
    },
    list(call) {
      const data = [...store.values()].reverse().map((batch) => show(batch, call.origin));
      return json({
        data,
        has_more: false,
        first_id: data[0]?.id ?? null,
        last_id: data.at(-1)?.id ?? null,
      });
    },
    retrieve(call, id) {
      const batch = find(id);
      batch.ended ??= new Date();
      return json(show(batch, call.origin));
    },
    cancel(call, id) {
      const batch = find(id);
      if (!batch.ended) batch.cancelled ??= new Date();
      return json(show(batch, call.origin));
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
    results(call, id) {
      const batch = find(id);
      if (!batch.ended) throw new HttpError(404, `Message batch ${id} has no results yet`);
      return answerResults(call, batch);
    },
    clear: () => store.clear(),
  };
}

function answerResults({ ids }: Call, { cancelled, items }: Batch): Response {
  const lines = items.map(({ customId, model, tokens }) => {
    const result = cancelled
      ? { type: 'canceled' }
      : { type: 'succeeded', message: createMessage(ids.next('msg'), model, tokens) };
    return `${JSON.stringify({ custom_id: customId, result })}\n`;
  });
  return new Response(lines.join(''), { headers: { 'content-type': 'application/x-jsonl' } });
}

function readItems(call: Call): Batch['items'] {
  const { params } = call;
  if (!isObject(params) || !Array.isArray(params.requests))
    throw new HttpError(400, 'requests: Field required');
  const tokens = Math.ceil(countTokens(call) / Math.max(1, params.requests.length));
  return params.requests.map((item: unknown, i) => {
    if (!isObject(item) || typeof item.custom_id !== 'string')
      throw new HttpError(400, `requests.${i}.custom_id: Field required`);
    if (!isObject(item.params)) throw new HttpError(400, `requests.${i}.params: Field required`);
    return { customId: item.custom_id, model: String(item.params.model ?? ''), tokens };
  });
}

function show(batch: Batch, origin: string): Record<string, unknown> & { id: string } {
  const { id, created, cancelled, ended, items } = batch;
  const count = (state: boolean): number => (state ? items.length : 0);
  return {
    id,
    type: 'message_batch',
    processing_status: ended ? 'ended' : cancelled ? 'canceling' : 'in_progress',
    request_counts: {
      processing: count(!ended),
      succeeded: count(!!ended && !cancelled),
      errored: 0,
      canceled: count(!!ended && !!cancelled),
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
