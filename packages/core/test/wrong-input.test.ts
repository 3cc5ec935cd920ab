import { describe, expect, it } from 'vitest';
import { classifyBetaError } from '../src/errors/index.ts';
import { type BetaRequest, betaFetch, betaMiddleware, isBetaToken, plan } from '../src/index.ts';
import { betaRecovery } from '../src/recovery/index.ts';

const post = (body: unknown, headers?: unknown): BetaRequest => ({
  method: 'POST',
  url: 'https://api.anthropic.com/v1/messages',
  body,
  headers: headers as HeadersInit,
});

describe('odd bodies change nothing', () => {
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
  ])('%s', (body) => {
    expect(plan(post(body))).toMatchObject({ changed: false, betas: [], header: undefined });
  });

  it('a body that holds itself', () => {
    const block: Record<string, unknown> = { type: 'tool_result' };
    block.content = [block, block, block];
    const body: Record<string, unknown> = {
      messages: [{ content: [block] }],
      compaction: { type: 'summarize' },
    };
    body.messages = [...(body.messages as unknown[]), body];
    expect(plan(post(body)).betas).toEqual(['compact-2026-09-04']);
  });

  it('a body that holds itself, where everything in it is to be taken out', () => {
    const block: Record<string, unknown> = { type: 'tool_result' };
    block.content = [block, { type: 'search_result' }, block];
    const body = { messages: [{ role: 'user', content: [block] }], mcp_servers: [{ name: 'x' }] };
    const strip = { platform: 'vertex', policy: { unavailable: 'strip' } } as const;
    expect(plan({ ...post(body), url: '/v1/messages' }, strip).platform).toBe('vertex');
  });

  it('a body 10,000 levels deep', () => {
    let content: unknown[] = [{ type: 'tool_reference' }];
    for (let i = 0; i < 10_000; i++) content = [{ type: 'tool_result', content }];
    expect(plan(post({ messages: [{ content }], compaction: {} })).betas).toEqual([
      'compact-2026-09-04',
    ]);
  });

  it('a body of 50 MB', () => {
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

  it('getters that throw', () => {
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

  it('keys of the prototype', () => {
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

  it('a model that is no text', () => {
    const header = { 'anthropic-beta': 'thinking-binding-controls-2026-08-01' };
    for (const model of [5, {}, null, Symbol('x')])
      expect(
        plan(
          { ...post({ messages: [], model }, header), model: model as never },
          { platform: 'bedrock' },
        ),
      ).toMatchObject({ platformFrom: 'option' });
  });

  it('a model that is no text is told', () => {
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

  it('a revoked proxy', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(plan(post(proxy, { 'anthropic-beta': 'task-budgets-2026-03-13' })).header).toBe(
      'task-budgets-2026-03-13',
    );
    expect(plan(proxy as BetaRequest).verdict).toBe('unverified');
    expect(plan(post({}), proxy).verdict).toBe('unverified');
  });

  it('a text or a value that throws where it is printed', () => {
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
  ])('%s is read as text', (_, toBody) => {
    const text = '{"compaction": {"type":"summarize"}, "betas":["task-budgets-2026-03-13"]}';
    expect(plan(post(toBody(text)))).toMatchObject({
      header: 'task-budgets-2026-03-13,compact-2026-09-04',
      body: '{"compaction": {"type":"summarize"}}',
    });
  });
});

describe('odd headers', () => {
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
  ])('of another form', (headers) => {
    expect(plan(post({}, headers)).betas).toEqual(['a', 'b']);
  });

  it.each([
    null,
    1,
    'anthropic-beta: a',
    [null, 1, []],
    { 'anthropic-beta': { a: 1 } },
    { 'anthropic-beta': undefined },
  ])('that are none: %j', (headers) => {
    expect(plan(post({}, headers)).betas).toEqual([]);
  });

  it.each(['a\r\nb', 'a\0', 'é', 'a b', '<script>'])('with %j carry nothing on', (value) => {
    const { header } = plan(post({}, { 'anthropic-beta': `ok,${value}` }));
    for (const token of (header ?? '').split(',')) expect(isBetaToken(token)).toBe(true);
    expect(header?.split(',')).toContain('ok');
  });

  it.each([10_000, 200_000])('with %i values', (length) => {
    const value = Array.from({ length }, (_, i) => `b-${i}`).join(',');
    expect(plan(post({}, { 'anthropic-beta': value })).betas).toHaveLength(200);
  });
});

describe('odd options', () => {
  it('an unknown platform is a TypeError when an adapter is made', () => {
    expect(() => betaMiddleware({ platform: 'azure' as never })).toThrow(
      /"azure" is not one of auto, claude-api/,
    );
    expect(() => betaFetch(fetch, { platform: 'azure' as never })).toThrow(TypeError);
  });

  it('a request without method and path is planned as it is', () => {
    expect(plan({} as BetaRequest).betas).toEqual([]);
  });
});

describe('options that no compiler has seen', () => {
  it.each([
    [
      { policy: { unavailable: 'drop' } },
      /policy\.unavailable: "drop" is not one of refuse, strip, send/,
    ],
    [
      { policy: { unavailabel: 'refuse' } },
      /policy: "unavailabel" is not known; did you mean "unavailable"/,
    ],
    [{ policy: 'refuse' }, /policy: give an object/],
    [{ polcy: {} }, /options: "polcy" is not known; did you mean "policy"/],
    [{ mode: 'repiar' }, /mode: "repiar" is not one of .*did you mean "repair"/],
    [{ today: 'tomorrow' }, /today: give a day/],
    [{ today: '2026-99-99' }, /today: give a day that there is/],
    [{ today: new Date(0) }, /today: give a day/],
    [{ always: ['mcp-clinet'] }, /always: "mcp-clinet" is not known; did you mean "mcp-client"/],
    [{ always: ['sk-ant-api03-abc'] }, /always: "\(16 characters\)" is not known; declare it/],
    [{ rejected: Array.from({ length: 201 }, () => 'a') }, /rejected: 201 names; give at most 200/],
    [{ catalog: {} }, /catalog: give what extendCatalog\(\) returns/],
    [{ always: 'mcp-client' }, /always: give a list of names/],
    [{ rejected: [5] }, /rejected: give a list of names/],
    [{ onDecision: 'log' }, /onDecision: give a function/],
    [{ recover: betaRecovery }, /recover: write betaRecovery\(\)/],
    [null, /options: give an object/],
  ])('%j is a TypeError when an adapter is made', (options, message) => {
    expect(() => betaMiddleware(options as never)).toThrow(TypeError);
    expect(() => betaMiddleware(options as never)).toThrow(message);
  });

  it.each([[null], [{ catalog: {} }], [{ today: '30/11/2026' }], [{ today: new Date(0) }]])(
    '%j is as good as no option to a plan, which keeps what was sent',
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
    [{ memory: 5 }, /memory: give an object with `get`, `add` and `remove`/],
    [{ memory: { get: () => [] } }, /memory: give an object/],
  ])('betaRecovery(%j) is a TypeError', (options, message) => {
    expect(() => betaRecovery(options as never)).toThrow(TypeError);
    expect(() => betaRecovery(options as never)).toThrow(message);
  });

  it('betaFetch wants a function that sends', () => {
    expect(() => betaFetch(undefined as never)).toThrow(/betaFetch: give the function/);
  });

  it('a policy that is none loses nothing that the body depends on', () => {
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

describe('errors with a request', () => {
  const error = {
    status: 400,
    body: { error: { message: 'The anthropic-beta header is required for this request' } },
  };
  const body = { model: 'claude-opus-5-5', compaction: { type: 'summarize' }, messages: [] };

  it.each([
    ['a value', body],
    ['text', JSON.stringify(body)],
    ['bytes', new TextEncoder().encode(JSON.stringify(body))],
  ])('read its body as %s', (_, sent) => {
    expect(
      classifyBetaError(error, {
        request: { method: 'POST', url: 'https://api.anthropic.com/v1/messages', body: sent },
      }),
    ).toMatchObject({ betas: ['compact-2026-09-04'] });
  });

  it('never reject, whatever the request throws', async () => {
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
