import type { Platform } from '@beta-headers/manifest';
import { EventStreamCodec } from '@smithy/core/event-streams';
import { describe, expect, it } from 'vitest';
import { createFakeApi } from '../src/index.ts';
import { createTinyCatalog } from './support/catalog.ts';

const ALL_REJECT = Object.fromEntries(
  ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'].map((id) => [
    id,
    'rejected' as const,
  ]),
);
const GOOD = 'good-2026-01-01';
const BAD = 'bad-2026-01-01';
const catalog = createTinyCatalog(
  { id: GOOD, requires: [{ at: 'speed' }] },
  { id: BAD, on: ALL_REJECT },
);
const VERTEX = '/v1/projects/p/locations/global/publishers/anthropic/models';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests are about.
  readonly body: any;
}

async function post(
  platform: Platform,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await createFakeApi({ platform, catalog }).fetch(path, {
    method: 'POST',
    headers: { authorization: 'Bearer any', 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

describe('Claude API', () => {
  it('answers errors in its envelope, with the request id in both places', async () => {
    const { status, headers, body } = await post('claude-api', '/v1/messages', { speed: 1 });
    expect(status).toBe(400);
    expect(body).toEqual({
      type: 'error',
      error: { type: 'invalid_request_error', message: 'speed: Extra inputs are not permitted' },
      request_id: 'req_011fake000001',
    });
    expect(headers.get('request-id')).toBe(body.request_id);
  });

  it.each([
    ['an unknown path', '/v1/nothing', {}, {}, 404, 'not_found_error'],
    ['broken JSON', '/v1/messages', '{"messages": [secret', {}, 400, 'invalid_request_error'],
    ['a list for a body', '/v1/messages', [], {}, 400, 'invalid_request_error'],
    ['no body', '/v1/messages', '', {}, 400, 'invalid_request_error'],
    ['no key', '/v1/messages', {}, { authorization: '' }, 401, 'authentication_error'],
    [
      'a trailing comma',
      '/v1/messages',
      {},
      { 'anthropic-beta': `${GOOD},` },
      400,
      'invalid_request_error',
    ],
  ])('refuses %s', async (_, path, body, headers, status, type) => {
    const answer = await post('claude-api', path, body, headers as Record<string, string>);
    expect([answer.status, answer.body.error.type]).toEqual([status, type]);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  it('takes any key, in any of the headers for one, and a login without', async () => {
    for (const name of ['x-api-key', 'api-key', 'authorization']) {
      expect(
        (await post('claude-api', '/v1/messages', {}, { authorization: '', [name]: 'any' })).status,
      ).toBe(200);
    }
    const api = createFakeApi({
      catalog: createTinyCatalog({
        id: GOOD,
        requires: [{ at: 'grant_type', is: 'x', endpoint: ['POST /v1/oauth/token'] }],
      }),
    });
    const login = (beta: string): Promise<Response> =>
      api.fetch('/v1/oauth/token', {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'x' }),
        ...(beta && { headers: { 'anthropic-beta': beta } }),
      });
    expect((await login('')).status).toBe(400);
    expect(await (await login(GOOD)).json()).toMatchObject({ token_type: 'Bearer' });
  });

  it('reads JSON with another content type', async () => {
    expect(
      (
        await post(
          'claude-api',
          '/v1/messages',
          { speed: 1 },
          { 'content-type': 'application/x-www-form-urlencoded' },
        )
      ).status,
    ).toBe(400);
  });
});

describe('Bedrock', () => {
  const path = '/model/us.anthropic.claude-opus-5-v1%3A0/invoke';

  it('reads betas from the body and not from the header', async () => {
    expect((await post('bedrock', path, { speed: 1, anthropic_beta: [GOOD] })).status).toBe(200);
    expect(
      (await post('bedrock', path, { anthropic_beta: [] }, { 'anthropic-beta': 'nope' })).status,
    ).toBe(200);
    const { body } = await post('bedrock', path, { speed: 1 }, { 'anthropic-beta': GOOD });
    expect(body).toEqual({ message: 'speed: Extra inputs are not permitted' });
  });

  it.each([[[BAD]], [[GOOD, '']], ['text'], [[7]]])(
    'answers %j with a flag that it does not name',
    async (anthropic_beta) => {
      const { status, headers, body } = await post('bedrock', path, { anthropic_beta });
      expect([status, body, headers.get('x-amzn-errortype')]).toEqual([
        400,
        { message: 'invalid beta flag' },
        'ValidationException',
      ]);
      expect(headers.get('x-amzn-requestid')).toMatch(/^req_bdrk_/);
    },
  );

  it('answers for the model in the path', async () => {
    const { body } = await post('bedrock', path, {});
    expect(body).toMatchObject({
      id: 'msg_bdrk_011fake000001',
      model: 'us.anthropic.claude-opus-5-v1:0',
    });
  });

  it('streams in the frames of AWS', async () => {
    const api = createFakeApi({ platform: 'bedrock', catalog });
    const response = await api.fetch('/model/m/invoke-with-response-stream', {
      method: 'POST',
      headers: { authorization: 'any' },
      body: '{}',
    });
    expect(response.headers.get('content-type')).toBe('application/vnd.amazon.eventstream');
    const types = readFrames(new Uint8Array(await response.arrayBuffer())).map(({ type }) => type);
    expect([types[0], types.at(-1)]).toEqual(['message_start', 'message_stop']);
  });

  it('has no other paths', async () => {
    for (const other of ['/v1/messages', '/v1/messages/count_tokens', `${VERTEX}/m:rawPredict`])
      expect((await post('bedrock', other, {})).status).toBe(404);
    expect((await post('bedrock-converse', path, {})).status).toBe(404);
  });

  it('counts the tokens of the request that is wrapped in another', async () => {
    const count = (inner: object): Promise<Answer> =>
      post('bedrock', '/model/anthropic.claude-opus-5/count-tokens', {
        input: { invokeModel: { body: btoa(JSON.stringify(inner)) } },
      });
    expect((await count({ messages: [] })).body).toEqual({ inputTokens: expect.any(Number) });
    expect((await count({ speed: 1 })).body).toEqual({
      message: 'speed: Extra inputs are not permitted',
    });
  });

  it('streams Converse in frames of its own, on the host that both share', async () => {
    for (const platform of ['bedrock', 'bedrock-converse']) {
      const api = createFakeApi({ platform, catalog });
      const response = await api.fetch('/model/m/converse-stream', {
        method: 'POST',
        headers: { authorization: 'any' },
        body: '{}',
      });
      const frames = splitFrames(new Uint8Array(await response.arrayBuffer()));
      expect(frames.map(({ type }) => type)).toEqual([
        'messageStart',
        'contentBlockDelta',
        'contentBlockDelta',
        'contentBlockDelta',
        'contentBlockStop',
        'messageStop',
        'metadata',
      ]);
      expect(frames.at(-1)?.payload).toHaveProperty('usage.totalTokens');
    }
  });

  it('reads additionalModelRequestFields of Converse', async () => {
    const converse = (fields: object): Promise<Answer> =>
      post('bedrock-converse', '/model/m/converse', {
        messages: [],
        additionalModelRequestFields: fields,
      });
    expect((await converse({ speed: 1, anthropic_beta: [GOOD] })).body).toHaveProperty(
      'output.message.role',
      'assistant',
    );
    expect((await converse({ anthropic_beta: [BAD] })).body).toEqual({
      message: 'The model returned the following errors: invalid beta flag',
    });
  });

  it('takes the header on its Messages endpoint', async () => {
    expect(
      (
        await post(
          'bedrock-mantle',
          '/anthropic/v1/messages',
          { speed: 1 },
          { 'anthropic-beta': GOOD },
        )
      ).status,
    ).toBe(200);
    const { body } = await post(
      'bedrock-mantle',
      '/anthropic/v1/messages',
      {},
      { 'anthropic-beta': BAD },
    );
    expect(body).toMatchObject({
      type: 'error',
      error: { type: 'invalid_request_error', message: 'invalid beta flag' },
    });
    const { fetch } = createFakeApi({ platform: 'bedrock-mantle' });
    const init = { method: 'POST', headers: { 'x-api-key': 'any' }, body: '{"requests":[]}' };
    expect((await fetch('/anthropic/v1/messages/batches', init)).status).toBe(404);
  });
});

describe('Vertex', () => {
  it('takes messages, streams and token counts under its own paths', async () => {
    const { body } = await post('vertex', `${VERTEX}/claude-opus-5@20260101:rawPredict`, {
      anthropic_version: 'vertex-2023-10-16',
    });
    expect(body).toMatchObject({ id: 'msg_vrtx_011fake000001', model: 'claude-opus-5@20260101' });
    expect(
      (await post('vertex', `${VERTEX}/count-tokens:rawPredict`, { model: 'm' })).body,
    ).toHaveProperty('input_tokens');
    const response = await createFakeApi({ platform: 'vertex', catalog }).fetch(
      `${VERTEX}/m:streamRawPredict`,
      {
        method: 'POST',
        headers: { authorization: 'any' },
        body: '{}',
      },
    );
    expect(await response.text()).toMatch(
      /^event: message_start\ndata: \{.*event: message_stop\ndata: \{"type":"message_stop"\}\n\n$/s,
    );
    expect((await post('vertex', '/v1/messages', {})).status).toBe(404);
  });

  it('names the rejected value, and the platform in the request id', async () => {
    const { body } = await post('vertex', `${VERTEX}/m:rawPredict`, {}, { 'anthropic-beta': BAD });
    expect(body.error.message).toMatch(
      /^Unexpected value\(s\) `bad-2026-01-01` for the `anthropic-beta` header\./,
    );
    expect(body.request_id).toMatch(/^req_vrtx_/);
  });
});

describe('Foundry', () => {
  it('has the Claude API below /anthropic, without batches and models', async () => {
    expect((await post('foundry', '/anthropic/v1/messages', {})).status).toBe(200);
    expect((await post('foundry', '/v1/messages', {})).status).toBe(404);
    const { fetch } = createFakeApi({ platform: 'foundry' });
    for (const path of ['/anthropic/v1/messages/batches', '/anthropic/v1/models'])
      expect((await fetch(path, { headers: { 'api-key': 'any' } })).status).toBe(404);
  });
});

describe('a platform that follows another', () => {
  it('has its own paths, and the endpoints of the other behind them', async () => {
    const { fetch } = createFakeApi({ platform: 'claude-on-google-cloud' });
    const headers = { authorization: 'Bearer any' };
    const base = '/v1/projects/p/locations/global';
    const statuses = async (...paths: string[]) =>
      Promise.all(paths.map(async (path) => (await fetch(base + path, { headers })).status));
    expect(
      await statuses('/workspaces/w/invoke/v1/models', '/claudeOrganization/invoke/v1/models'),
    ).toEqual([200, 200]);
    expect(await statuses('/v1/models', '/workspaces/w/v1/models')).toEqual([404, 404]);
    expect((await fetch('/v1/models', { headers })).status).toBe(404);
  });

  it('lacks the endpoints that its own claims exclude', async () => {
    const body = JSON.stringify({
      model: 'claude-opus-5',
      max_tokens: 1,
      messages: [{ role: 'user', content: 'Hello' }],
      tools: [{ type: 'code_execution_20250825', name: 'code_execution' }],
    });
    const headers = { 'api-key': 'any', 'content-type': 'application/json' };
    const send = async (platform: 'foundry' | 'foundry-azure') => {
      const { fetch } = createFakeApi({ platform });
      return (await fetch('/anthropic/v1/messages', { method: 'POST', headers, body })).status;
    };
    expect([await send('foundry'), await send('foundry-azure')]).toEqual([200, 400]);
  });
});

function readFrames(bytes: Uint8Array): { type: string }[] {
  return splitFrames(bytes).map(({ type, payload }) => {
    expect(type).toBe('chunk');
    return JSON.parse(atob(payload.bytes as string));
  });
}

function splitFrames(bytes: Uint8Array): { type: unknown; payload: Record<string, unknown> }[] {
  const text = (value: Uint8Array | string): string =>
    typeof value === 'string' ? value : new TextDecoder().decode(value);
  const codec = new EventStreamCodec(text, (value) => new TextEncoder().encode(value));
  const frames: { type: unknown; payload: Record<string, unknown> }[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = new DataView(bytes.buffer, at).getUint32(0);
    const { headers, body } = codec.decode(bytes.subarray(at, at + length));
    frames.push({ type: headers[':event-type']?.value, payload: JSON.parse(text(body)) });
    at += length;
  }
  return frames;
}
