import { describe, expect, it } from 'vitest';
import { createGateway } from '../src/index.ts';
import { createRecorder, createUpstream, MESSAGE, post, readMessage, setUp } from './setup.ts';

describe('the names of models', () => {
  it('are replaced in the body, and nothing else is', async () => {
    const { gateway, received, events } = setUp('foundry', {
      upstream: { models: { 'claude-opus-5': 'my-deployment' } },
    });
    const text =
      '{ "max_tokens":1, "model" : "claude-opus-5", "seed":12345678901234567890,"messages":[]}';
    await gateway(post('/v1/messages', text));
    expect(received[0]?.text).toBe(text.replace('claude-opus-5', 'my-deployment'));
    expect(events[0]?.model).toBe('claude-opus-5');
  });

  it('are replaced in each item of a batch', async () => {
    const { gateway, received } = setUp('claude-api', {
      upstream: { models: { a: 'claude-opus-5', b: 'claude-haiku-5' } },
    });
    const requests = ['a', 'b', 'c'].map((model) => ({
      custom_id: model,
      params: { ...MESSAGE, model },
    }));
    await gateway(post('/v1/messages/batches', { requests }));
    const sent = JSON.parse(received[0]?.text ?? '') as typeof body;
    const body = { requests };
    expect(sent.requests.map(({ params }) => params.model)).toEqual([
      'claude-opus-5',
      'claude-haiku-5',
      'c',
    ]);
  });

  it.each([
    ['bedrock', '/model/opus/invoke', '/model/arn%3Aaws%3Ax%2Fabc/invoke'],
    [
      'bedrock',
      '/model/opus/invoke-with-response-stream',
      '/model/arn%3Aaws%3Ax%2Fabc/invoke-with-response-stream',
    ],
    [
      'vertex',
      '/publishers/anthropic/models/opus:rawPredict',
      '/models/arn%3Aaws%3Ax%2Fabc:rawPredict',
    ],
  ] as const)('are replaced in the path on %s', async (platform, path, end) => {
    const { gateway, received } = setUp(platform, {
      upstream: { models: { opus: 'arn:aws:x/abc' } },
    });
    await gateway(post(path, { messages: [] }));
    expect(received[0]?.url.endsWith(end)).toBe(true);
    expect(received[0]?.text).toBe('{"messages":[]}');
  });

  it('that show a model are planned by the new name', async () => {
    // Fast mode is unavailable with one of the models, and needs no beta with the other.
    const body = { ...MESSAGE, model: 'fast', speed: 'fast' };
    const beta = async (model: string) => {
      const { gateway, received } = setUp('claude-api', { upstream: { models: { fast: model } } });
      await gateway(post('/v1/messages', body));
      return received[0]?.headers.get('anthropic-beta');
    };
    expect(await beta('claude-opus-5')).toBe('fast-mode-2026-02-01');
    expect(await beta('claude-opus-5-5')).toBeNull();
  });

  it('that show no model are planned by the name of the client', async () => {
    const body = { ...MESSAGE, speed: 'fast' };
    const { gateway, received } = setUp('claude-api', {
      upstream: { models: { 'claude-opus-5': 'deployment-1' } },
    });
    await gateway(post('/v1/messages', body));
    expect(received[0]?.headers.get('anthropic-beta')).toBe('fast-mode-2026-02-01');
    expect(received[0]?.text).toContain('"model":"deployment-1"');
  });

  it('choose an upstream that lists the model before others of the same form', async () => {
    const first = createRecorder();
    const second = createRecorder();
    const gateway = createGateway({
      upstreams: [
        createUpstream('claude-api', first.send),
        createUpstream('foundry', second.send, { models: { 'claude-haiku-5': 'claude-haiku-5' } }),
      ],
    });
    await gateway(post('/v1/messages', { ...MESSAGE, model: 'claude-haiku-5' }));
    await gateway(post('/v1/messages', { ...MESSAGE, model: 'constructor' }));
    await gateway(post('/v1/messages'));
    expect([first.received.length, second.received.length]).toEqual([2, 1]);
  });

  it('choose an upstream that lists the model and needs a conversion before others', async () => {
    const first = createRecorder();
    const second = createRecorder();
    const models = { 'claude-haiku-5': 'us.anthropic.claude-haiku-5' };
    const auth = { mode: 'replace', header: 'authorization', value: 'Bearer b' } as const;
    const gateway = createGateway({
      upstreams: [
        createUpstream('claude-api', first.send),
        createUpstream('bedrock', second.send, { models, auth }),
      ],
    });
    await gateway(post('/v1/messages', { ...MESSAGE, model: 'claude-haiku-5' }));
    await gateway(post('/v1/messages'));
    expect([first.received.length, second.received.length]).toEqual([1, 1]);
    expect(second.received[0]?.url).toContain('/model/us.anthropic.claude-haiku-5/invoke');
  });
});

describe('the inner request of CountTokens on Bedrock', () => {
  const path = '/model/anthropic.claude-opus-4-8/count-tokens';
  const wrap = (inner: object) => ({
    input: { invokeModel: { body: btoa(JSON.stringify(inner)) } },
  });

  it('is planned', async () => {
    const { gateway, received } = setUp('bedrock');
    const text = 'é'.repeat(10_000);
    const inner = {
      anthropic_beta: ['oauth-2025-04-20'],
      messages: [{ role: 'user', content: text }],
    };
    const bytes = new TextEncoder().encode(JSON.stringify(inner));
    const encoded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    await gateway(post(path, { input: { invokeModel: { body: encoded } } }));
    const sent = JSON.parse(received[0]?.text ?? '') as ReturnType<typeof wrap>;
    const decoded = Uint8Array.from(atob(sent.input.invokeModel.body), (char) =>
      char.charCodeAt(0),
    );
    expect(new TextDecoder().decode(decoded)).toBe(JSON.stringify({ messages: inner.messages }));
  });

  it('stays as received if nothing changes, or if it cannot be read', async () => {
    for (const body of [
      wrap({ messages: [] }),
      { input: { invokeModel: { body: '%' } } },
      { input: 1 },
    ]) {
      const { gateway, received } = setUp('bedrock');
      await gateway(post(path, body));
      expect(received[0]?.text).toBe(JSON.stringify(body));
    }
  });
});

describe('a conversion', () => {
  it('is not done with the credential of a client', async () => {
    const { gateway, received } = setUp('vertex', { upstream: { auth: { mode: 'passthrough' } } });
    const response = await gateway(post('/v1/messages', MESSAGE, { 'x-api-key': 'sk-ant-x' }));
    expect(response.status).toBe(401);
    expect(await readMessage(response)).toContain('"replace" or "sign"');
    expect(received).toHaveLength(0);
  });
});
