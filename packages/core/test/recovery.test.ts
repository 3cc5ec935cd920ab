/** Recovery, with a small platform that rejects what it is told to. */
import { describe, expect, it } from 'vitest';
import { type AdapterOptions, betaFetch, betaMiddleware, type Decision } from '../src/index.ts';
import {
  type BetaMemory,
  betaRecovery,
  inProcessMemory,
  type RecoveryOptions,
} from '../src/recovery/index.ts';

const URL_OF = 'https://api.test/v1/messages';
const HOSTS = ['api.test'];
const COMPACT = 'compact-2026-09-04';

interface Sent {
  readonly betas: string[];
  readonly body: Record<string, unknown>;
}

/** A platform: 400 while one of `rejects` is sent, and says which where it is `named`. */
function platform(rejects: readonly string[], named = true) {
  const sent: Sent[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = input instanceof Request ? input : new Request(input, init);
    if (request.signal.aborted) throw request.signal.reason;
    const body = JSON.parse((await request.text()) || '{}') as Record<string, unknown>;
    const betas = (request.headers.get('anthropic-beta') ?? '').split(',').filter(Boolean);
    sent.push({ betas, body });
    const bad = betas.filter((beta) => rejects.includes(beta));
    if (bad.length === 0) return Response.json({ type: 'message' });
    const message = named
      ? `Unexpected value(s) ${bad.map((beta) => `\`${beta}\``).join(', ')} for the \`anthropic-beta\` header.`
      : 'invalid beta flag';
    return Response.json(
      { type: 'error', error: { type: 'invalid_request_error', message } },
      { status: 400 },
    );
  };
  return { fetch, sent };
}

/** Answers the same, always. */
function answering(status: number, message: string) {
  let calls = 0;
  const fetch = async (): Promise<Response> => {
    calls++;
    return Response.json({ error: { message } }, { status });
  };
  return { fetch, calls: () => calls };
}

type Options = Omit<AdapterOptions, 'recover'> & RecoveryOptions;

function client(
  api: ReturnType<typeof platform>,
  { maxRetries, memory, memoryTimeoutMs, ...options }: Options = {},
) {
  const recover = betaRecovery({
    ...(maxRetries !== undefined && { maxRetries }),
    ...(memory && { memory }),
    ...(memoryTimeoutMs !== undefined && { memoryTimeoutMs }),
  });
  const fetch = betaFetch({ fetch: api.fetch, hosts: HOSTS, ...options, recover });
  return (
    betas: readonly string[] = [],
    body: object = {},
    init: RequestInit = {},
  ): Promise<Response> =>
    fetch(URL_OF, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(betas.length > 0 && { 'anthropic-beta': betas.join(',') }),
      },
      body: JSON.stringify({ model: 'claude-opus-5-5', messages: [], ...body }),
      ...init,
    });
}
const betasOf = (api: ReturnType<typeof platform>): string[][] =>
  api.sent.map(({ betas }) => betas);

