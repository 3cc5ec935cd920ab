/**
 * Recovery with the real SDK and its Bedrock client against the stand-in API. The manifest does not
 * know that the API rejects these betas.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
import Anthropic, { BadRequestError } from '@anthropic-ai/sdk';
import { createFakeApi, type FakeApi, type FakeApiOptions } from '@beta-headers/fake-api';
import { describe, expect, it } from 'vitest';
import {
  type AdapterOptions,
  betaMiddleware,
  betaRecovery,
  classifyBetaError,
  RECOVERY_CHANNEL,
  type RecoveryEvent,
} from '../src/index.ts';

const TASKS = 'task-budgets-2026-03-13';
const THINKING = 'interleaved-thinking-2025-05-14';
const COMPACT = 'compact-2026-09-04';
const params = {
  model: 'claude-opus-5-5',
  max_tokens: 8,
  messages: [{ role: 'user' as const, content: 'Hello' }],
};

function claude(
  notEnrolled: string[],
  options: AdapterOptions = {},
  sdk: object = {},
): { api: FakeApi; client: Anthropic } {
  const api = createFakeApi({ notEnrolled });
  const middleware = [betaMiddleware({ recover: betaRecovery(), ...options })];
  return {
    api,
    client: new Anthropic({ apiKey: 'none', fetch: api.fetch, maxRetries: 0, middleware, ...sdk }),
  };
}

function bedrock(fake: FakeApiOptions): { api: FakeApi; client: AnthropicBedrock } {
  const api = createFakeApi({ platform: 'bedrock', ...fake });
  const middleware = [betaMiddleware({ platform: 'bedrock', recover: betaRecovery() })];
  return {
    api,
    client: new AnthropicBedrock({
      awsAccessKey: 'n',
      awsSecretKey: 'n',
      awsRegion: 'us-east-1',
      fetch: api.fetch,
      maxRetries: 0,
      middleware,
    }),
  };
}
const history = (api: FakeApi): [number, ...string[]][] =>
  api.requests.map(({ status, betas }) => [status, ...betas]);

describe('the Claude API', () => {
  it.each(['create', 'stream'])(
    '%s: leaves out a beta that the organization may not use, and does not send it again',
    async (kind) => {
      const { api, client } = claude([TASKS]);
      for (let i = 0; i < 2; i++) {
        const message =
          kind === 'create'
            ? await client.beta.messages.create({ ...params, betas: [TASKS, THINKING] })
            : await client.beta.messages
                .stream({ ...params, betas: [TASKS, THINKING] })
                .finalMessage();
        expect(message.stop_reason).toBe('end_turn');
      }
      expect(history(api)).toEqual([
        [400, TASKS, THINKING],
        [200, THINKING],
        [200, THINKING],
      ]);
    },
  );

  it('keeps what the body depends on: the SDK raises its usual error, each time', async () => {
    const { api, client } = claude([COMPACT]);
    const send = (): Promise<unknown> =>
      client.beta.messages.create({ ...params, compaction: { type: 'summarize' } });
    const error = await send().catch((e: unknown) => e);
    expect(error).toBeInstanceOf(BadRequestError);
    expect(classifyBetaError(error)).toMatchObject({ kind: 'not-enrolled', betas: [COMPACT] });
    await expect(send()).rejects.toThrow(BadRequestError);
    expect(history(api)).toEqual([
      [400, COMPACT],
      [400, COMPACT],
    ]);
  });

  it('strips it under the policy strip', async () => {
    const { api, client } = claude([COMPACT], { policy: { unavailable: 'strip' } });
    await client.beta.messages.create({ ...params, compaction: { type: 'summarize' } });
    expect(
      api.requests.map(({ status, bodyKeys }) => [status, bodyKeys.includes('compaction')]),
    ).toEqual([
      [400, true],
      [200, false],
    ]);
  });

  it('counts within one attempt of the SDK, and leaves it its own retries', async () => {
    const attempts: (string | null)[] = [];
    let failures = 1;
    const { api, client } = claude([TASKS], {}, { maxRetries: 1 });
    const flaky = client.withOptions({
      fetch: async (input, init) => {
        attempts.push(new Headers(init?.headers).get('x-stainless-retry-count'));
        const response = await api.fetch(input as string, init);
        return response.ok && failures-- > 0
          ? Response.json(
              { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
              { status: 529 },
            )
          : response;
      },
    });
    await flaky.beta.messages.create({ ...params, betas: [TASKS] });
    // Rejected, planned again, overloaded: that proves nothing, so the SDK's retry begins again.
    expect(attempts).toEqual(['0', '0', '1', '1']);
    expect(history(api)).toEqual([[400, TASKS], [200], [400, TASKS], [200]]);
  });

  it('ends after an abort', async () => {
    const controller = new AbortController();
    const { api, client } = claude([TASKS]);
    const aborting = client.withOptions({
      fetch: async (input, init) => {
        const response = await api.fetch(input as string, init);
        controller.abort();
        return response;
      },
    });
    await expect(
      aborting.beta.messages.create({ ...params, betas: [TASKS] }, { signal: controller.signal }),
    ).rejects.toThrow();
    expect(history(api)).toEqual([[400, TASKS]]);
  });
});

describe('the diagnostics channel', () => {
  it('has the events, and the own hook gets them as well', async () => {
    const published: unknown[] = [];
    const received: RecoveryEvent[] = [];
    const listen = (event: unknown): void => void published.push(event);
    subscribe(RECOVERY_CHANNEL, listen);
    try {
      const onEvent = (event: RecoveryEvent): void => void received.push(event);
      const { client } = claude([TASKS], { recover: betaRecovery({ onEvent }) });
      await client.beta.messages.create({ ...params, betas: [TASKS] });
    } finally {
      unsubscribe(RECOVERY_CHANNEL, listen);
    }
    expect(published).toEqual([
      { type: 'retry', platform: 'claude-api', betas: [] },
      { type: 'learned', platform: 'claude-api', betas: [TASKS] },
    ]);
    expect(received).toEqual(published);
  });

  it('changes nothing about wrong options', () => {
    expect(() => betaRecovery(null as never)).toThrow(/give an object, or nothing/);
    expect(() => betaRecovery({ onEvent: 'log' as never })).toThrow(/onEvent: give a function/);
    expect(() => betaRecovery({ maxRetry: 1 } as never)).toThrow(/maxRetries/);
  });
});

describe('Bedrock, which names no beta', () => {
  it.each(['create', 'stream'])(
    '%s: finds what is rejected, and does not send it again',
    async (kind) => {
      const { api, client } = bedrock({ notEnrolled: [THINKING] });
      const betas = [TASKS, THINKING];
      for (let i = 0; i < 4; i++) {
        if (kind === 'create') await client.beta.messages.create({ ...params, betas });
        else await client.beta.messages.stream({ ...params, betas }).finalMessage();
      }
      expect(history(api)[0]).toEqual([400, TASKS, THINKING]);
      expect(history(api).at(-1)).toEqual([200, TASKS]);
      const count = api.requests.length;
      await client.beta.messages.create({ ...params, betas });
      expect(history(api).slice(count)).toEqual([[200, TASKS]]);
    },
  );
});

describe('every refusal of the stand-in API', () => {
  const errorOf = (
    fake: Parameters<typeof createFakeApi>[0],
    call: (client: Anthropic) => PromiseLike<unknown>,
  ): Promise<unknown> => {
    const client = new Anthropic({
      apiKey: 'none',
      fetch: createFakeApi(fake).fetch,
      maxRetries: 0,
    });
    return Promise.resolve(call(client)).catch((error: unknown) => error);
  };
  const create = (more: object) => (client: Anthropic) =>
    client.beta.messages.create({
      ...params,
      ...more,
    } as Anthropic.Beta.MessageCreateParamsNonStreaming);

  it.each([
    ['a beta for others', { notEnrolled: [TASKS] }, { betas: [TASKS] }, 'not-enrolled'],
    ['a field without its beta', {}, { thread: { type: 'create' } }, 'missing'],
    [
      'a tool without its beta',
      {},
      { tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }] },
      'missing',
    ],
    ['an empty header', {}, { betas: [] }, 'empty-header'],
  ])('%s', async (_, fake, more, kind) => {
    const error = await errorOf(fake, create(more));
    expect(error).toBeInstanceOf(BadRequestError);
    expect(classifyBetaError(error)?.kind).toBe(kind);
  });

  it('two betas that do not go together', async () => {
    const betas = ['agent-memory-2026-07-22', 'managed-agents-2026-04-01'];
    const error = await errorOf({}, (client) => client.beta.memoryStores.list({ betas }));
    expect(error).toBeInstanceOf(BadRequestError);
    expect(classifyBetaError(error)).toMatchObject({ kind: 'conflict', betas });
  });

  it('two fields that do not go together, which is not about betas', async () => {
    const betas = [COMPACT, 'context-management-2025-06-27'];
    const fields = { betas, compaction: {}, context_management: {} };
    const error = await errorOf({}, create(fields));
    expect(error).toBeInstanceOf(BadRequestError);
    expect(classifyBetaError(error)).toBeUndefined();
  });
});
