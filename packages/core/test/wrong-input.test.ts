import { describe, expect, it } from 'vitest';
import { classifyBetaError } from '../src/errors/index.ts';
import { type BetaRequest, isBetaToken, plan } from '../src/index.ts';
import { betaRecovery } from '../src/recovery/index.ts';

const post = (body: unknown, headers?: unknown): BetaRequest => ({
  method: 'POST',
  url: 'https://api.anthropic.com/v1/messages',
  body,
  headers: headers as HeadersInit,
});

describe('plan with an unusual body', () => {
  it.each([
    undefined,
    null,
    0,
    '',
    'text',
    true,
    [],
    [[]],
    Number.NaN,
    Symbol('x'),
    () => 1,
    new Date(0),
    new Map(),
  ])('changes nothing for the body %s', (body) => {
    expect(plan(post(body))).toMatchObject({ changed: false, betas: [], header: undefined });
  });

  it('ends for a body with a cycle', () => {
    const block: Record<string, unknown> = { type: 'tool_result' };
    block.content = [block, block, block];
    const body: Record<string, unknown> = {
      messages: [{ content: [block] }],
      compaction: { type: 'summarize' },
    };
    body.messages = [...(body.messages as unknown[]), body];
    expect(plan(post(body)).betas).toEqual(['compact-2026-09-04']);
  });

  it('ends for a body with a cycle when all of it has to be removed', () => {
    const block: Record<string, unknown> = { type: 'tool_result' };
    block.content = [block, { type: 'search_result' }, block];
    const body = { messages: [{ role: 'user', content: [block] }], mcp_servers: [{ name: 'x' }] };
    const strip = { platform: 'vertex', policy: { unavailable: 'strip' } } as const;
    expect(plan({ ...post(body), url: '/v1/messages' }, strip).platform).toBe('vertex');
  });

  it('reads a body that is 10,000 levels deep', () => {
    let content: unknown[] = [{ type: 'tool_reference' }];
    for (let i = 0; i < 10_000; i++) content = [{ type: 'tool_result', content }];
    expect(plan(post({ messages: [{ content }], compaction: {} })).betas).toEqual([
      'compact-2026-09-04',
    ]);
  });

  it('reads a body of 50 MB', () => {
    const text = 'x'.repeat(50_000);
    const block = () => ({ type: 'tool_result', content: [{ type: 'text', text }] });
    const body = {
      messages: Array.from({ length: 1000 }, () => ({
        role: 'user',
        content: [block(), { type: 'text', text: 'and' }],
      })),
      compaction: {},
    };
    expect(plan(post(body)).betas).toEqual(['compact-2026-09-04']);
  });

  it('plans the header when getters of the body throw', () => {
    const body = {
      get messages(): never {
        throw new Error('no');
      },
      get model(): never {
        throw new Error('no');
      },
    };
    expect(plan(post(body, { 'anthropic-beta': 'task-budgets-2026-03-13' })).header).toBe(
      'task-budgets-2026-03-13',
    );
  });

  it('takes keys of the prototype for ordinary names', () => {
    const body = JSON.parse(
      '{"__proto__":{"compaction":{"type":"summarize"}},"constructor":{},"betas":["__proto__","constructor"]}',
    );
    expect(plan(post(body, { 'anthropic-beta': 'toString,__proto__' })).betas).toEqual([
      'toString',
      '__proto__',
      'constructor',
    ]);
    expect(({} as { compaction?: unknown }).compaction).toBeUndefined();
  });

  it('never throws for a model that is not a string', () => {
    const header = { 'anthropic-beta': 'thinking-binding-controls-2026-08-01' };
    for (const model of [5, {}, null, Symbol('x')])
      expect(
        plan(
          { ...post({ messages: [], model }, header), model: model as never },
          { platform: 'bedrock' },
        ),
      ).toMatchObject({ platformFrom: 'option' });
  });

  it('reports a model that is not a string', () => {
    const odd = { model: 5, messages: [] };
    for (const [request, place] of [
      [post(odd), '/model'],
      [
        { ...post({ requests: [{ params: odd }] }), url: '/v1/messages/batches' },
        '/requests/0/params/model',
      ],
    ] as const) {
      const { verdict, decisions } = plan(request, { platform: 'claude-api' });
      expect(verdict).toBe('unverified');
      expect(decisions).toMatchObject([{ reason: 'unread-body', at: [place] }]);
    }
    expect(plan(post({ model: null, messages: [] })).decisions).toEqual([]);
  });

  it('never throws for a revoked proxy', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(plan(post(proxy, { 'anthropic-beta': 'task-budgets-2026-03-13' })).header).toBe(
      'task-budgets-2026-03-13',
    );
    expect(plan(proxy as BetaRequest).verdict).toBe('unverified');
    expect(plan(post({}), proxy).verdict).toBe('unverified');
  });

  it('never throws for a URL whose toString throws', () => {
    const url = {
      toString: (): never => {
        throw new Error('no');
      },
    };
    expect(plan({ method: 'POST', url: url as never }).verdict).toBe('unverified');
  });

  it.each([
    ['bytes', (text: string) => new TextEncoder().encode(text)],
    ['a buffer', (text: string) => new TextEncoder().encode(text).buffer],
    ['text with a byte order mark', (text: string) => `\ufeff${text}`],
    ['bytes with a byte order mark', (text: string) => new TextEncoder().encode(`\ufeff${text}`)],
  ])('reads a body given as %s', (_, toBody) => {
    const text = '{"compaction": {"type":"summarize"}, "betas":["task-budgets-2026-03-13"]}';
    expect(plan(post(toBody(text)))).toMatchObject({
      header: 'task-budgets-2026-03-13,compact-2026-09-04',
      body: '{"compaction": {"type":"summarize"}}',
    });
  });
});