describe('a beta that the answer names', () => {
  it('is dropped, and never sent again', async () => {
    const api = platform(['a-2027-01-01']);
    const send = client(api);
    expect((await send(['a-2027-01-01', 'b-2027-01-01'])).status).toBe(200);
    expect((await send(['a-2027-01-01', 'b-2027-01-01'])).status).toBe(200);
    expect(betasOf(api)).toEqual([
      ['a-2027-01-01', 'b-2027-01-01'],
      ['b-2027-01-01'],
      ['b-2027-01-01'],
    ]);
  });

  it('is remembered for the model and the endpoint that rejected it, and for no other', async () => {
    const memory = inProcessMemory();
    const keys: string[] = [];
    const watched: BetaMemory = {
      get: (key) => memory.get(key),
      add(key, entries) {
        keys.push(key);
        return memory.add(key, entries);
      },
    };
    const api = platform(['a-2027-01-01']);
    const send = client(api, { memory: watched, platform: 'vertex' });
    await send(['a-2027-01-01']);
    await send(['a-2027-01-01'], { model: 'claude-sonnet-5-5' });
    expect(betasOf(api)).toEqual([['a-2027-01-01'], [], ['a-2027-01-01'], []]);
    expect(keys).toEqual([
      'vertex /v1/messages claude-opus-5-5',
      'vertex /v1/messages claude-sonnet-5-5',
    ]);
  });

  it('is told of', async () => {
    const told: Decision[][] = [];
    const api = platform(['a-2027-01-01']);
    const send = client(api, {
      onPlan: ({ plan }) => void told.push(plan.decisions),
    });
    await send(['a-2027-01-01']);
    expect(told.map((decisions) => decisions.map((d) => [d.action, d.reason]))).toEqual([
      [['sent', 'unknown-beta']],
      [['dropped', 'rejected-before']],
    ]);
  });

  it('stays where the body depends on it; the client gets the error, whole, and the next request is refused before it is sent', async () => {
    const api = platform([COMPACT]);
    const actions: string[] = [];
    const send = client(api, {
      onPlan: ({ plan }) =>
        void actions.push(...plan.decisions.map((d) => `${d.action} ${d.beta} ${d.reason}`)),
    });
    const response = await send([], { compaction: { type: 'summarize' } });
    expect(response.status).toBe(400);
    expect(response.bodyUsed).toBe(false);
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringContaining(COMPACT) },
    });
    expect(actions).toEqual([`added ${COMPACT} needed`, `refused ${COMPACT} rejected-before`]);
    const refused = await send([], { compaction: { type: 'summarize' } });
    expect(refused.headers.get('x-beta-headers')).toBe('refused');
    expect(api.sent).toHaveLength(1);
  });

  it('goes together with its fields where the policy is strip', async () => {
    const api = platform([COMPACT]);
    const send = client(api, { policy: { unavailable: 'strip' } });
    expect((await send([], { compaction: { type: 'summarize' } })).status).toBe(200);
    expect(api.sent.map(({ body, betas }) => [betas, 'compaction' in body])).toEqual([
      [[COMPACT], true],
      [[], false],
    ]);
  });

  it('is left out with a warning where it selects a legacy shape', async () => {
    const api = platform(['fine-grained-tool-streaming-2025-05-14']);
    const levels: string[] = [];
    const send = client(api, {
      onPlan: ({ plan }) => void levels.push(...plan.decisions.map(({ level }) => level)),
    });
    expect((await send(['fine-grained-tool-streaming-2025-05-14'])).status).toBe(200);
    expect(levels).toContain('warn');
  });

  it('that was not sent changes nothing', async () => {
    const api = answering(400, 'Unsupported beta header: other-2027-01-01');
    const response = await betaFetch({ fetch: api.fetch, hosts: HOSTS, recover: betaRecovery() })(
      URL_OF,
      {
        method: 'POST',
        headers: { 'anthropic-beta': 'a-2027-01-01' },
        body: '{}',
      },
    );
    expect([response.status, api.calls()]).toEqual([400, 1]);
  });

  it('and then another one: both are dropped, one after the other', async () => {
    const api = platform(['a-2027-01-01', 'b-2027-01-01']);
    const oneByOne = {
      ...api,
      fetch: async (...args: Parameters<typeof api.fetch>) => {
        const response = await api.fetch(...args);
        if (response.ok) return response;
        const { error } = (await response.json()) as { error: { message: string } };
        // Only the first of them is named.
        return Response.json(
          { error: { ...error, message: error.message.replace(/, `.*?`/, '') } },
          { status: 400 },
        );
      },
    };
    const send = client(oneByOne);
    const betas = ['a-2027-01-01', 'b-2027-01-01', 'c-2027-01-01'];
    expect((await send(betas)).status).toBe(200);
    expect((await send(betas)).status).toBe(200);
    expect(betasOf(api)).toEqual([betas, betas.slice(1), betas.slice(2), betas.slice(2)]);
  });

  it('by its feature: the date that was sent is meant', async () => {
    let calls = 0;
    const message =
      'The computer-use beta feature is not currently supported on the Converse and ConverseStream APIs';
    const fetch = async (_: string | URL | Request, init?: RequestInit): Promise<Response> => {
      calls++;
      const betas = new Headers(init?.headers).get('anthropic-beta') ?? '';
      return betas.includes('computer-use')
        ? Response.json({ message }, { status: 400 })
        : Response.json({ betas });
    };
    const send = betaFetch({ fetch, hosts: HOSTS, recover: betaRecovery() });
    const headers = { 'anthropic-beta': 'computer-use-2025-01-24,a-2027-01-01' };
    const response = await send(URL_OF, { method: 'POST', headers, body: '{}' });
    expect([await response.json(), calls]).toEqual([{ betas: 'a-2027-01-01' }, 2]);
  });

  it('for want of what it is for is dropped like any other', async () => {
    const sent: (string | null)[] = [];
    const fetch = async (_: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const header = new Headers(init?.headers).get('anthropic-beta');
      sent.push(header);
      const message =
        'Task budgets beta requires output_config.task_budget to be included in the request.';
      return header ? Response.json({ error: { message } }, { status: 400 }) : Response.json({});
    };
    const init = {
      method: 'POST',
      headers: { 'anthropic-beta': 'task-budgets-2026-03-13' },
      body: '{"model":"claude-opus-5-5"}',
    };
    expect(
      (await betaFetch({ fetch, hosts: HOSTS, recover: betaRecovery() })(URL_OF, init)).status,
    ).toBe(200);
    expect(sent).toEqual(['task-budgets-2026-03-13', null]);
  });

  it('stays dropped when the server then fails over something else, and that answer comes back', async () => {
    const api = platform(['a-2027-01-01']);
    const memory = inProcessMemory();
    const failing = {
      ...api,
      fetch: async (...args: Parameters<typeof api.fetch>) => {
        const response = await api.fetch(...args);
        return response.ok
          ? Response.json({ error: { message: 'Overloaded' } }, { status: 529 })
          : response;
      },
    };
    const response = await client(failing, { memory, maxRetries: 4 })([
      'a-2027-01-01',
      'b-2027-01-01',
    ]);
    expect([response.status, await response.json()]).toEqual([
      529,
      { error: { message: 'Overloaded' } },
    ]);
    expect(betasOf(api)).toEqual([['a-2027-01-01', 'b-2027-01-01'], ['b-2027-01-01']]);
    expect(await memory.get('claude-api /v1/messages claude-opus-5-5')).toEqual(['a-2027-01-01']);
  });

  it('gives way to another beta that enables the same', async () => {
    const api = platform(['mcp-client-2025-11-20']);
    const send = client(api);
    expect(
      (
        await send([], {
          mcp_servers: [{ type: 'url', name: 'x', url: 'https://mcp.example' }],
          tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }],
        })
      ).status,
    ).toBe(200);
    expect(betasOf(api)).toEqual([['mcp-client-2025-11-20'], ['mcp-client-2026-09-15']]);
  });
});

