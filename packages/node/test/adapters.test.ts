/** The adapters of this package under the official client, and what differs from core. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Anthropic, { BadRequestError } from '@anthropic-ai/sdk';
import { createFakeApi } from '@beta-headers/fake-api';
import { describe, expect, it } from 'vitest';
import * as edge from '../src/index.edge.ts';
import * as node from '../src/index.ts';
import {
  type AdapterOptions,
  betaFetch,
  betaMiddleware,
  DECISION_CHANNEL,
  type DecisionMessage,
  type Fetch,
  type PlanEvent,
  withBetas,
} from '../src/index.ts';

const COMPACT = 'compact-2026-09-04';
const hello = {
  model: 'claude-opus-5-5',
  max_tokens: 8,
  messages: [{ role: 'user' as const, content: 'Hello' }],
};
const compaction = { ...hello, compaction: { type: 'summarize' as const } };

function connect(options: AdapterOptions = {}, sdk: object = {}) {
  const api = createFakeApi();
  const middleware = [betaMiddleware(options)];
  const client = new Anthropic({
    apiKey: 'none',
    maxRetries: 0,
    fetch: api.fetch,
    middleware,
    ...sdk,
  });
  return { api, client };
}

describe('the entry for edge runtimes', () => {
  it('exports the same names', () => {
    expect(Object.keys(edge).sort()).toEqual(Object.keys(node).sort());
  });
});

describe('options are checked as in core', () => {
  it.each([
    [null, /give an object/],
    ['bedrock', /give an object/],
    [[], /give an object/],
    [{ platfrom: 'vertex' }, /"platfrom" is not known; did you mean "platform"/],
    [{ onPlan: 1 }, /onPlan: give a function/],
    [{ logger: 1 }, /logger: give an object/],
  ])('%j', (options, message) => {
    expect(() => betaMiddleware(options as never)).toThrow(message);
    expect(() => betaFetch(options as never)).toThrow(message);
  });

  it('a function as the first argument', () => {
    expect(() => betaFetch(fetch as never)).toThrow(/betaFetch\(\{ fetch \}\)/);
  });
});

describe('a hook that fails', () => {
  it.each([
    [
      'by throwing',
      (): never => {
        throw new Error('down');
      },
    ],
    ['by rejecting', (): Promise<never> => Promise.reject(new Error('down'))],
  ])('%s, fails neither the request nor the process', async (_, onPlan) => {
    const rejections: unknown[] = [];
    const note = (reason: unknown): unknown => rejections.push(reason);
    process.on('unhandledRejection', note);
    try {
      const { client } = connect({ onPlan });
      expect((await client.beta.messages.create(compaction)).role).toBe('assistant');
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(rejections).toEqual([]);
    } finally {
      process.off('unhandledRejection', note);
    }
  });
});

describe('the diagnostics channel', () => {
  it('gets each decision, also where there is a hook', async () => {
    const messages: DecisionMessage[] = [];
    const listen = (message: unknown): unknown => messages.push(message as DecisionMessage);
    const plans: PlanEvent[] = [];
    subscribe(DECISION_CHANNEL, listen);
    try {
      const { client } = connect({ onPlan: (event) => plans.push(event) });
      await client.beta.messages.create(compaction);
    } finally {
      unsubscribe(DECISION_CHANNEL, listen);
    }
    expect(messages).toMatchObject([
      { platform: 'claude-api', decision: { beta: COMPACT, action: 'added' } },
    ]);
    expect(plans).toHaveLength(1);
  });

  it.each([
    ['betaMiddleware', (fetch: Fetch) => ({ fetch, middleware: [betaMiddleware()] })],
    ['betaFetch', (fetch: Fetch) => ({ fetch: betaFetch({ fetch }) })],
  ])('may get its first subscriber after the client was made: %s', async (_, makeOptions) => {
    const messages: DecisionMessage[] = [];
    const listen = (message: unknown): unknown => messages.push(message as DecisionMessage);
    const client = new Anthropic({
      apiKey: 'none',
      maxRetries: 0,
      ...makeOptions(createFakeApi().fetch),
    });
    await client.beta.messages.create(compaction);
    subscribe(DECISION_CHANNEL, listen);
    try {
      await client.beta.messages.create(compaction);
    } finally {
      unsubscribe(DECISION_CHANNEL, listen);
    }
    await client.beta.messages.create(compaction);
    expect(messages).toHaveLength(1);
  });
});

describe('the body of a Request that never ends', () => {
  it('is no longer read after an abort, even after a garbage collection', async () => {
    setFlagsFromString('--expose-gc');
    const collecting = setInterval(runInNewContext('gc') as () => void, 10);
    const send = (): Promise<Response> =>
      betaFetch({ fetch: async () => new Response() })(
        new Request('https://api.anthropic.com/v1/messages', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: new ReadableStream({ pull: () => new Promise(() => {}) }),
          duplex: 'half',
          signal: AbortSignal.timeout(100),
        } as RequestInit),
      );
    try {
      await expect(send()).rejects.toMatchObject({ name: 'TimeoutError' });
    } finally {
      clearInterval(collecting);
    }
  }, 10_000);
});

describe('the logger of the client', () => {
  const lines: string[] = [];
  const note = (line: string): unknown => lines.push(line);
  const logger = { error: note, warn: note, info: () => {}, debug: note };
  const send = (logLevel: string): Promise<unknown> =>
    connect(
      { platform: 'vertex' },
      { logger, logLevel, baseURL: 'https://llm.example.com' },
    ).client.beta.messages.create({ ...hello, betas: ['advisor-tool-2026-03-01', COMPACT] });

  it('gets warnings at its default level, and nothing twice', async () => {
    for (let i = 0; i < 2; i++) await send('warn');
    const ours = lines.filter((line) => line.startsWith('[beta-headers]'));
    expect(ours.filter((line) => line.includes('advisor-tool-2026-03-01'))).toHaveLength(1);
    expect(ours[0]).toMatch(/^\[beta-headers\] vertex: \S+: left out/);
  });
});

describe('withBetas in the request options of the SDK', () => {
  it.each<[string, (client: Anthropic) => PromiseLike<unknown>]>([
    ['create', (client) => client.beta.messages.create(compaction, withBetas(false))],
    [
      'stream',
      (client) => client.beta.messages.stream(compaction, withBetas(false)).finalMessage(),
    ],
    [
      'countTokens',
      (client) => {
        const { max_tokens: _, ...params } = compaction;
        return client.beta.messages.countTokens(params, withBetas(false, { timeout: 5000 }));
      },
    ],
  ])('switches the middleware off for one request: %s', async (_, call) => {
    const { api, client } = connect();
    await expect(call(client)).rejects.toThrow(BadRequestError);
    expect(api.requests.at(-1)?.betas).not.toContain(COMPACT);
    await client.beta.messages.create(compaction);
    expect(api.requests.at(-1)?.betas).toEqual([COMPACT]);
  });

  it('sets other options for one request', async () => {
    const { api, client } = connect();
    const always = { always: ['interleaved-thinking'] } as const;
    await client.beta.messages.create(compaction, withBetas(always, { headers: { 'x-a': '1' } }));
    expect(api.requests.at(-1)?.betas).toEqual([COMPACT, 'interleaved-thinking-2025-05-14']);
  });

  it('reaches betaFetch under the SDK as well', async () => {
    const api = createFakeApi();
    const fetch = betaFetch({ fetch: api.fetch });
    const client = new Anthropic({ apiKey: 'none', maxRetries: 0, fetch: fetch as never });
    await client.beta.messages.create(compaction);
    await expect(client.beta.messages.create(compaction, withBetas(false))).rejects.toThrow();
    expect(api.requests.map(({ betas }) => betas)).toEqual([[COMPACT], []]);
  });
});

describe('a refusal of betaFetch under the SDK', () => {
  it('is a BadRequestError with the reason, after one attempt', async () => {
    let attempts = 0;
    const api = createFakeApi();
    const send = betaFetch({ fetch: api.fetch, policy: { missing: 'refuse' }, logger: false });
    const fetch: typeof send = (...args) => {
      attempts++;
      return send(...args);
    };
    const client = new Anthropic({ apiKey: 'none', fetch: fetch as never });
    const error = await client.beta.messages.create(compaction).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(BadRequestError);
    expect((error as Error).message).toMatch(/compact-2026-09-04: refused[\s\S]*policy\.missing/);
    expect(attempts).toBe(1);
    expect(api.requests).toEqual([]);
  });
});

describe('the retries of the SDK', () => {
  it('report their request once', async () => {
    const plans: PlanEvent[] = [];
    let failures = 2;
    const { api, client } = connect({ onPlan: (event) => plans.push(event) }, { maxRetries: 2 });
    const flaky = client.withOptions({
      fetch: (input, init) =>
        failures-- > 0
          ? Promise.resolve(new Response('{}', { status: 503, headers: { 'retry-after-ms': '1' } }))
          : api.fetch(input as string, init),
    });
    await flaky.beta.messages.create(compaction);
    expect(plans.map(({ attempt }) => attempt)).toEqual([1]);
  });
});
