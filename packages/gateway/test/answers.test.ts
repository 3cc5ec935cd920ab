import { createFakeApi } from '@beta-headers/fake-api';
import { describe, expect, it } from 'vitest';
import { createGateway } from '../src/index.ts';
import { createRecorder, createUpstream, get, MESSAGE, post, readMessage, setUp } from './setup.ts';

const INVOKE = '/model/anthropic.claude-opus-4-8/invoke';

describe('a start-up probe', () => {
  it.each([
    ['HEAD', '/api/hello', 200],
    ['GET', '/api/hello', 200],
    ['GET', '/inference-profiles?type=SYSTEM_DEFINED', 200],
    ['GET', '/inference-profiles/us.anthropic.claude-opus-4-8-v1%3A0', 404],
  ])('is answered by the gateway: %s %s', async (method, path, status) => {
    const { gateway, received, events } = setUp('bedrock');
    const response = await gateway(get(path, {}, method));
    expect(response.status).toBe(status);
    expect(received).toHaveLength(0);
    expect(events).toMatchObject([{ kind: 'probe', attempts: 0, changes: [] }]);
    expect(events[0]).not.toHaveProperty('upstream');
  });
});

describe('/v1/models', () => {
  const models = { 'claude-opus-5': 'a', 'claude-haiku-5': 'b', 'claude-sonnet-5': 'c' };

  it('is forwarded to a platform that lists its models', async () => {
    const api = createFakeApi();
    const gateway = createGateway({
      upstreams: [
        createUpstream('foundry', createRecorder().send, { models }),
        createUpstream('claude-api', api.fetch),
      ],
    });
    const response = await gateway(get('/v1/models?limit=1000'));
    expect(api.requests).toMatchObject([{ path: '/v1/models', status: 200 }]);
    expect(await response.json()).toHaveProperty('data');
  });

  it('lists the configured models if no upstream can', async () => {
    const { gateway, received } = setUp('bedrock', { upstream: { models } });
    const response = await gateway(get('/v1/models?limit=1000'));
    expect(await response.json()).toMatchObject({
      data: [
        { type: 'model', id: 'claude-opus-5', display_name: 'claude-opus-5' },
        { id: 'claude-haiku-5' },
        { id: 'claude-sonnet-5' },
      ],
      has_more: false,
      first_id: 'claude-opus-5',
      last_id: 'claude-sonnet-5',
    });
    expect(received).toHaveLength(0);
  });

  it.each([
    ['limit=2', ['claude-opus-5', 'claude-haiku-5'], true],
    ['limit=2&after_id=claude-haiku-5', ['claude-sonnet-5'], false],
    ['limit=1&before_id=claude-sonnet-5', ['claude-haiku-5'], true],
    ['limit=x', ['claude-opus-5', 'claude-haiku-5', 'claude-sonnet-5'], false],
  ])('has pages: %s', async (query, ids, hasMore) => {
    const { gateway } = setUp('vertex', { upstream: { models } });
    const page = (await (await gateway(get(`/v1/models?${query}`))).json()) as {
      data: { id: string }[];
      has_more: boolean;
    };
    expect(page.data.map(({ id }) => id)).toEqual(ids);
    expect(page.has_more).toBe(hasMore);
  });

  it('has single models', async () => {
    const { gateway } = setUp('vertex', { upstream: { models } });
    expect(await (await gateway(get('/v1/models/claude-haiku-5'))).json()).toMatchObject({
      id: 'claude-haiku-5',
    });
    const missing = await gateway(get('/v1/models/claude-none'));
    expect(missing.status).toBe(404);
  });
});