describe('when nothing is named', () => {
  it('what the table has doubts about goes first', async () => {
    const api = platform(['prompt-caching-2024-07-31'], false);
    const send = client(api);
    expect((await send(['prompt-caching-2024-07-31', 'task-budgets-2026-03-13'])).status).toBe(200);
    await send(['prompt-caching-2024-07-31', 'task-budgets-2026-03-13']);
    expect(betasOf(api)).toEqual([
      ['prompt-caching-2024-07-31', 'task-budgets-2026-03-13'],
      ['task-budgets-2026-03-13'],
      ['task-budgets-2026-03-13'],
    ]);
  });

  it('then halves; what the body depends on stays throughout', async () => {
    const bad = 'thinking-token-count-2026-05-13';
    const api = platform([bad], false);
    const send = client(api, { maxRetries: 4 });
    const betas = ['task-budgets-2026-03-13', 'interleaved-thinking-2025-05-14', bad];
    expect((await send(betas, { compaction: {} })).status).toBe(200);
    expect(betasOf(api)).toEqual([[...betas, COMPACT], [bad, COMPACT], [COMPACT]]);
    expect(api.sent.every(({ betas }) => betas.includes(COMPACT))).toBe(true);
  });

  it('the last retry leaves out all that may go', async () => {
    const betas = Array.from({ length: 8 }, (_, i) => `b${i}-2027-01-01`);
    const api = platform(['b7-2027-01-01'], false);
    expect((await client(api, { maxRetries: 1 })(betas)).status).toBe(200);
    expect(betasOf(api)).toEqual([betas, []]);
  });

  it('only what is proven is remembered: a group is narrowed down by the requests that follow, and the others come back', async () => {
    const betas = ['a-2027-01-01', 'b-2027-01-01', 'c-2027-01-01', 'd-2027-01-01'];
    const api = platform(['c-2027-01-01'], false);
    const memory = inProcessMemory();
    const send = client(api, { memory });
    for (let i = 0; i < 4; i++) expect((await send(betas)).status).toBe(200);
    expect(betasOf(api).at(-1)).toEqual(['a-2027-01-01', 'b-2027-01-01', 'd-2027-01-01']);
    const asked = api.sent.length;
    await send(betas);
    expect(api.sent).toHaveLength(asked + 1);
    const known = (await memory.get('claude-api /v1/messages claude-opus-5-5')).filter(
      (entry) => !entry.includes(' '),
    );
    expect(known).toEqual(['c-2027-01-01']);
  });

  it('two that are rejected are both found', async () => {
    const betas = ['a-2027-01-01', 'b-2027-01-01', 'c-2027-01-01'];
    const api = platform(['a-2027-01-01', 'c-2027-01-01'], false);
    const send = client(api);
    for (let i = 0; i < 6; i++) expect((await send(betas)).status).toBe(200);
    const asked = api.sent.length;
    await send(betas);
    expect(betasOf(api).slice(asked)).toEqual([['b-2027-01-01']]);
  });

  it('a failure over something else proves nothing: nothing is remembered', async () => {
    const memory = inProcessMemory();
    let calls = 0;
    const fetch = async (): Promise<Response> =>
      ++calls === 1
        ? Response.json({ message: 'invalid beta flag' }, { status: 400 })
        : Response.json({ message: 'no' }, { status: 500 });
    const send = betaFetch({ fetch, hosts: HOSTS, recover: betaRecovery({ memory }) });
    const init = {
      method: 'POST',
      headers: { 'anthropic-beta': 'a-2027-01-01' },
      body: '{"model":"claude-opus-5-5"}',
    };
    expect([(await send(URL_OF, init)).status, calls]).toEqual([500, 2]);
    expect(await memory.get('claude-api /v1/messages claude-opus-5-5')).toEqual([]);
  });

  it.each(Array.from({ length: 10 }, (_, i) => (i < 1 ? [1, 0] : i < 3 ? [2, i - 1] : [7, i - 3])))(
    'of %i betas that one is found that stands at %i, with no request failing and none sent more than three times',
    async (count, at) => {
      const betas = Array.from({ length: count }, (_, i) => `b${i}-2027-01-01`);
      const bad = betas[at] as string;
      const api = platform([bad], false);
      const send = client(api);
      // A half of what is left with each request that follows.
      for (let i = 0; i <= Math.ceil(Math.log2(count)) + 1; i++) {
        const before = api.sent.length;
        expect((await send(betas)).status).toBe(200);
        expect(api.sent.length - before).toBeLessThanOrEqual(3);
      }
      expect(betasOf(api).at(-1)).toEqual(betas.filter((beta) => beta !== bad));
    },
  );

  it('nothing is left out where all is needed', async () => {
    const api = platform([COMPACT], false);
    expect((await client(api)([], { compaction: {} })).status).toBe(400);
    expect(api.sent).toHaveLength(1);
  });
});