describe('plan with unusual headers', () => {
  it.each([
    [{ 'Anthropic-Beta': ['a', 'b'] }],
    [
      [
        ['ANTHROPIC-BETA', 'a'],
        ['anthropic-beta', 'b'],
      ],
    ],
    [
      new Headers([
        ['anthropic-beta', 'a'],
        ['anthropic-beta', 'b'],
      ]),
    ],
    [{ 'anthropic-beta': 'a', 'Anthropic-Beta': 'b' }],
  ])('reads the betas from headers in another form', (headers) => {
    expect(plan(post({}, headers)).betas).toEqual(['a', 'b']);
  });

  it.each([
    null,
    1,
    'anthropic-beta: a',
    [null, 1, []],
    { 'anthropic-beta': { a: 1 } },
    { 'anthropic-beta': undefined },
  ])('reads no betas from %j', (headers) => {
    expect(plan(post({}, headers)).betas).toEqual([]);
  });

  it.each(['a\r\nb', 'a\0', 'é', 'a b', '<script>'])('does not send %j in the header', (value) => {
    const { header } = plan(post({}, { 'anthropic-beta': `ok,${value}` }));
    for (const token of (header ?? '').split(',')) expect(isBetaToken(token)).toBe(true);
    expect(header?.split(',')).toContain('ok');
  });

  it.each([10_000, 200_000])('reads only the first 200 of %i values', (length) => {
    const value = Array.from({ length }, (_, i) => `b-${i}`).join(',');
    expect(plan(post({}, { 'anthropic-beta': value })).betas).toHaveLength(200);
  });
});

describe('wrong input', () => {
  it('plans a request without method and path', () => {
    expect(plan({} as BetaRequest).betas).toEqual([]);
  });
});

describe('options of callers without types', () => {
  it.each([[null], [{ catalog: {} }], [{ today: '30/11/2026' }], [{ today: new Date(0) }]])(
    'are ignored by plan, which keeps the betas of the caller: %j',
    (options) => {
      const request = post(
        { model: 'claude-3-opus-20240229', messages: [] },
        { 'anthropic-beta': 'task-budgets-2026-03-13' },
      );
      expect(plan(request, options as never)).toEqual(plan(request));
    },
  );

  it.each([
    [null, /give an object/],
    [{ maxRetrys: 1 }, /"maxRetrys" is not known; did you mean "maxRetries"/],
    [{ memory: 5 }, /^betaRecovery: memory: give an object with `get`, `add` and `remove`/],
    [{ memory: { get: () => [] } }, /memory: give an object/],
  ])('are a TypeError of betaRecovery: %j', (options, message) => {
    expect(() => betaRecovery(options as never)).toThrow(TypeError);
    expect(() => betaRecovery(options as never)).toThrow(message);
  });

  it('refuse instead of removing a feature for an invalid policy', () => {
    const request = {
      method: 'POST',
      url: '/v1/messages',
      body: { mcp_servers: [{ name: 'a' }], messages: [] },
    };
    const { decisions } = plan(request, {
      platform: 'bedrock',
      policy: { unavailable: 'drop' as never },
    });
    expect(decisions).toContainEqual(
      expect.objectContaining({ action: 'refused', reason: 'unavailable' }),
    );
  });
});

describe('classifyBetaError with a request', () => {
  const error = {
    status: 400,
    body: { error: { message: 'The anthropic-beta header is required for this request' } },
  };
  const body = { model: 'claude-opus-5-5', compaction: { type: 'summarize' }, messages: [] };

  it.each([
    ['a value', body],
    ['text', JSON.stringify(body)],
    ['bytes', new TextEncoder().encode(JSON.stringify(body))],
  ])('reads its body as %s', (_, sent) => {
    expect(
      classifyBetaError(error, {
        request: { method: 'POST', url: 'https://api.anthropic.com/v1/messages', body: sent },
      }),
    ).toMatchObject({ betas: ['compact-2026-09-04'] });
  });

  it('never rejects when the request throws', async () => {
    const request = {
      method: 'POST',
      url: 'https://api.anthropic.com/v1/messages',
      get headers(): never {
        throw new Error('no');
      },
    };
    const response = new Response(JSON.stringify(error.body), { status: 400 });
    await expect(classifyBetaError(response, { request })).resolves.toBeUndefined();
  });
});
