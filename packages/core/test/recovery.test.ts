/** Recovery, with a small platform that rejects what it is told to. */
import { describe, expect, it } from 'vitest';
import {
  type BetaMemory,
  BetaPolicyError,
  betaFetch,
  betaMiddleware,
  betaRecovery,
  type Decision,
  type DoorOptions,
  inProcessMemory,
  type RecoveryOptions,
} from '../src/index.ts';

const URL_OF = 'https://api.test/v1/messages';
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
    const message = named ? `Unexpected value(s) ${bad.map((beta) => `\`${beta}\``).join(', ')} for the \`anthropic-beta\` header.` : 'invalid beta flag';
    return Response.json({ type: 'error', error: { type: 'invalid_request_error', message } }, { status: 400 });
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

type Options = Omit<DoorOptions, 'recover'> & RecoveryOptions;

function client(api: ReturnType<typeof platform>, { maxRetries, memory, ...options }: Options = {}) {
  const recover = betaRecovery({ ...(maxRetries !== undefined && { maxRetries }), ...(memory && { memory }) });
  const fetch = betaFetch(api.fetch, { ...options, recover });
  return (betas: readonly string[] = [], body: object = {}, init: RequestInit = {}): Promise<Response> =>
    fetch(URL_OF, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(betas.length > 0 && { 'anthropic-beta': betas.join(',') }) },
      body: JSON.stringify({ model: 'claude-opus-5-5', messages: [], ...body }),
      ...init,
    });
}
const betasOf = (api: ReturnType<typeof platform>): string[][] => api.sent.map(({ betas }) => betas);

describe('a beta that the answer names', () => {
  it('is dropped, and never sent again', async () => {
    const api = platform(['a-2027-01-01']);
    const send = client(api);
    expect((await send(['a-2027-01-01', 'b-2027-01-01'])).status).toBe(200);
    expect((await send(['a-2027-01-01', 'b-2027-01-01'])).status).toBe(200);
    expect(betasOf(api)).toEqual([['a-2027-01-01', 'b-2027-01-01'], ['b-2027-01-01'], ['b-2027-01-01']]);
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
    expect(keys).toEqual(['vertex /v1/messages claude-opus-5-5', 'vertex /v1/messages claude-sonnet-5-5']);
  });

  it('is told of', async () => {
    const told: Decision[][] = [];
    const api = platform(['a-2027-01-01']);
    const send = client(api, { onDecision: (decision, plan) => void (decision === plan.decisions[0] && told.push(plan.decisions)) });
    await send(['a-2027-01-01']);
    expect(told.map((decisions) => decisions.map((d) => [d.action, d.because]))).toEqual([[['sent', 'unknown']], [['dropped', 'rejected']]]);
  });

  it('stays where the body depends on it; the client gets the error, whole, and the next request is refused before it is sent', async () => {
    const api = platform([COMPACT]);
    const actions: string[] = [];
    const send = client(api, { onDecision: (d) => void actions.push(`${d.action} ${d.beta} ${d.because}`) });
    const response = await send([], { compaction: { type: 'summarize' } });
    expect(response.status).toBe(400);
    expect(response.bodyUsed).toBe(false);
    expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining(COMPACT) } });
    expect(actions).toEqual([`added ${COMPACT} needed`, `refused ${COMPACT} rejected`]);
    await expect(send([], { compaction: { type: 'summarize' } })).rejects.toThrow(BetaPolicyError);
    expect(api.sent).toHaveLength(1);
  });

  it('goes together with its fields where the policy is strip', async () => {
    const api = platform([COMPACT]);
    const send = client(api, { policy: { unsupported: 'strip' } });
    expect((await send([], { compaction: { type: 'summarize' } })).status).toBe(200);
    expect(api.sent.map(({ body, betas }) => [betas, 'compaction' in body])).toEqual([
      [[COMPACT], true],
      [[], false],
    ]);
  });

  it('stays where it selects a legacy shape', async () => {
    const api = platform(['fine-grained-tool-streaming-2025-05-14']);
    expect((await client(api)(['fine-grained-tool-streaming-2025-05-14'])).status).toBe(400);
    expect(api.sent).toHaveLength(1);
  });

  it('that was not sent changes nothing', async () => {
    const api = answering(400, 'Unsupported beta header: other-2027-01-01');
    const response = await betaFetch(api.fetch, { recover: betaRecovery() })(URL_OF, {
      method: 'POST',
      headers: { 'anthropic-beta': 'a-2027-01-01' },
      body: '{}',
    });
    expect([response.status, api.calls()]).toEqual([400, 1]);
  });

  it('gives way to another beta that opens the same', async () => {
    const api = platform(['mcp-client-2025-11-20']);
    const send = client(api);
    expect((await send([], { mcp_servers: [{ type: 'url', name: 'x', url: 'https://mcp.test' }] })).status).toBe(200);
    expect(betasOf(api)).toEqual([['mcp-client-2025-11-20'], ['mcp-client-2026-09-15']]);
  });
});