describe('bounds', () => {
  const betas = ['a-2027-01-01', 'b-2027-01-01', 'c-2027-01-01'];
  /** Rejects one beta after the other, the first that is there. */
  const stubborn = () => {
    let calls = 0;
    const fetch = async (_: string | URL | Request, init?: RequestInit): Promise<Response> => {
      calls++;
      const [first] = (new Headers(init?.headers).get('anthropic-beta') ?? '').split(',');
      return Response.json({ message: `Unsupported beta header: ${first}` }, { status: 400 });
    };
    return { fetch, calls: () => calls };
  };

  it.each([0, 1, 2, 3])(
    'at most %i retries, and the last answer comes back',
    async (maxRetries) => {
      const api = stubborn();
      const send = betaFetch({
        fetch: api.fetch,
        hosts: HOSTS,
        recover: betaRecovery({ maxRetries }),
      });
      const response = await send(URL_OF, {
        method: 'POST',
        headers: { 'anthropic-beta': betas.join(',') },
        body: '{}',
      });
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
        message: `Unsupported beta header: ${betas[maxRetries] ?? ''}`,
      });
      expect(api.calls()).toBe(maxRetries + 1);
    },
  );

  it('two unless told otherwise; none without recovery', async () => {
    const [one, other] = [stubborn(), stubborn()];
    await betaFetch({ fetch: one.fetch, hosts: HOSTS, recover: betaRecovery() })(URL_OF, {
      method: 'POST',
      headers: { 'anthropic-beta': betas.join(',') },
      body: '{}',
    });
    await betaFetch({ fetch: other.fetch, hosts: HOSTS })(URL_OF, {
      method: 'POST',
      headers: { 'anthropic-beta': betas.join(',') },
      body: '{}',
    });
    expect([one.calls(), other.calls()]).toEqual([3, 1]);
  });

  it.each([-1, 1.5, Number.NaN, '2' as unknown as number])(
    'maxRetries: %s is an error at once',
    (maxRetries) => {
      expect(() => betaRecovery({ maxRetries })).toThrow(/maxRetries/);
    },
  );

  it('recover: true says what to write instead', () => {
    expect(() => betaFetch({ fetch, hosts: HOSTS, recover: true as never })).toThrow(
      /betaRecovery\(\)/,
    );
  });

  it.each([
    [400, 'prompt is too long'],
    [400, 'temprature: Extra inputs are not permitted'],
    [429, 'Unsupported beta header: a-2027-01-01'],
    [500, 'Internal server error'],
  ])('%i %s is nobody to recover from', async (status, message) => {
    const api = answering(status, message);
    const response = await betaFetch({ fetch: api.fetch, hosts: HOSTS, recover: betaRecovery() })(
      URL_OF,
      {
        method: 'POST',
        headers: { 'anthropic-beta': 'a-2027-01-01' },
        body: '{}',
      },
    );
    expect([response.status, api.calls(), response.bodyUsed]).toEqual([status, 1, false]);
  });
});

