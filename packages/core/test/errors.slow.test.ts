/**
 * Tests of everything that the corpus cannot express: kinds of values, wrappers, the context of an
 * error, advice and run time.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BetaErrorInfo, classifyBetaError } from '../src/errors/index.ts';
import { errorCases } from './corpus.ts';

const COMPACT = 'compact-2026-09-04';
const A1 =
  'Unexpected value(s) `mcp-client-2025-11-20` for the `anthropic-beta` header. Please consult our documentation at platform.claude.com/docs';
const body = (message: string, extra: object = {}) => ({
  type: 'error',
  error: { type: 'invalid_request_error', message, ...extra },
  request_id: 'req_1',
});
const classify = (error: unknown): string | undefined => classifyBetaError(error)?.kind;

it('reads a name with words after its date as a whole', () => {
  const id = 'acme-search-2026-12-01-early-access';
  expect(classifyBetaError(body(A1.replace('mcp-client-2025-11-20', id)))).toMatchObject({
    kind: 'unsupported',
    betas: [id],
  });
  expect(classifyBetaError(body(`the beta ${id} is not supported`))).toMatchObject({
    betas: [id],
  });
});

describe('the kinds of errors', () => {
  const text = JSON.stringify(body(A1));
  const errors: Record<string, unknown> = {
    'a text': A1,
    'JSON text': text,
    'an SDK error': Object.assign(new Error(`400 ${text}`), {
      status: 400,
      headers: new Headers(),
      error: body(A1),
    }),
    'an error with the message alone': new Error(`400 ${text}`),
    'an error whose cause has it': new Error('Request failed', {
      cause: Object.assign(new Error('Bad Request'), { status: 400, error: body(A1) }),
    }),
    'an APICallError of the AI SDK': Object.assign(new Error('Bad Request'), {
      name: 'AI_APICallError',
      statusCode: 400,
      responseBody: text,
      data: body(A1),
    }),
    'a RetryError of the AI SDK': Object.assign(new Error('Failed'), {
      errors: [Object.assign(new Error('x'), { statusCode: 400, responseBody: text })],
    }),
    'an axios error': Object.assign(new Error('Request failed with status code 400'), {
      response: { status: 400, data: body(A1) },
    }),
    'what was read of a response': { status: 400, body: text },
    'JSON in JSON in JSON': JSON.stringify({
      error: { message: JSON.stringify({ error: { message: text, code: 400 } }) },
    }),
    'an exception of the AWS SDK': Object.assign(new Error(A1), {
      name: 'ValidationException',
      $fault: 'client',
      $metadata: { httpStatusCode: 400 },
    }),
    'an HTTPError of got': Object.assign(new Error('Response code 400 (Bad Request)'), {
      name: 'HTTPError',
      response: { statusCode: 400, body: text },
    }),
    'a ResponseError of undici': Object.assign(new Error('Bad Request'), {
      name: 'ResponseError',
      code: 'UND_ERR_RESPONSE',
      statusCode: 400,
      body: body(A1),
    }),
    'a FetchError of ofetch': Object.assign(new Error('[POST] "/v1/messages": 400'), {
      name: 'FetchError',
      statusCode: 400,
      data: body(A1),
    }),
    'an AggregateError': new AggregateError(
      [
        new Error('connect'),
        Object.assign(new Error('Bad Request'), { status: 400, error: body(A1) }),
      ],
      'All failed',
    ),
    'a chain of causes': new Error('a', {
      cause: new Error('b', {
        cause: new Error('c', { cause: Object.assign(new Error('d'), { body: text }) }),
      }),
    }),
    'error.error.error': {
      error: { error: { error: { error: { type: 'invalid_request_error', message: A1 } } } },
    },
    'what a gateway wrapped under a name of its own': { error: { upstream_error: body(A1) } },
    'a Buffer': new TextEncoder().encode(text),
    'an ArrayBuffer': new TextEncoder().encode(text).buffer,
    'a DataView': new DataView(new TextEncoder().encode(text).buffer),
    'a frame of a stream': `event: error\ndata: ${text}\n\n`,
    'a page': `<html><body><pre>${A1.replaceAll('`', '&#96;')}</pre></body></html>`,
    XML: `<Error><Code>400</Code><Message>${A1}</Message></Error>`,
    'JSON that .NET wrote': JSON.stringify({ detail: text }).replaceAll('`', '\\u0060'),
  };
  it.each(Object.keys(errors))('include %s', (name) => {
    expect(classifyBetaError(errors[name])).toMatchObject({
      kind: 'unsupported',
      betas: ['mcp-client-2025-11-20'],
      suspects: [],
    });
  });

  it('include a Response, and leave its body unread', async () => {
    const response = new Response(text, { status: 400 });
    const info = await classifyBetaError(response);
    expect(info).toMatchObject({ kind: 'unsupported', betas: ['mcp-client-2025-11-20'] });
    expect(response.bodyUsed).toBe(false);
    expect(await response.json()).toEqual(body(A1));
  });

  it('include a Response whose body stalls, of which the received part counts', async () => {
    const chunk = new TextEncoder().encode(text.slice(0, -5));
    const stalled = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(chunk),
    });
    expect(await classifyBetaError(new Response(stalled, { status: 400 }))).toMatchObject({
      kind: 'unsupported',
    });
  });

  it('do not include a stream, which stays unread', () => {
    const stream = new Response(text).body;
    expect(classifyBetaError(stream)).toBeUndefined();
    expect(stream?.locked).toBe(false);
  });

  it('do not include a Response with another status, or one that was read before', async () => {
    expect(await classifyBetaError(new Response(text, { status: 429 }))).toBeUndefined();
    expect(await classifyBetaError(new Response(text, { status: 200 }))).toBeUndefined();
    const read = new Response(text, { status: 400 });
    await read.text();
    expect(await classifyBetaError(read)).toBeUndefined();
  });

  it('include a Response that never ends, and read only its beginning', async () => {
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

  it.each([
    undefined,
    null,
    0,
    Number.NaN,
    true,
    '',
    [],
    {},
    Symbol('x'),
    () => A1,
    new Map(),
    400,
    new Error(),
  ])('do not include %s', (error) => {
    expect(classifyBetaError(error)).toBeUndefined();
  });

  it('include errors with cycles, but not with getters that throw', () => {
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
    expect(classify(circle)).toBe('unsupported');
  });

  it('do not include random values, which never throw', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => classifyBetaError(value) === undefined),
      { numRuns: 500 },
    );
  });
});

describe('status', () => {
  it.each([401, 402, 408, 409, 413, 415, 429, 529, 200, 302])(
    '%i is never about betas',
    (status) => {
      expect(classifyBetaError({ status, error: body(A1) })).toBeUndefined();
      expect(classifyBetaError(`${status < 400 ? 429 : status} ${A1}`)).toBeUndefined();
    },
  );
  it.each([
    'rate_limit_error',
    'overloaded_error',
    'authentication_error',
    'request_too_large',
    'timeout_error',
  ])('%s is never about betas', (type) => {
    expect(classifyBetaError({ type: 'error', error: { type, message: A1 } })).toBeUndefined();
  });
  it('5xx is about betas only if a gateway wrapped a 400', () => {
    expect(classify({ status: 502, error: { message: JSON.stringify(body(A1)) } })).toBe(
      'unsupported',
    );
    expect(
      classify({ status: 500, error: { type: 'api_error', message: 'invalid beta flag' } }),
    ).toBeUndefined();
  });
});

describe('a field that needs a beta', () => {
  it.each([
    ['mcp_servers', 'mcp-client-2025-11-20'],
    ['mcp_servers.0.tool_configuration', 'mcp-client-2025-04-04'],
    ['requests.3.params.compaction', 'compact-2026-09-04'],
    ['body.thread', 'message-threads-2026-08-12'],
    ['fallbacks.0.output_config.task_budget', 'task-budgets-2026-03-13'],
    ['thinking.enabled.block_binding', 'thinking-binding-controls-2026-08-01'],
    ['before_id', 'files-api-2025-04-14'],
    ['fallback_credit_token.token', 'fallback-credit-2026-07-01'],
  ])('is recognized: %s', (field, beta) => {
    const info = classifyBetaError({
      status: 400,
      error: body(`${field}: Extra inputs are not permitted`),
    });
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
  ])('is not %s', (field) => {
    expect(
      classifyBetaError({ status: 400, error: body(`${field}: Extra inputs are not permitted`) }),
    ).toBeUndefined();
  });

  it('is recognized by a value, unless the request has another value', () => {
    const error = {
      status: 400,
      error: body("thinking.adaptive.display: Input should be 'omitted' or 'summarized'"),
    };
    const request = (display: string) => ({
      method: 'POST',
      url: '/v1/messages',
      body: { thinking: { type: 'adaptive', display } },
    });
    expect(classifyBetaError(error, { request: request('updates') })?.betas).toEqual([
      'thinking-display-updates-2026-08-18',
    ]);
    expect(classifyBetaError(error, { request: request('sumarized') })).toBeUndefined();
    expect(
      classifyBetaError(
        body("thinking.display: Input should be 'omitted', 'summarized' or 'updates'"),
      ),
    ).toBeUndefined();
    expect(classify(body("thinking.display: Unexpected value 'updates'"))).toBe('missing');
    expect(classify(body("thinking.display: Unexpected value 'update'"))).toBeUndefined();
  });

  it('is recognized by a number above its own limit, in a batch', () => {
    const limit = (field: string, max: number): unknown =>
      body(`${field}: 200000 > ${max}, which is the maximum allowed`);
    expect(classifyBetaError(limit('requests.0.params.max_tokens', 128_000))).toMatchObject({
      kind: 'missing',
      betas: ['output-300k-2026-03-24'],
    });
    expect(classifyBetaError(limit('requests.0.params.max_tokens', 64_000))).toBeUndefined();
    expect(classifyBetaError(limit('max_tokens', 128_000))).toBeUndefined();
  });

  it('names betas that leaked into a body if the request shows them', () => {
    const leaked = (body_: object) => ({
      request: { method: 'POST', url: '/v1/messages', body: body_ },
    });
    const error = body('betas: Extra inputs are not permitted');
    const single = classifyBetaError(error, leaked({ betas: [COMPACT, 'effort-2025-11-24'] }));
    expect(single).toMatchObject({ kind: 'missing', betas: [COMPACT, 'effort-2025-11-24'] });
    expect(single?.advice).toContain(COMPACT);
    const batch = leaked({ requests: [{ params: { 'anthropic-beta': COMPACT } }, null] });
    expect(
      classifyBetaError(
        body('requests.0.params.anthropic-beta: Extra inputs are not permitted'),
        batch,
      )?.betas,
    ).toEqual([COMPACT]);
    for (const odd of [null, [], { betas: null }, { requests: [{}] }])
      expect(classifyBetaError(error, leaked(odd as object))?.betas).toEqual([]);
  });

  it('advises to send betas that leaked into a body in the header', () => {
    for (const field of ['betas', 'requests.0.params.betas', 'anthropic_beta']) {
      const info = classifyBetaError(body(`${field}: Extra inputs are not permitted`));
      expect(info).toMatchObject({ kind: 'missing', betas: [] });
      expect(info?.advice).toContain(field);
    }
  });
});

describe('the context of an error', () => {
  const unnamed = {
    status: 400,
    message: 'The model returned the following errors: invalid beta flag',
  };

  it('makes all sent betas suspects if none is named', () => {
    expect(classifyBetaError(unnamed)).toMatchObject({
      kind: 'unsupported-unnamed',
      betas: [],
      suspects: [],
    });
    const sent = ['context-1m-2025-08-07', 'effort-2025-11-24'];
    expect(classifyBetaError(unnamed, { sent })).toMatchObject({ betas: [], suspects: sent });
    const request = {
      method: 'POST',
      url: '/v1/messages',
      headers: { 'Anthropic-Beta': sent.join(', ') },
    };
    expect(classifyBetaError(unnamed, { request })).toMatchObject({ betas: [], suspects: sent });
  });

  it('shows an empty header', () => {
    const request = { method: 'POST', url: '/v1/messages', headers: { 'anthropic-beta': ' ,' } };
    expect(classifyBetaError(unnamed, { request })).toMatchObject({ kind: 'empty-header' });
  });

  it('changes the advice if the beta was sent', () => {
    const advice = (sent: string[]): string =>
      (
        classifyBetaError(body('compaction: Extra inputs are not permitted'), {
          sent,
        }) as BetaErrorInfo
      ).advice;
    expect(advice(['compact-2026-09-04'])).toMatch(/gateway/);
    expect(advice([])).not.toMatch(/gateway/);
  });

  describe('a 404', () => {
    const found = {
      status: 404,
      error: { type: 'error', error: { type: 'not_found_error', message: 'Not found' } },
    };
    const get = (url: string, beta?: string) => ({
      request: { method: 'GET', url, ...(beta && { headers: { 'anthropic-beta': beta } }) },
    });
    it('means a missing beta for an admin endpoint without it', () => {
      expect(classifyBetaError(found, get('/v1/organizations/webhooks/wh_1'))).toMatchObject({
        kind: 'missing',
        betas: ['webhooks-2026-10-07'],
      });
    });
    it('means not enrolled for an admin endpoint with its beta', () => {
      expect(
        classifyBetaError(found, get('/v1/organizations/webhooks', 'webhooks-2026-10-07')),
      ).toMatchObject({ kind: 'not-enrolled' });
    });
    it('means a missing beta if it names the endpoint', () => {
      expect(
        classifyBetaError({ ...found, message: 'Not found: GET /v1/organizations/webhooks' }),
      ).toMatchObject({ kind: 'missing' });
    });
    it.each([
      ['for an object with an id', get('/v1/organizations/webhooks/wh_1', 'webhooks-2026-10-07')],
      ['for an endpoint that needs no beta', get('/v1/models')],
      [
        'for a message',
        { request: { method: 'POST', url: '/v1/messages', body: { model: 'claude-opus-9' } } },
      ],
      ['without a request', {}],
    ])('is not about betas %s', (_, context) => {
      expect(classifyBetaError(found, context)).toBeUndefined();
    });
  });
});

describe('a log that mentions the header is classified by its error', () => {
  const messages = errorCases.flatMap(({ expect: meaning, error }) => {
    const text =
      'text' in error
        ? error.text
        : (error.body as { error?: { message?: unknown } } | null)?.error?.message;
    return meaning === null && typeof text === 'string' && !/beta|-20\d\d-\d\d/i.test(text)
      ? [text]
      : [];
  });
  const logs: Record<string, (message: string) => string> = {
    'an arrow': (message) =>
      `POST /v1/messages anthropic-beta: context-1m-2025-08-07 -> 400 ${message}`,
    'the headers': (message) =>
      `headers: {'anthropic-beta': 'effort-2025-11-24,web-search-2025-03-05', 'x-app': 'cli'} error: ${message}`,
    'a dump': (message) => `> anthropic-beta: mcp-client-2025-11-20\n< HTTP/2 400\n${message}`,
    'the betas behind': (message) => `${message} (betas: effort-2025-11-24, context-1m-2025-08-07)`,
    'the betas before': (message) => `[betas=effort-2025-11-24] ${message}`,
    'an echo': (message) =>
      JSON.stringify({
        error: { message },
        request: { headers: { 'anthropic-beta': 'effort-2025-11-24' } },
      }),
    'what failed': (message) => `Request with anthropic-beta effort-2025-11-24 failed: ${message}`,
    'another sentence': (message) => `${message}. Sent with anthropic-beta: effort-2025-11-24`,
  };
  it.each(Object.keys(logs))('with %s', (name) => {
    const log = logs[name] as (message: string) => string;
    expect(messages.length).toBeGreaterThan(100);
    expect(messages.filter((message) => classifyBetaError(log(message)))).toEqual([]);
    // The same log, of an error about a beta.
    if (name !== 'another sentence') expect(classify(log(A1))).toBe('unsupported');
  });
});

describe('advice', () => {
  const errors: Record<string, unknown> = {
    unsupported: A1,
    'unsupported-unnamed': 'invalid beta flag',
    missing: 'mcp_servers: Extra inputs are not permitted',
    'not-enrolled': 'Your organization is not enrolled in the dreaming-2026-04-21 beta.',
    'empty-header': 'Unexpected value(s) `` for the `anthropic-beta` header.',
    conflict:
      '`agent-memory-2026-07-22` and `managed-agents-2026-04-01` cannot be combined in the `anthropic-beta` header.',
  };
  it.each(Object.keys(errors))('is written in English and Indonesian for %s', (kind) => {
    const [en, id] = (['en', 'id'] as const).map(
      (language) => classifyBetaError(errors[kind], { language }) as BetaErrorInfo,
    );
    expect(en).toMatchObject({ kind });
    expect(en?.advice).not.toBe(id?.advice);
    for (const info of [en, id]) {
      expect(info?.advice).toMatch(/^\S.*[^.]\.$/);
      expect(info?.advice).not.toMatch(/\$|undefined/);
      for (const beta of info?.betas ?? []) expect(info?.advice).toContain(beta);
    }
    if (en?.betas.length) expect(en.docs).toMatch(/^https:/);
  });

  it('says what else to remove, and when nothing is lost', () => {
    expect(classifyBetaError('Unsupported beta header: compact-2026-09-04')?.advice).toContain(
      'compaction',
    );
    expect(
      classifyBetaError('Unsupported beta header: prompt-caching-2024-07-31')?.advice,
    ).toContain('Nothing is lost');
  });

  it('names the current name for an older or misdated one', () => {
    expect(classifyBetaError('Unsupported beta header: mcp-client-2025-04-04')?.advice).toContain(
      'mcp-client-2025-11-20',
    );
    expect(
      classifyBetaError('Unsupported beta header: interleaved-thinking-2025-04-14')?.advice,
    ).toContain('interleaved-thinking-2025-05-14');
    expect(
      classifyBetaError('Unsupported beta header: task-budgets-2026-03-13')?.advice,
    ).not.toContain('name');
  });

  const others: Record<string, [error: unknown, says: RegExp]> = {
    'a beta that the request does not use': [
      'Skills beta requires the code_execution tool to be included in the request.',
      /skills-2025-10-02.*add the part that/,
    ],
    'a missing beta that is not named': ['anthropic-beta header is required', /does not say which/],
    'a missing beta that is': [
      'The endpoint requires the `anthropic-beta: mcp-tunnels-2026-06-22` header.',
      /mcp-tunnels-2026-06-22.*Send it/,
    ],
    'a bearer token': [
      { status: 401, message: 'OAuth authentication is currently not supported.' },
      /token.*oauth-2025-04-20/,
    ],
    'betas in a body': ['betas: Extra inputs are not permitted', /client\.beta\.messages/],
    'no access, unnamed': [
      'The anthropic-beta header value is not enabled for this organization',
      /no access to one of the betas/,
    ],
  };
  it.each(Object.keys(others))('fits %s', (name) => {
    const [error, says] = others[name] as [unknown, RegExp];
    const [en, id] = (['en', 'id'] as const).map(
      (language) => classifyBetaError(error, { language })?.advice,
    );
    expect(en).toMatch(says);
    expect(id).not.toBe(en);
    for (const advice of [en, id]) expect(advice).toMatch(/^[^$]*[^.$]\.$/);
  });

  it('quotes only names from the error', () => {
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
      '`',
      'beta flag ',
      'requires anthropic-beta ',
      'anthropic_',
      'mcp-client-2025-11-20, ',
      'beta is not available for your organization. ',
      'cannot be used together `a` beta ',
      '&#96;',
      'must be ',
    ].map((part) => [part, part.repeat(million / part.length)]),
  );
  // Quadratic time would take minutes. The time-out is a hundred times what slow machines need.
  it.each(Object.keys(texts))(
    'of many %j is read in linear time',
    (part) => {
      const text = texts[part] as string;
      for (let i = 0; i < 3; i++) {
        for (const error of [text, { status: 404, error: { message: text } }])
          expect(() => classifyBetaError(error)).not.toThrow();
      }
    },
    30_000,
  );

  it('is read as fast as ten times as much', () => {
    for (const part of ['a-', 'anthropic-beta not ', '{'])
      expect(() => classifyBetaError((texts[part] as string).repeat(10))).not.toThrow();
  });

  it('is read at both ends', () => {
    const filler = 'GET /v1/messages 200 '.repeat(million / 20);
    expect(classify(`${filler} ${A1}`)).toBe('unsupported');
    expect(classify(`${A1} ${filler}`)).toBe('unsupported');
  });
});

describe('facts that only the request shows', () => {
  const conflict = {
    status: 400,
    body: {
      type: 'error',
      error: {
        type: 'invalid_request_error',
        message:
          "anthropic-beta header cannot combine 'agent-api-*' or 'agent-memory-*' values with 'managed-agents-*' values",
      },
    },
  };

  it('complete names of which the response has only the beginning', () => {
    expect(
      classifyBetaError(conflict, {
        sent: ['managed-agents-2026-04-01', 'agent-memory-2026-07-22', 'skills-2025-10-02'],
      }),
    ).toMatchObject({
      kind: 'conflict',
      betas: ['managed-agents-2026-04-01', 'agent-memory-2026-07-22'],
    });
    expect(classifyBetaError(conflict)).toMatchObject({ kind: 'conflict', betas: [] });
  });

  it('exclude fields of other APIs', () => {
    const error = {
      status: 422,
      body: {
        detail: [
          {
            type: 'extra_forbidden',
            loc: ['body', 'speed'],
            msg: 'Extra inputs are not permitted',
          },
        ],
      },
    };
    expect(
      classifyBetaError(error, {
        request: { method: 'POST', url: '/v1/audio/speech', body: { speed: 1.25 } },
      }),
    ).toBeUndefined();
    expect(
      classifyBetaError(error, {
        request: { method: 'POST', url: '/v1/messages', body: { speed: 'fast' } },
      }),
    ).toMatchObject({ kind: 'missing' });
  });

  it('distinguish an empty header from a value that the response omits', () => {
    const text = 'Unexpected value(s) for the `anthropic-beta` header';
    expect(classifyBetaError(text)).toMatchObject({ kind: 'empty-header' });
    expect(classifyBetaError(text, { sent: ['compact-2026-09-04'] })).toMatchObject({
      kind: 'unsupported-unnamed',
      suspects: ['compact-2026-09-04'],
    });
  });
});