describe('when nothing is named', () => {
  it('what the table has doubts about goes first', async () => {
    const api = platform(['prompt-caching-2024-07-31'], false);
    const send = client(api);
    expect((await send(['prompt-caching-2024-07-31', 'task-budgets-2026-03-13'])).status).toBe(200);
    await send(['prompt-caching-2024-07-31', 'task-budgets-2026-03-13']);
    expect(betasOf(api)).toEqual([['prompt-caching-2024-07-31', 'task-budgets-2026-03-13'], ['task-budgets-2026-03-13'], ['task-budgets-2026-03-13']]);
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
    const known = (await memory.get('claude-api /v1/messages claude-opus-5-5')).filter((entry) => !entry.includes(' '));
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

  it.each([0, 1, 2, 3])('at most %i retries, and the last answer comes back', async (maxRetries) => {
    const api = stubborn();
    const send = betaFetch(api.fetch, { recover: betaRecovery({ maxRetries }) });
    const response = await send(URL_OF, { method: 'POST', headers: { 'anthropic-beta': betas.join(',') }, body: '{}' });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: `Unsupported beta header: ${betas[maxRetries] ?? ''}` });
    expect(api.calls()).toBe(maxRetries + 1);
  });

  it('two unless told otherwise; none without recovery', async () => {
    const [one, other] = [stubborn(), stubborn()];
    await betaFetch(one.fetch, { recover: betaRecovery() })(URL_OF, { method: 'POST', headers: { 'anthropic-beta': betas.join(',') }, body: '{}' });
    await betaFetch(other.fetch)(URL_OF, { method: 'POST', headers: { 'anthropic-beta': betas.join(',') }, body: '{}' });
    expect([one.calls(), other.calls()]).toEqual([3, 1]);
  });

  it.each([-1, 1.5, Number.NaN, '2' as unknown as number])('maxRetries: %s is an error at once', (maxRetries) => {
    expect(() => betaRecovery({ maxRetries })).toThrow(/maxRetries/);
  });

  it('recover: true says what to write instead', () => {
    expect(() => betaFetch(fetch, { recover: true as never })).toThrow(/betaRecovery\(\)/);
  });

  it.each([
    [400, 'prompt is too long'],
    [400, 'temprature: Extra inputs are not permitted'],
    [429, 'Unsupported beta header: a-2027-01-01'],
    [500, 'Internal server error'],
  ])('%i %s is nobody to recover from', async (status, message) => {
    const api = answering(status, message);
    const response = await betaFetch(api.fetch, { recover: betaRecovery() })(URL_OF, {
      method: 'POST',
      headers: { 'anthropic-beta': 'a-2027-01-01' },
      body: '{}',
    });
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
    await expect(client({ ...api, fetch }, { memory })(['a-2027-01-01'], {}, { signal: controller.signal })).rejects.toThrow('stop');
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
    expect((await betaFetch(api.fetch, { recover: betaRecovery() })(request)).status).toBe(200);
    expect(api.sent.map(({ betas, body }) => [betas, body])).toEqual([
      [['a-2027-01-01', COMPACT], { model: 'm', compaction: {} }],
      [[COMPACT], { model: 'm', compaction: {} }],
    ]);
  });

  it('a stream is sent once', async () => {
    const api = answering(400, 'Unsupported beta header: a-2027-01-01');
    const body = new ReadableStream({ start: (controller) => controller.close() });
    const init = { method: 'POST', headers: { 'anthropic-beta': 'a-2027-01-01' }, body, duplex: 'half' } as RequestInit;
    expect((await betaFetch(api.fetch, { recover: betaRecovery() })(URL_OF, init)).status).toBe(400);
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
    ['rejects', { get: () => Promise.reject(new Error('no')), add: () => Promise.reject(new Error('no')) }],
    ['answers nonsense', { get: () => 42 as never, add: () => undefined }],
    ['hangs', { get: () => new Promise(() => {}), add: () => new Promise(() => {}) }],
  ])('that %s fails no request', async (_, memory) => {
    const api = platform(['a-2027-01-01']);
    expect((await client(api, { memory })(['a-2027-01-01'])).status).toBe(200);
    expect(api.sent).toHaveLength(2);
  });

  it('in this process: forgets what is old, and what was not asked for longest', async () => {
    const memory = inProcessMemory({ max: 2, ttlMs: 60 });
    memory.add('a', ['x']);
    memory.add('b', ['x']);
    memory.get('a');
    memory.add('c', ['x', 'y']);
    expect([memory.get('a'), memory.get('b'), memory.get('c')]).toEqual([['x'], [], ['x', 'y']]);
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect([memory.get('a'), memory.get('c')]).toEqual([[], []]);
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
    await send(['a-2027-01-01'], { system: 'secret', messages: [{ role: 'user', content: 'secret' }] }, {});
    expect(JSON.stringify(entries)).not.toMatch(/secret/);
    expect(entries.length).toBeGreaterThan(1);
  });
});