describe('abort', () => {
  it('after the first answer: no retry', async () => {
    const api = platform(['a-2027-01-01']);
    const controller = new AbortController();
    const aborting = {
      ...api,
      fetch: async (...args: Parameters<typeof api.fetch>) => {
        const response = await api.fetch(...args);
        controller.abort();
        return response;
      },
    };
    const response = await client(aborting)(['a-2027-01-01'], {}, { signal: controller.signal });
    expect([response.status, api.sent.length]).toEqual([400, 1]);
  });

  it('the signal reaches the retry', async () => {
    const api = platform(['a-2027-01-01']);
    const controller = new AbortController();
    const memory: BetaMemory = { get: () => [], add: () => undefined };
    let calls = 0;
    const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      if (++calls === 2) controller.abort(new Error('stop'));
      return api.fetch(input, init);
    };
    await expect(
      client({ ...api, fetch }, { memory })(['a-2027-01-01'], {}, { signal: controller.signal }),
    ).rejects.toThrow('stop');
  });
});

describe('requests at the same time', () => {
  it.each([true, false])(
    'each recovers, and what they learn is one thing (named: %s)',
    async (named) => {
      const api = platform(['a-2027-01-01'], named);
      const memory = inProcessMemory();
      const send = client(api, { memory });
      const responses = await Promise.all(Array.from({ length: 8 }, () => send(['a-2027-01-01'])));
      expect(responses.map(({ status }) => status)).toEqual(Array(8).fill(200));
      expect(await memory.get('claude-api /v1/messages claude-opus-5-5')).toEqual(['a-2027-01-01']);
      const asked = api.sent.length;
      await send(['a-2027-01-01']);
      expect(betasOf(api).slice(asked)).toEqual([[]]);
    },
  );
});

