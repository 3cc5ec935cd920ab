import Anthropic, { toFile } from '@anthropic-ai/sdk';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFakeApi } from '../src/index.ts';
import { get, hello, post, readJson } from './support/send.ts';

const api = createFakeApi({ today: '2026-11-30' });
const client = new Anthropic({ apiKey: 'any', fetch: api.fetch, maxRetries: 0 });
const requests = [{ custom_id: 'a', params: { ...hello, messages: [] } }];

async function collect(items: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}
const countPaths = async (run: () => Promise<unknown>): Promise<number> => {
  const before = api.requests.length;
  await run();
  return api.requests.length - before;
};

beforeAll(async () => {
  for (let i = 0; i < 5; i++) {
    await client.messages.batches.create({ requests });
    await client.files.upload({ file: await toFile(new Uint8Array([i]), `${i}.bin`) });
  }
});

describe('auto-paging of the SDK', () => {
  it.each<[string, (limit: number) => AsyncIterable<{ id: string }>]>([
    ['models', (limit) => client.models.list({ limit })],
    ['batches', (limit) => client.messages.batches.list({ limit })],
    ['files', (limit) => client.files.list({ limit })],
  ])('gets all %s in pages of two', async (_, list) => {
    const whole = await collect(list(1000));
    expect(new Set(whole).size).toBe(whole.length);
    const pages = await countPaths(async () => expect(await collect(list(2))).toEqual(whole));
    expect(pages).toBe(Math.ceil(whole.length / 2));
  });
});

describe('a page by id', () => {
  const list = async (query: string): Promise<{ ids: string[]; has_more: boolean }> => {
    const page = await readJson<{ data: { id: string }[]; has_more: boolean }>(
      await get(api, `/v1/messages/batches?${query}`),
    );
    return { ids: page.data.map(({ id }) => id.slice(-1)), has_more: page.has_more };
  };

  it('is after or before an id', async () => {
    const [first = '', second = ''] = await collect(client.messages.batches.list());
    expect(await list(`limit=2&after_id=${first}`)).toEqual({ ids: ['4', '3'], has_more: true });
    expect(await list(`before_id=${second}`)).toEqual({ ids: ['5'], has_more: false });
    const last = second.replace(/\d$/, '1');
    expect(await list(`limit=2&before_id=${last}`)).toEqual({ ids: ['3', '2'], has_more: true });
  });

  it('is empty for an id that is not in the list', async () => {
    for (const query of ['after_id=nope', 'before_id=nope'])
      expect(await list(query)).toEqual({ ids: [], has_more: false });
    expect(await readJson(await get(api, '/v1/files?page=page_nope'))).toEqual({
      data: [],
      next_page: null,
    });
  });

  it.each([
    ['limit=0', 'limit: Input should be a whole number from 1 to 1000'],
    ['limit=x', 'limit: Input should be a whole number from 1 to 1000'],
    ['after_id=a&before_id=b', 'before_id: cannot be combined with `after_id`'],
  ])('is refused for %s', async (query, message) => {
    const response = await get(api, `/v1/messages/batches?${query}`);
    expect([response.status, await readJson(response)]).toEqual([
      400,
      expect.objectContaining({ error: { type: 'invalid_request_error', message } }),
    ]);
  });
});

it('lists models with plausible days, each with its own', async () => {
  const { data } = await client.models.list({ limit: 1000 });
  const days = data.map(({ created_at }) => Date.parse(created_at));
  expect(new Set(days).size).toBe(days.length);
  expect(Math.min(...days)).toBeGreaterThan(Date.parse('2023-01-01'));
  expect(Math.max(...days)).toBeLessThan(Date.parse('2026-11-30'));
});

it('answers 404 for an endpoint that it does not have', async () => {
  expect((await post(api, hello, '/v1/chat/completions')).status).toBe(404);
  expect((await post(api, hello, '/v1/nothing')).status).toBe(404);
});
