import Anthropic, { APIConnectionError, RateLimitError } from '@anthropic-ai/sdk';
import { describe, expect, it } from 'vitest';
import { createFakeApi, type FakeApi, fault } from '../src/index.ts';
import { get, hello, post, readJson, readTypes } from './support/send.ts';

const streamed = { ...hello, stream: true };
const params = { ...hello, messages: [{ role: 'user' as const, content: 'Hello' }] };
const createClient = (api: FakeApi, maxRetries = 0): Anthropic =>
  new Anthropic({ apiKey: 'any', fetch: api.fetch, maxRetries });

describe('a status', () => {
  it('fails as often as it is planned, in the order of the plan', async () => {
    const faults = [fault(429, { retryAfter: 1, times: 2 }), fault(529), fault(500)];
    const api = createFakeApi({ faults });
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) statuses.push((await post(api)).status);
    expect(statuses).toEqual([429, 429, 529, 500, 200]);
    expect(api.requests.map((request) => request.fault)).toEqual([
      '429',
      '429',
      '529',
      '500',
      undefined,
    ]);
  });

  it('has the shape and the headers of the API', async () => {
    const api = createFakeApi({ faults: [fault(429, { retryAfter: 7 })] });
    const response = await post(api);
    expect(await readJson(response)).toMatchObject({
      type: 'error',
      error: { type: 'rate_limit_error' },
      request_id: 'req_011fake000001',
    });
    const { headers } = response;
    expect(headers.get('retry-after')).toBe('7');
    expect(headers.get('anthropic-ratelimit-requests-remaining')).toBe('0');
    const reset = Date.parse(headers.get('anthropic-ratelimit-tokens-reset') ?? '');
    expect(Math.abs(reset - Date.now() - 7000)).toBeLessThan(5000);
  });

  it('has the shape of the platform', async () => {
    const bedrock = createFakeApi({ platform: 'bedrock', faults: [fault(429)] });
    const response = await post(bedrock, hello, '/model/claude-opus-5/invoke');
    expect(response.headers.get('x-amzn-errortype')).toBe('ThrottlingException');
    expect(Object.keys(await readJson(response))).toEqual(['message']);
    const vertex = createFakeApi({ platform: 'vertex', faults: [fault(429), fault(529)] });
    const path = '/v1/projects/p/locations/global/publishers/anthropic/models/m:rawPredict';
    expect(await readJson(await post(vertex, hello, path))).toMatchObject({
      error: { status: 'RESOURCE_EXHAUSTED' },
    });
    expect(await readJson(await post(vertex, hello, path))).toMatchObject({
      error: { type: 'overloaded_error' },
    });
  });

  it('takes a type, a message and headers of its own', async () => {
    const headers = { 'x-should-retry': 'false' };
    const faults = [fault(403, { type: 'billing_error', message: 'Pay first.', headers })];
    const response = await post(createFakeApi({ faults }));
    expect(response.headers.get('x-should-retry')).toBe('false');
    expect(await readJson(response)).toMatchObject({
      error: { type: 'billing_error', message: 'Pay first.' },
    });
  });

  it('is retried by the SDK, after the time that it names', async () => {
    const api = createFakeApi({ faults: [fault(429, { retryAfter: 0.05, times: 2 })] });
    await createClient(api, 2).messages.create(params);
    expect(api.requests.map(({ status }) => status)).toEqual([429, 429, 200]);
    api.fault(429);
    await expect(createClient(api).messages.create(params)).rejects.toBeInstanceOf(RateLimitError);
  });

  it('arrives in a stream after some events', async () => {
    const api = createFakeApi({ faults: [fault(529, { after: 3 })] });
    const stream = await createClient(api).messages.create({ ...params, stream: true });
    const types: string[] = [];
    const read = async (): Promise<void> => {
      for await (const { type } of stream) types.push(type);
    };
    await expect(read()).rejects.toThrow(/overloaded_error/);
    expect(types.slice(0, 2)).toEqual(['message_start', 'content_block_start']);
    const bedrock = createFakeApi({ platform: 'bedrock', faults: [fault(429, { after: 1 })] });
    const path = '/model/claude-opus-5/invoke-with-response-stream';
    expect(await (await post(bedrock, hello, path)).text()).toContain('throttlingException');
  });

  it('fails only the requests that its condition names', async () => {
    const when = ({ path }: { path: string }): boolean => path === '/v1/models';
    const api = createFakeApi({ faults: [fault(500, { when })] });
    expect((await post(api)).status).toBe(200);
    expect((await get(api, '/v1/models')).status).toBe(500);
    expect((await get(api, '/v1/models')).status).toBe(200);
  });
});

describe('a broken connection', () => {
  it('rejects as fetch does', async () => {
    const api = createFakeApi({ faults: [fault('reset', { times: 2 })] });
    await expect(post(api)).rejects.toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      cause: { code: 'ECONNRESET' },
    });
    await expect(createClient(api).messages.create(params)).rejects.toBeInstanceOf(
      APIConnectionError,
    );
    expect(api.requests.map(({ status }) => status)).toEqual([0, 0]);
  });

  it('ends a stream early, with an error or without', async () => {
    const api = createFakeApi();
    api.fault('truncate-stream', { after: 2 });
    expect(await readTypes(await post(api, streamed))).toEqual([
      'message_start',
      'content_block_start',
    ]);
    api.fault('reset', { after: 2 });
    await expect((await post(api, streamed)).text()).rejects.toThrow('terminated');
  });

  it('cuts an answer that is not streamed in the middle', async () => {
    const api = createFakeApi({ faults: [fault('truncate-stream')] });
    const body = await (await post(api)).text();
    expect(body).toMatch(/^\{"id":/);
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
  });
});

describe('a slow answer', () => {
  it('waits before each event, or before the whole', async () => {
    const api = createFakeApi({ faults: [fault('slow', { ms: 10, times: 2 })] });
    const before = performance.now();
    expect((await readTypes(await post(api, streamed))).length).toBeGreaterThan(6);
    expect(performance.now() - before).toBeGreaterThan(60);
    const middle = performance.now();
    await post(api);
    expect(performance.now() - middle).toBeGreaterThan(8);
  });

  it('stops when the caller gives up', async () => {
    const api = createFakeApi({ faults: [fault('slow', { ms: 60_000, times: 2 })] });
    const abort = new AbortController();
    const response = await post(api, streamed, undefined, { signal: abort.signal });
    const reading = response.text();
    abort.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    const signal = AbortSignal.timeout(20);
    await expect(post(api, hello, undefined, { signal })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});

it('plans the failures of the options again on reset', async () => {
  const api = createFakeApi({ faults: [fault(500)] });
  api.fault(529);
  expect([(await post(api)).status, (await post(api)).status]).toEqual([500, 529]);
  api.fault(529);
  api.reset();
  expect([(await post(api)).status, (await post(api)).status]).toEqual([500, 200]);
});

it.each([
  [399, {}, /"399" is neither a status from 400 to 599 nor one of reset, truncate-stream, slow/],
  ['truncate-steam', {}, /did you mean "truncate-stream"\?/],
  [429, { retryafter: 1 }, /there is no option "retryafter"; did you mean "retryAfter"\?/],
  [429, { times: -1 }, /times is -1; write a number, 0 or more/],
  ['slow', {}, /slow needs `ms`/],
])('rejects fault(%j, %j)', (kind, options, message) => {
  expect(() => fault(kind as never, options as never)).toThrow(message);
});