describe('what comes back', () => {
  it('a stream is handed on unread, at the first attempt and after a retry', async () => {
    const frames = 'event: message_start\ndata: {}\n\nevent: message_stop\ndata: {}\n\n';
    const api = platform(['a-2027-01-01']);
    const streaming = {
      ...api,
      fetch: async (...args: Parameters<typeof api.fetch>) => {
        const response = await api.fetch(...args);
        return response.ok
          ? new Response(frames, { headers: { 'content-type': 'text/event-stream' } })
          : response;
      },
    };
    const send = client(streaming);
    for (let i = 0; i < 2; i++) {
      const response = await send(['a-2027-01-01'], { stream: true });
      expect(response.bodyUsed).toBe(false);
      expect(await response.text()).toBe(frames);
    }
    expect(api.sent).toHaveLength(3);
  });

  it('an error that never ends is read no further than an error can be long, and handed on', async () => {
    const endless = (): ReadableStream<Uint8Array> =>
      new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(64_000)) });
    let calls = 0;
    const fetch = async (): Promise<Response> => {
      calls++;
      return new Response(endless(), { status: 400 });
    };
    const response = await betaFetch({ fetch, hosts: HOSTS, recover: betaRecovery() })(URL_OF, {
      method: 'POST',
      headers: { 'anthropic-beta': COMPACT },
      body: '{}',
    });
    expect([response.status, response.bodyUsed, calls]).toEqual([400, false, 1]);
    await response.body?.cancel();
  });
});

describe('what no retry mends', () => {
  it.each([
    'betas: Extra inputs are not permitted',
    'This endpoint requires the `anthropic-beta: a-2027-01-01` header.',
    '`agent-memory-2026-07-22` and `managed-agents-2026-04-01` cannot be used together in the anthropic-beta header.',
    'anthropic-beta header must not be empty',
  ])('%s', async (message) => {
    const api = answering(400, message);
    const headers = { 'anthropic-beta': 'a-2027-01-01,b-2027-01-01' };
    const response = await betaFetch({ fetch: api.fetch, hosts: HOSTS, recover: betaRecovery() })(
      URL_OF,
      {
        method: 'POST',
        headers,
        body: '{}',
      },
    );
    expect([response.status, api.calls()]).toEqual([400, 1]);
  });
});

describe('what is sent', () => {
  it('a Request is sent again with its body', async () => {
    const api = platform(['a-2027-01-01']);
    const request = new Request(URL_OF, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'anthropic-beta': 'a-2027-01-01' },
      body: JSON.stringify({ model: 'm', compaction: {} }),
    });
    expect(
      (await betaFetch({ fetch: api.fetch, hosts: HOSTS, recover: betaRecovery() })(request))
        .status,
    ).toBe(200);
    expect(api.sent.map(({ betas, body }) => [betas, body])).toEqual([
      [['a-2027-01-01', COMPACT], { model: 'm', compaction: {} }],
      [[COMPACT], { model: 'm', compaction: {} }],
    ]);
  });

  it('a stream is sent once', async () => {
    const api = answering(400, 'Unsupported beta header: a-2027-01-01');
    const body = new ReadableStream({ start: (controller) => controller.close() });
    const init = {
      method: 'POST',
      headers: { 'anthropic-beta': 'a-2027-01-01' },
      body,
      duplex: 'half',
    } as RequestInit;
    expect(
      (await betaFetch({ fetch: api.fetch, hosts: HOSTS, recover: betaRecovery() })(URL_OF, init))
        .status,
    ).toBe(400);
    expect(api.calls()).toBe(1);
  });

  it('a middleware calls next again, each time with headers of its own', async () => {
    const api = platform(['a-2027-01-01']);
    const given = new Headers({ 'anthropic-beta': 'a-2027-01-01,b-2027-01-01', 'x-api-key': 'k' });
    const seen: Headers[] = [];
    const request = { url: URL_OF, method: 'post', headers: given, body: '{"model":"m"}' };
    const next = (sent: typeof request): Promise<Response> => {
      seen.push(sent.headers);
      return api.fetch(sent.url, sent);
    };
    expect((await betaMiddleware({ recover: betaRecovery() })(request, next)).status).toBe(200);
    expect(betasOf(api)).toEqual([['a-2027-01-01', 'b-2027-01-01'], ['b-2027-01-01']]);
    expect(new Set(seen).size).toBe(2);
    expect(seen.every((headers) => headers.get('x-api-key') === 'k')).toBe(true);
    expect(given.get('anthropic-beta')).toBe('a-2027-01-01,b-2027-01-01');
  });
});

