import { describe, expect, it } from 'vitest';
import { createFakeApi, fakeApi, type RecordedRequest } from '../src/index.ts';
import { createTinyCatalog } from './support/catalog.ts';

const catalog = createTinyCatalog({ id: 'good-2026-01-01' });
const rejects = ['nope'];
const headers = { 'x-api-key': 'sk-secret', 'anthropic-beta': 'good-2026-01-01 , nope' };

describe('createFakeApi', () => {
  it('records a request without its prompt and its key', async () => {
    const seen: RecordedRequest[] = [];
    const api = createFakeApi({ catalog, rejects, onRequest: (request) => seen.push(request) });
    const body = JSON.stringify({
      model: 'm',
      messages: [{ role: 'user', content: 'sk-secret' }],
      'sk-secret in a name': 1,
    });
    await api.fetch('https://api.anthropic.com/v1/messages?beta=true&q=sk-secret', {
      method: 'POST',
      headers,
      body,
    });
    await api.fetch('/v1/messages', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'sk-secret=1',
    });
    expect(api.requests[0]).toEqual({
      method: 'POST',
      path: '/v1/messages',
      betaHeader: 'good-2026-01-01 , nope',
      betas: ['good-2026-01-01', 'nope'],
      bodyKeys: ['model', 'messages'],
      status: 400,
    });
    expect(seen).toEqual(api.requests);
    expect(JSON.stringify(api)).not.toContain('sk-secret in');
    expect(JSON.stringify(api.requests.map(({ bodyKeys, ...rest }) => rest))).not.toContain(
      'sk-secret',
    );
  });

  it('forgets on reset and keeps no more than a thousand requests', async () => {
    const api = createFakeApi({ catalog });
    for (let i = 0; i < 1001; i++)
      await api.fetch(`/v1/models/m${i}`, { headers: { 'x-api-key': 'any' } });
    expect(api.requests).toHaveLength(1000);
    expect(api.requests[0]?.path).toBe('/v1/models/m1');
    api.reset();
    expect(api.requests).toEqual([]);
    const answer = (await (
      await api.fetch('/v1/nothing', { headers: { 'x-api-key': 'any' } })
    ).json()) as { request_id: string };
    expect(answer.request_id).toBe('req_011fake000001');
  });

  it('keeps instances apart', async () => {
    const [one, two] = [createFakeApi({ catalog }), createFakeApi({ catalog })];
    await one.fetch('/v1/models', { headers });
    expect([one.requests.length, two.requests.length]).toEqual([1, 0]);
  });

  it('takes a Request, a URL, a path and a stream for a body', async () => {
    const { fetch } = createFakeApi({ catalog });
    const key = { headers: { 'x-api-key': 'any' } };
    const stream = new Blob(['{}']).stream();
    const answers = [
      fetch(new Request('http://x/v1/models', key)),
      fetch(new URL('http://x/v1/models'), key),
      fetch('/v1/models', key),
      fetch('/v1/messages', { ...key, method: 'POST', body: stream }),
    ];
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('waits, and stops waiting when the caller gives up', async () => {
    const { fetch } = createFakeApi({ catalog, latencyMs: 60 });
    const before = performance.now();
    await fetch('/v1/models', { headers });
    expect(performance.now() - before).toBeGreaterThan(50);
    await expect(
      createFakeApi({ latencyMs: 100_000 }).fetch('/v1/models', {
        signal: AbortSignal.timeout(20),
      }),
    ).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('answers an unknown request, with the doubts in a header', async () => {
    const { fetch } = createFakeApi({ catalog, today: '2026-11-30' });
    const send = async (beta: string, body: object): Promise<[number, string | null]> => {
      const response = await fetch('/v1/messages', {
        method: 'POST',
        headers: { 'x-api-key': 'any', 'anthropic-beta': beta },
        body: JSON.stringify(body),
      });
      return [response.status, response.headers.get('x-fake-api-unverified')];
    };
    expect(await send('good-2026-01-01', {})).toEqual([200, null]);
    expect(await send('new-2027-01-01', { 'søt,\n': 1, field: 2 })).toEqual([
      200,
      'unknown-value new-2027-01-01, unknown-field /s?t??, unknown-field /field',
    ]);
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`field${i}`, 1]));
    expect((await send('good-2026-01-01', many))[1]).toMatch(/, and 20 more$/);
  });

  it('refuses values that the options reject, and models by the day of the options', async () => {
    const status = async (today: string): Promise<number> => {
      const { fetch } = createFakeApi({ today });
      const body = JSON.stringify({ model: 'claude-opus-4-1' });
      const init = { method: 'POST', headers: { 'x-api-key': 'any' }, body };
      return (await fetch('/v1/messages', init)).status;
    };
    expect([await status('2026-08-04'), await status('2026-08-05')]).toEqual([200, 404]);
    const { fetch } = createFakeApi({ catalog, rejects });
    expect((await fetch('/v1/models', { headers })).status).toBe(400);
  });

  it('reports the option that is wrong', () => {
    expect(() => createFakeApi({ platform: 'azure' as never })).toThrow(
      /there is no platform "azure"; use one of claude-api, .*foundry/,
    );
    expect(() => createFakeApi({ latencyMs: -1 })).toThrow(/latencyMs is -1/);
    expect(() => createFakeApi({ today: 'tomorrow' })).toThrow(/today is "tomorrow"/);
    expect(() => createFakeApi({ latencyMs: Number.NaN })).toThrow(/latencyMs/);
  });

  it('has a default instance for the Claude API with the published manifest', async () => {
    const response = await fakeApi.fetch('/v1/models', { headers: { 'x-api-key': 'any' } });
    const { data } = (await response.json()) as { data: { id: string; type: string }[] };
    expect(data.length).toBeGreaterThan(5);
    expect(data.every(({ type }) => type === 'model')).toBe(true);
  });

  it('lists models whose end was announced, without those that have ended', async () => {
    const model = (id: string, parts: object = {}) => ({ id, title: id, evidence: [], ...parts });
    const models = [
      model('claude-new'),
      model('claude-late', { retires: '2020-01-01' }),
      model('claude-old', { retired: '2020-01-01' }),
    ];
    const { fetch } = createFakeApi({ catalog: { ...createTinyCatalog(), models } });
    const { data } = (await (
      await fetch('/v1/models', { headers: { 'x-api-key': 'any' } })
    ).json()) as { data: object[] };
    expect(data).toMatchObject([
      { id: 'claude-new', lifecycle: 'active', retires_at: null, deprecated_at: null },
      { id: 'claude-late', lifecycle: 'deprecated', retires_at: '2020-01-01T00:00:00Z' },
    ]);
    expect(data).toHaveLength(2);
  });

  it('answers a body that is nested deep', async () => {
    const nested = '{"content":['.repeat(20_000) + ']}'.repeat(20_000);
    const body = `{"messages":[{"content":[${nested}]}]}`;
    expect(
      (
        await fakeApi.fetch('/v1/messages', {
          method: 'POST',
          headers: { 'x-api-key': 'any' },
          body,
        })
      ).status,
    ).toBe(200);
  });
});