describe('the hints', () => {
  it('name what was added, dropped, replaced and stripped', async () => {
    const { gateway, received, events } = setUp('bedrock');
    const body = {
      tools: [
        { name: 'a', input_schema: { type: 'object' }, defer_loading: true },
        { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' },
      ],
      mcp_servers: [{ type: 'url', url: 'http://a', name: 'b' }],
      anthropic_beta: ['advanced-tool-use-2025-11-20', 'oauth-2025-04-20'],
      messages: [],
    };
    const { headers } = await gateway(post(INVOKE, body));
    expect(headers.get('x-beta-headers-replaced')).toBe(
      'advanced-tool-use-2025-11-20>tool-search-tool-2025-10-19',
    );
    expect(headers.get('x-beta-headers-dropped')).toBe('oauth-2025-04-20');
    expect(headers.get('x-beta-headers-stripped')).toBe('mcp-client');
    expect(headers.get('x-beta-headers-added')).toBeNull();
    expect(headers.get('x-beta-headers-request-id')).toBe(events[0]?.id);
    expect(JSON.parse(received[0]?.text ?? '').anthropic_beta).toEqual([
      'tool-search-tool-2025-10-19',
    ]);
    expect(events[0]?.changes).toContainEqual({
      action: 'dropped',
      reason: 'rejected',
      beta: 'oauth-2025-04-20',
      feature: 'oauth',
    });
  });

  it('name a beta that was added', async () => {
    const { gateway } = setUp();
    const body = { ...MESSAGE, model: 'claude-opus-5-5', compaction: { type: 'summarize' } };
    const { headers } = await gateway(post('/v1/messages', body));
    expect(headers.get('x-beta-headers-added')).toBe('compact-2026-09-04');
    expect(headers.get('x-beta-headers-verdict')).toBe('works');
  });

  it('hide a value that may be a key', async () => {
    const { gateway, events } = setUp('claude-api', { policy: { unknownBeta: 'drop' } });
    const { headers } = await gateway(
      post('/v1/messages', MESSAGE, { 'anthropic-beta': 'pasted-secret-123456' }),
    );
    expect(JSON.stringify([...headers])).not.toContain('pasted');
    expect(JSON.stringify(events)).not.toContain('pasted');
    expect(events[0]?.changes).toMatchObject([{ action: 'dropped', beta: '[hidden]' }]);
  });
});

describe('an event', () => {
  it('describes the request without its content', async () => {
    const { gateway, events } = setUp();
    await gateway(
      post(
        '/v1/messages?beta=true&tag=private',
        { ...MESSAGE, system: 'private' },
        { 'x-api-key': 'private' },
      ),
    );
    expect(events).toEqual([
      {
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        method: 'POST',
        kind: 'messages',
        upstream: 'claude-api',
        platform: 'claude-api',
        model: 'claude-opus-5',
        status: 200,
        durationMs: expect.any(Number),
        attempts: 1,
        verdict: 'works',
        changes: [],
      },
    ]);
  });

  it('has no model that is no name', async () => {
    const { gateway, events } = setUp();
    await gateway(post('/v1/messages', { ...MESSAGE, model: 'tell me a secret' }));
    expect(events[0]).not.toHaveProperty('model');
  });

  it('is sent once, and its errors are ignored', async () => {
    let count = 0;
    const { gateway } = setUp('claude-api', {
      onEvent: () => {
        count++;
        throw new Error('broken hook');
      },
    });
    expect((await gateway(post('/v1/messages'))).status).toBe(200);
    const { gateway: rejecting } = setUp('claude-api', {
      onEvent: () => Promise.reject(new Error('broken hook')),
    });
    expect((await rejecting(post('/v1/messages'))).status).toBe(200);
    expect(count).toBe(1);
  });
});

describe('a refusal', () => {
  const body = { mcp_servers: [], thread: { type: 'continue', previous_message_id: 'm' } };

  it('has the shape of the API, and names what was rejected', async () => {
    const { gateway, received, events } = setUp('bedrock-mantle');
    const response = await gateway(post('/v1/messages', { ...MESSAGE, ...body }));
    expect(response.status).toBe(400);
    expect(response.headers.get('x-beta-headers')).toBe('refused');
    expect(response.headers.get('x-should-retry')).toBe('false');
    expect(response.headers.get('x-beta-headers-verdict')).toBe('refused');
    const error = await response.json();
    expect(error).toMatchObject({
      type: 'error',
      error: { type: 'invalid_request_error' },
      request_id: null,
    });
    expect(Object.keys(error)).toEqual(['type', 'error', 'request_id']);
    expect(error.error.message).toMatch(/\ncapability_rejected: message-threads$/);
    expect(received).toHaveLength(0);
    expect(events[0]).toMatchObject({ error: 'policy_refused', verdict: 'refused', attempts: 0 });
  });

  it('names the beta that the client sent for it', async () => {
    const { gateway } = setUp('bedrock-mantle');
    const headers = { 'anthropic-beta': 'message-threads-2026-08-12' };
    const response = await gateway(post('/v1/messages', { ...MESSAGE, ...body }, headers));
    expect(await readMessage(response)).toMatch(
      /\ncapability_rejected: beta_header:message-threads-2026-08-12$/,
    );
  });

  it('has its message where clients of Bedrock read it', async () => {
    const { gateway } = setUp('bedrock');
    const response = await gateway(post(INVOKE, { ...MESSAGE, ...body }));
    const error = (await response.json()) as { message: string; error: { message: string } };
    expect(error.message).toBe(error.error.message);
    expect(response.headers.get('x-amzn-errortype')).toBe('ValidationException');
  });
});

describe('a request that no upstream takes', () => {
  it.each(['/guardrail/x/version/1/apply', '/async-invoke', '/model/a.claude-b/async'])(
    'has a message for clients of Bedrock: %s',
    async (path) => {
      const { gateway } = setUp('bedrock');
      const response = await gateway(post(path));
      expect(response.headers.get('x-amzn-errortype')).toBe('ResourceNotFoundException');
      const { message } = (await response.json()) as { message: string };
      expect(message).toContain(`no upstream takes POST ${path}`);
    },
  );

  it.each([
    ['bedrock', '/v1/files', ': this gateway forwards to bedrock, and of the Messages API only'],
    ['claude-api', INVOKE, ' (Bedrock InvokeModel); the upstreams of this gateway speak the Mess'],
    ['vertex', '/v1/messages/batches', ': this gateway forwards to vertex, and of the Messages'],
    ['bedrock', '/guardrail/x/version/1/apply', ': this gateway forwards to bedrock, and of the'],
    ['bedrock', '/model/a.claude-b/async', '; it may be POST /model/{id}/invoke, '],
    [
      'vertex',
      '/v1/projects/p/locations/l/publishers/anthropic/models/claude-b%3ArawPredict',
      '; it may be POST …/publishers/anthropic/models/{model}:rawPredict or :streamRawPredict, or ',
    ],
  ] as const)(
    'is answered 404 with what the gateway takes: %s %s',
    async (platform, path, text) => {
      const { gateway, received, events } = setUp(platform);
      const response = await gateway(post(path));
      expect(response.status).toBe(404);
      const message = await readMessage(response);
      expect(message).toContain(`no upstream takes POST ${path}${text}`);
      expect(message).not.toContain('Converse');
      expect(received).toHaveLength(0);
      expect(events[0]?.error).toBe('not_found');
    },
  );
});

it.each(['sk-ant-api03-planted', 'ABSKplantedplantedplanted', 'two words'])(
  'reports no model for %s, which may be a key',
  async (model) => {
    const { gateway, events } = setUp('claude-api');
    await gateway(post('/v1/messages', { ...MESSAGE, model }));
    await gateway(post('/v1/messages', { ...MESSAGE, model: 'claude-opus-5' }));
    expect(events.map((event) => event.model)).toEqual([undefined, 'claude-opus-5']);
  },
);

it('shows no verdict of a plan if the request cannot be converted', async () => {
  const auth = { mode: 'replace', header: 'authorization', value: 'Bearer x' } as const;
  const { gateway, events } = setUp('bedrock', { upstream: { auth } });
  const response = await gateway(post('/v1/messages', { max_tokens: 1, messages: [] }));
  expect(response.status).toBe(400);
  expect(await readMessage(response)).toContain('model: ');
  expect(response.headers.has('x-beta-headers-verdict')).toBe(false);
  expect(events[0]).toMatchObject({ error: 'conversion', changes: [] });
  expect(events[0]).not.toHaveProperty('verdict');
});

describe('an upstream that does not answer', () => {
  const fail = (error: unknown) => () => Promise.reject(error);

  it.each([
    [
      new TypeError('fetch failed', {
        cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }),
      }),
      502,
      'ECONNREFUSED',
    ],
    [
      Object.assign(new AggregateError([Object.assign(new Error(), { code: 'ECONNRESET' })])),
      502,
      'ECONNRESET',
    ],
    [
      Object.assign(new Error('http://10.0.0.1/secret'), { code: 'UND_ERR_SOCKET' }),
      502,
      'UND_ERR_SOCKET',
    ],
    [new Error('http://10.0.0.1/secret'), 502, 'unknown cause'],
    [
      Object.assign(new Error(), { code: 'UND_ERR_HEADERS_TIMEOUT' }),
      504,
      'UND_ERR_HEADERS_TIMEOUT',
    ],
    [new DOMException('slow', 'TimeoutError'), 504, 'TimeoutError'],
  ])('is reported with the code of the cause: %s → %s %s', async (error, status, code) => {
    const { gateway, events } = setUp('claude-api', { answer: fail(error) });
    const response = await gateway(post('/v1/messages'));
    expect(response.status).toBe(status);
    expect(response.headers.has('x-should-retry')).toBe(false);
    const message = await readMessage(response);
    expect(message).toContain(`(${code})`);
    expect(message).not.toContain('10.0.0.1');
    expect(events[0]?.error).toBe(status === 504 ? 'upstream_timeout' : 'upstream_unreachable');
    expect(events[0]?.detail).toBe(message);
  });

  it.each([
    ['text that is no HTTP', Object.assign(new Error('SSH-2.0'), { name: 'HTTPParserError' })],
    ['a status that is none', new RangeError('init["status"] must be in the range')],
  ])('names %s instead of a lost connection', async (_what, error) => {
    const { gateway, events } = setUp('claude-api', { answer: fail(error) });
    const response = await gateway(post('/v1/messages'));
    expect(response.status).toBe(502);
    expect(await readMessage(response)).toBe(
      'upstream claude-api answered with something that is not valid HTTP/1.1; check the scheme ' +
        'and the port of its url',
    );
    expect(events[0]?.error).toBe('upstream_unreachable');
  });

  it('says what to do about the certificate of a company', async () => {
    const error = Object.assign(new Error(), { code: 'SELF_SIGNED_CERT_IN_CHAIN' });
    const { gateway } = setUp('claude-api', { answer: fail(error) });
    const message = await readMessage(await gateway(post('/v1/messages')));
    expect(message).toMatch(/not trusted \(SELF_SIGNED_CERT_IN_CHAIN\); .* NODE_EXTRA_CA_CERTS$/);
  });
});