describe('memory', () => {
  it.each<[string, BetaMemory]>([
    [
      'throws',
      {
        get: () => {
          throw new Error('no');
        },
        add: () => {
          throw new Error('no');
        },
      },
    ],
    [
      'rejects',
      { get: () => Promise.reject(new Error('no')), add: () => Promise.reject(new Error('no')) },
    ],
    ['answers nonsense', { get: () => 42 as never, add: () => undefined }],
    ['hangs', { get: () => new Promise(() => {}), add: () => new Promise(() => {}) }],
  ])('that %s fails no request', async (_, memory) => {
    const api = platform(['a-2027-01-01']);
    expect((await client(api, { memory, memoryTimeoutMs: 20 })(['a-2027-01-01'])).status).toBe(200);
    expect(api.sent).toHaveLength(2);
  });

  it('that is slow is waited for, as long as it was told', async () => {
    const slow: BetaMemory = {
      get: () => new Promise((resolve) => setTimeout(() => resolve(['a-2027-01-01']), 30)),
      add: () => undefined,
    };
    const api = platform(['a-2027-01-01']);
    expect(
      (await client(api, { memory: slow, memoryTimeoutMs: 60_000 })(['a-2027-01-01'])).status,
    ).toBe(200);
    expect(betasOf(api)).toEqual([[]]);
  });

  it.each([0, -1, Number.NaN])('memoryTimeoutMs: %s is an error at once', (memoryTimeoutMs) => {
    expect(() => betaRecovery({ memoryTimeoutMs })).toThrow(/memoryTimeoutMs/);
  });

  it('in this process: forgets what is old, and what was not asked for longest', () => {
    const { now } = Date;
    let time = now();
    // A clock of our own: a slow machine must not make anything old.
    Date.now = () => time;
    try {
      const memory = inProcessMemory({ max: 2, ttlMs: 60 });
      memory.add('a', ['x']);
      memory.add('b', ['x']);
      memory.get('a');
      memory.add('c', ['x', 'y']);
      expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([['x'], [], ['x', 'y']]);
      time += 61;
      expect([memory.get('a'), memory.get('c')]).toEqual([[], []]);
    } finally {
      Date.now = now;
    }
  });

  it.each([{ max: 0 }, { ttlMs: 0 }, { ttlMs: Number.NaN }])('%j is an error', (options) => {
    expect(() => inProcessMemory(options)).toThrow(RangeError);
  });

  it('gets names and no secret', async () => {
    const entries: unknown[] = [];
    const memory: BetaMemory = {
      get(key) {
        entries.push(key);
        return [];
      },
      add: (...args) => void entries.push(...args),
    };
    const api = platform(['a-2027-01-01']);
    const send = client(api, { memory });
    await send(
      ['a-2027-01-01'],
      { system: 'secret', messages: [{ role: 'user', content: 'secret' }] },
      {},
    );
    expect(JSON.stringify(entries)).not.toMatch(/secret/);
    expect(entries.length).toBeGreaterThan(1);
  });
});
