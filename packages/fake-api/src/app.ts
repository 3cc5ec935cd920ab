/**
 * The endpoints of the Claude API, as a Hono app whose environment is the call that passed the
 * gate.
 */
import { Hono } from 'hono';
import { createBatches } from './answers/batches.ts';
import { createFiles } from './answers/files.ts';
import { answerGeneric } from './answers/generic.ts';
import { answerCountTokens, answerMessage } from './answers/message.ts';
import { listModels, retrieveModel } from './answers/models.ts';
import type { Call } from './call.ts';

/** The endpoints, and the stores behind them. */
export interface App {
  answer(call: Call, url: URL): Promise<Response>;
  clear(): void;
}

/** Builds the app. The caller answers requests whose endpoint throws an HttpError. */
export function createApp(): App {
  const batches = createBatches();
  const files = createFiles();
  const app = new Hono<{ Bindings: Call }>()
    .post('/v1/messages', (c) => answerMessage(c.env))
    .post('/v1/messages/count_tokens', (c) => answerCountTokens(c.env))
    .post('/v1/messages/batches', (c) => batches.create(c.env))
    .get('/v1/messages/batches', (c) => batches.list(c.env, readQuery(c.req.url)))
    .get('/v1/messages/batches/:id', (c) => batches.retrieve(c.env, c.req.param('id')))
    .delete('/v1/messages/batches/:id', (c) => batches.delete(c.req.param('id')))
    .post('/v1/messages/batches/:id/cancel', (c) => batches.cancel(c.env, c.req.param('id')))
    .get('/v1/messages/batches/:id/results', (c) => batches.results(c.req.param('id')))
    .post('/v1/files', (c) => files.upload(c.env))
    .get('/v1/files', (c) => files.list(c.env, readQuery(c.req.url)))
    .get('/v1/files/:id', (c) => files.retrieve(c.req.param('id')))
    .delete('/v1/files/:id', (c) => files.delete(c.req.param('id')))
    .get('/v1/files/:id/content', (c) => files.download(c.req.param('id')))
    .get('/v1/models', (c) => listModels(c.env, readQuery(c.req.url)))
    .get('/v1/models/:id', (c) => retrieveModel(c.env, c.req.param('id')))
    .all('*', (c) => answerGeneric(c.env))
    .onError((error) => {
      throw error;
    });
  return {
    async answer(call, url) {
      const own = new URL(call.path + url.search, url);
      return await app.fetch(new Request(own, { method: call.method }), call);
    },
    clear() {
      batches.clear();
      files.clear();
    },
  };
}

const readQuery = (url: string): URLSearchParams => new URL(url).searchParams;
