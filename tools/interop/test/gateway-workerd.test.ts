/** A gateway on workerd, without `nodejs_compat`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Anthropic from '@anthropic-ai/sdk';
import { findRuntimes } from '@beta-headers/runtimes';
import { type ServedWorker, serveInWorkerd } from '@beta-headers/runtimes/workerd';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLIENT_KEY, MODEL, OPERATOR_KEY, PLATFORMS } from '../src/gateway/platforms.ts';
import { SCENARIOS } from '../src/gateway/scenarios.ts';
import { ANSWER, type FakeUpstream, startUpstream } from '../src/gateway/upstream.ts';
import { joinDeltas } from '../src/gateway/wire.ts';

const CACHE = join(import.meta.dirname, '..', '.cache');

let folder: string;
let upstream: FakeUpstream;
let worker: ServedWorker;

beforeAll(async () => {
  mkdirSync(CACHE, { recursive: true });
  folder = mkdtempSync(join(CACHE, 'workerd-'));
  upstream = await startUpstream('bedrock');
  const file = join(folder, 'worker.mjs');
  writeFileSync(file, await bundleWorker(upstream.url));
  worker = await serveInWorkerd(findRuntimes().workerd, file);
});

afterAll(async () => {
  await worker?.close();
  await upstream?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Bundles a worker that is a gateway to Bedrock, with a key of Bedrock. */
async function bundleWorker(url: string): Promise<string> {
  const auth = { mode: 'replace', header: 'authorization', value: `Bearer ${OPERATOR_KEY}` };
  const { models } = PLATFORMS.bedrock;
  const options = { upstreams: [{ name: 'bedrock', platform: 'bedrock', url, auth, models }] };
  const contents = `
import { createGateway } from '@beta-headers/gateway';
const gateway = createGateway(${JSON.stringify(options)});
export default { fetch: (request) => gateway(request) };`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    conditions: ['import', 'workerd', 'worker', 'browser'],
    // CommonJS dependencies have no `module` field to choose.
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

const createClient = (): Anthropic =>
  new Anthropic({ baseURL: worker.url, apiKey: CLIENT_KEY, maxRetries: 0, logLevel: 'off' });

/** The request of an agent, which Bedrock refuses as it is. */
const { betas = [], params } = SCENARIOS['ten betas'] ?? { params: {} };
const REQUEST = { model: MODEL, max_tokens: 64, ...params, betas } as never;

it('streams a message that is converted to Bedrock', async () => {
  const stream = await createClient().beta.messages.create({
    ...(REQUEST as object),
    stream: true,
  } as never);
  const events: object[] = [];
  for await (const event of stream as unknown as AsyncIterable<object>) events.push(event);
  expect(joinDeltas(events)).toBe(ANSWER);
  const [received, ...others] = upstream.take();
  expect(others).toEqual([]);
  expect(received?.status).toBe(200);
  expect(received?.target).toMatch(/^\/model\/us\.anthropic\..*\/invoke-with-response-stream$/);
  expect(received?.headers['authorization']).toBe(`Bearer ${OPERATOR_KEY}`);
  expect(JSON.stringify(received?.headers)).not.toContain(CLIENT_KEY);
  const body = JSON.parse(received?.body.toString() ?? '') as { anthropic_beta: string[] };
  expect(body.anthropic_beta).toContain('context-management-2025-06-27');
  expect(body.anthropic_beta).not.toContain('prompt-caching-scope-2026-01-05');
});

it('answers a message and an error in the form of the API', async () => {
  const message = await createClient().beta.messages.create(REQUEST);
  expect(message.content).toMatchObject([{ type: 'text', text: ANSWER }]);
  const response = await fetch(`${worker.url}/v1/messages`, { method: 'POST', body: '{' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    type: 'error',
    error: { type: 'invalid_request_error' },
  });
});
