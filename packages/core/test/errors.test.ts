/** What the corpus has no place for: kinds of values, wrappings, what is known beside the error, advice, and what must stay cheap. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BetaErrorInfo, classifyBetaError } from '../src/index.ts';

const A1 = 'Unexpected value(s) `mcp-client-2025-11-20` for the `anthropic-beta` header. Please consult our documentation at platform.claude.com/docs';
const body = (message: string, extra: object = {}) => ({ type: 'error', error: { type: 'invalid_request_error', message, ...extra }, request_id: 'req_1' });
const kindOf = (error: unknown): string | undefined => classifyBetaError(error)?.kind;

describe('what an error may be', () => {
  const text = JSON.stringify(body(A1));
  const errors: Record<string, unknown> = {
    'a text': A1,
    'JSON text': text,
    'an SDK error': Object.assign(new Error(`400 ${text}`), { status: 400, headers: new Headers(), error: body(A1) }),
    'an error with the message alone': new Error(`400 ${text}`),
    'an error whose cause has it': new Error('Request failed', { cause: Object.assign(new Error('Bad Request'), { status: 400, error: body(A1) }) }),
    'an APICallError of the AI SDK': Object.assign(new Error('Bad Request'), { name: 'AI_APICallError', statusCode: 400, responseBody: text, data: body(A1) }),
    'a RetryError of the AI SDK': Object.assign(new Error('Failed'), { errors: [Object.assign(new Error('x'), { statusCode: 400, responseBody: text })] }),
    'an axios error': Object.assign(new Error('Request failed with status code 400'), { response: { status: 400, data: body(A1) } }),
    'what was read of a response': { status: 400, body: text },
    'JSON in JSON in JSON': JSON.stringify({ error: { message: JSON.stringify({ error: { message: text, code: 400 } }) } }),
    'JSON that .NET wrote': JSON.stringify({ detail: text }).replaceAll('`', '\\u0060'),
  };
  it.each(Object.keys(errors))('%s', (name) => {
    expect(classifyBetaError(errors[name])).toMatchObject({ kind: 'unsupported', betas: ['mcp-client-2025-11-20'], suspects: [] });
  });

  it('a Response, whose body stays unread', async () => {
    const response = new Response(text, { status: 400 });
    const info = await classifyBetaError(response);
    expect(info).toMatchObject({ kind: 'unsupported', betas: ['mcp-client-2025-11-20'] });
    expect(response.bodyUsed).toBe(false);
    expect(await response.json()).toEqual(body(A1));
  });

  it('a Response whose status says otherwise, or that was read already', async () => {
    expect(await classifyBetaError(new Response(text, { status: 429 }))).toBeUndefined();
    expect(await classifyBetaError(new Response(text, { status: 200 }))).toBeUndefined();
    const read = new Response(text, { status: 400 });
    await read.text();
    expect(await classifyBetaError(read)).toBeUndefined();
  });

  it('a Response that never ends is read no further than an error can be long', async () => {
    let pulled = 0;
    const chunk = new TextEncoder().encode('x'.repeat(64_000));
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(chunk);
      },
    });
    expect(await classifyBetaError(new Response(endless, { status: 400 }))).toBeUndefined();
    expect(pulled).toBeLessThan(20);
  });

  it.each([undefined, null, 0, Number.NaN, true, '', [], {}, Symbol('x'), () => A1, new Map(), 400, new Error()])('nothing to be read: %s', (error) => {
    expect(classifyBetaError(error)).toBeUndefined();
  });

  it('getters that throw, and errors that hold themselves', () => {
    const hostile = {
      status: 400,
      get message(): never {
        throw new Error('no');
      },
    };
    expect(classifyBetaError(hostile)).toBeUndefined();
    const circle: Record<string, unknown> = { status: 400, message: A1 };
    circle.cause = circle;
    circle.errors = [circle, circle];
    expect(kindOf(circle)).toBe('unsupported');
  });

  it('never throws, and takes no random value for a beta error', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => classifyBetaError(value) === undefined),
      { numRuns: 500 },
    );
  });
});

describe('status', () => {
  it.each([401, 402, 408, 409, 413, 415, 429, 529, 200, 302])('%i is never about betas', (status) => {
    expect(classifyBetaError({ status, error: body(A1) })).toBeUndefined();
    expect(classifyBetaError(`${status < 400 ? 429 : status} ${A1}`)).toBeUndefined();
  });
  it.each(['rate_limit_error', 'overloaded_error', 'authentication_error', 'request_too_large', 'timeout_error'])('nor is %s', (type) => {
    expect(classifyBetaError({ type: 'error', error: { type, message: A1 } })).toBeUndefined();
  });
  it('a gateway may answer 5xx to what was a 400 to itself, and only to that', () => {
    expect(kindOf({ status: 502, error: { message: JSON.stringify(body(A1)) } })).toBe('unsupported');
    expect(kindOf({ status: 500, error: { type: 'api_error', message: 'invalid beta flag' } })).toBeUndefined();
  });
});

describe('a field is only missing its beta where a rule opens it', () => {
  it.each([
    ['mcp_servers', 'mcp-client-2025-11-20'],
    ['mcp_servers.0.tool_configuration', 'mcp-client-2025-04-04'],
    ['requests.3.params.compaction', 'compact-2026-09-04'],
    ['body.thread', 'message-threads-2026-08-12'],
    ['fallbacks.0.output_config.task_budget', 'task-budgets-2026-03-13'],
    ['thinking.enabled.block_binding', 'thinking-binding-controls-2026-08-01'],
    ['before_id', 'files-api-2025-04-14'],
    ['fallback_credit_token.token', 'fallback-credit-2026-07-01'],
  ])('%s', (field, beta) => {
    const info = classifyBetaError({ status: 400, error: body(`${field}: Extra inputs are not permitted`) });
    expect(info).toMatchObject({ kind: 'missing', betas: [beta] });
    expect(info?.advice).toContain(beta);
    expect(info?.advice).toContain(field);
  });

  it.each([
    'mcp_server',
    'metadata.compaction',
    'tools.0.custom.thread',
    'token',
    'display',
    'skills',
    'foo.token',
    'messages.0.mcp_servers',
    'compaction.foo',
    'type',
  ])('not %s', (field) => {
    expect(classifyBetaError({ status: 400, error: body(`${field}: Extra inputs are not permitted`) })).toBeUndefined();
  });

  it('a value that only a beta opens, unless the request shows another', () => {
    const error = { status: 400, error: body("thinking.adaptive.display: Input should be 'omitted' or 'summarized'") };
    const request = (display: string) => ({ method: 'POST', path: '/v1/messages', body: { thinking: { type: 'adaptive', display } } });
    expect(classifyBetaError(error, { request: request('updates') })?.betas).toEqual(['thinking-display-updates-2026-08-18']);
    expect(classifyBetaError(error, { request: request('sumarized') })).toBeUndefined();
    expect(classifyBetaError(body("thinking.display: Input should be 'omitted', 'summarized' or 'updates'"))).toBeUndefined();
    expect(kindOf(body("thinking.display: Unexpected value 'updates'"))).toBe('missing');
    expect(kindOf(body("thinking.display: Unexpected value 'update'"))).toBeUndefined();
  });

  it('a number above the limit, in a batch and above that limit only', () => {
    const limit = (field: string, max: number): unknown => body(`${field}: 200000 > ${max}, which is the maximum allowed`);
    expect(classifyBetaError(limit('requests.0.params.max_tokens', 128_000))).toMatchObject({ kind: 'missing', betas: ['output-300k-2026-03-24'] });
    expect(classifyBetaError(limit('requests.0.params.max_tokens', 64_000))).toBeUndefined();
    expect(classifyBetaError(limit('max_tokens', 128_000))).toBeUndefined();
  });

  it('betas that leaked into a body belong in the header', () => {
    for (const field of ['betas', 'requests.0.params.betas', 'anthropic_beta']) {
      const info = classifyBetaError(body(`${field}: Extra inputs are not permitted`));
      expect(info).toMatchObject({ kind: 'missing', betas: [] });
      expect(info?.advice).toContain(field);
    }
  });
});

describe('what is known beside the error', () => {
  const unnamed = { status: 400, message: 'The model returned the following errors: invalid beta flag' };

  it('what was sent is suspect when nothing is named', () => {
    expect(classifyBetaError(unnamed)).toMatchObject({ kind: 'unsupported-unnamed', betas: [], suspects: [] });
    const sent = ['context-1m-2025-08-07', 'effort-2025-11-24'];
    expect(classifyBetaError(unnamed, { sent })).toMatchObject({ betas: [], suspects: sent });
    const request = { method: 'POST', path: '/v1/messages', headers: { 'Anthropic-Beta': sent.join(', ') } };
    expect(classifyBetaError(unnamed, { request })).toMatchObject({ betas: [], suspects: sent });
  });

  it('an empty header is an empty header', () => {
    const request = { method: 'POST', path: '/v1/messages', headers: { 'anthropic-beta': ' ,' } };
    expect(classifyBetaError(unnamed, { request })).toMatchObject({ kind: 'empty-header' });
  });

  it('a beta that was sent is not missing for want of sending it', () => {
    const advice = (sent: string[]): string => (classifyBetaError(body('compaction: Extra inputs are not permitted'), { sent }) as BetaErrorInfo).advice;
    expect(advice(['compact-2026-09-04'])).toMatch(/gateway/);
    expect(advice([])).not.toMatch(/gateway/);
  });

  describe('a 404', () => {
    const found = { status: 404, error: { type: 'error', error: { type: 'not_found_error', message: 'Not found' } } };
    const get = (path: string, beta?: string) => ({ request: { method: 'GET', path, ...(beta && { headers: { 'anthropic-beta': beta } }) } });
    it('of an admin endpoint without its beta', () => {
      expect(classifyBetaError(found, get('/v1/organizations/webhooks/wh_1'))).toMatchObject({ kind: 'missing', betas: ['webhooks-2026-10-07'] });
    });
    it('of an admin endpoint with its beta', () => {
      expect(classifyBetaError(found, get('/v1/organizations/webhooks', 'webhooks-2026-10-07'))).toMatchObject({ kind: 'not-enrolled' });
    });
    it('that names the endpoint', () => {
      expect(classifyBetaError({ ...found, message: 'Not found: GET /v1/organizations/webhooks' })).toMatchObject({ kind: 'missing' });
    });
    it.each([
      ['of a thing with an id', get('/v1/organizations/webhooks/wh_1', 'webhooks-2026-10-07')],
      ['of an endpoint that needs no beta', get('/v1/models')],
      ['of a message', { request: { method: 'POST', path: '/v1/messages', body: { model: 'claude-opus-9' } } }],
      ['without a request', {}],
    ])('%s may be about anything', (_, context) => {
      expect(classifyBetaError(found, context)).toBeUndefined();
    });
  });
});

describe('advice', () => {
  const errors: Record<string, unknown> = {
    unsupported: A1,
    'unsupported-unnamed': 'invalid beta flag',
    missing: 'mcp_servers: Extra inputs are not permitted',
    'not-enrolled': 'Your organization is not enrolled in the dreaming-2026-04-21 beta.',
    'empty-header': 'Unexpected value(s) `` for the `anthropic-beta` header.',
    conflict: '`agent-memory-2026-07-22` and `managed-agents-2026-04-01` cannot be combined in the `anthropic-beta` header.',
  };
  it.each(Object.keys(errors))('%s, in English and in Indonesian', (kind) => {
    const [en, id] = (['en', 'id'] as const).map((language) => classifyBetaError(errors[kind], { language }) as BetaErrorInfo);
    expect(en).toMatchObject({ kind });
    expect(en?.advice).not.toBe(id?.advice);
    for (const info of [en, id]) {
      expect(info?.advice).toMatch(/^\S.*[^.]\.$/);
      expect(info?.advice).not.toMatch(/\$|undefined/);
      for (const beta of info?.betas ?? []) expect(info?.advice).toContain(beta);
    }
    if (en?.betas.length) expect(en.docs).toMatch(/^https:/);
  });

  it('says what else has to go, and when nothing is lost', () => {
    expect(classifyBetaError('Unsupported beta header: compact-2026-09-04')?.advice).toContain('compaction');
    expect(classifyBetaError('Unsupported beta header: prompt-caching-2024-07-31')?.advice).toContain('Nothing is lost');
  });

  it('quotes nothing of the error but names', () => {
    const info = classifyBetaError(`${A1} sk-ant-secret. The prompt was: tell me a secret`);
    expect(JSON.stringify(info)).not.toMatch(/secret/);
  });
});

describe('an error text of a megabyte', () => {
  const million = 1_000_000;
  const texts: Record<string, string> = Object.fromEntries(
    [
      'a',
      'a-',
      '\\',
      '{',
      '[',
      '"',
      ' ',
      '1',
      'a.',
      'Unexpected value(s) ',
      'for the ',
      'invalid beta ',
      'anthropic-beta not ',
      "Input tag '",
      ': Extra inputs are not permitted',
      ' > 1',
      'GET /v1/',
    ].map((part) => [part, part.repeat(million / part.length)]),
  );
  it.each(Object.keys(texts))('of %j is read in no time', (part) => {
    const started = performance.now();
    for (const error of [texts[part], { status: 404, error: { message: texts[part] } }]) classifyBetaError(error);
    // A quadratic expression takes minutes; slow machines are given time.
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
