/**
 * The real SDK against the stand-in API: each feature without any `betas`, with the middleware and
 * without it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
import Anthropic, { BadRequestError, NotFoundError } from '@anthropic-ai/sdk';
import { createFakeApi, type FakeApi } from '@beta-headers/fake-api';
import { describe, expect, it } from 'vitest';
import { betaMiddleware } from '../src/index.ts';

type Params = Record<string, unknown>;
const messages = [{ role: 'user' as const, content: 'Hello' }];

/**
 * Features of the Messages API: what a request must hold to use them, and the header that it then
 * needs.
 */
const MESSAGE_FEATURES: readonly {
  feature: string;
  params: Params;
  header: string;
  countable?: false;
  batchable?: false;
}[] = [
  {
    feature: 'mcp-client',
    params: {
      mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }],
      tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
    },
    header: 'mcp-client-2025-11-20',
  },
  {
    feature: 'computer-use',
    params: {
      model: 'claude-opus-4-8',
      tools: [
        {
          type: 'computer_20251124',
          name: 'computer',
          display_width_px: 800,
          display_height_px: 600,
        },
      ],
    },
    header: 'computer-use-2025-11-24',
  },
  {
    feature: 'context-management',
    params: { context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] } },
    header: 'context-management-2025-06-27',
  },
  {
    feature: 'compact',
    params: { compaction: { type: 'summarize' } },
    header: 'compact-2026-09-04',
  },
  {
    feature: 'fast-mode',
    params: { model: 'claude-opus-5', speed: 'fast' },
    header: 'fast-mode-2026-02-01',
    batchable: false,
  },
  // Counting tokens and batches take no `fallbacks`.
  {
    feature: 'server-side-fallback',
    params: { fallbacks: 'default' },
    header: 'server-side-fallback-2026-07-01',
    countable: false,
    batchable: false,
  },
  {
    feature: 'advisor-tool',
    params: { tools: [{ type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-5-5' }] },
    header: 'advisor-tool-2026-03-01',
  },
  {
    feature: 'task-budgets',
    params: { output_config: { task_budget: { type: 'tokens', total: 50_000 } } },
    header: 'task-budgets-2026-03-13',
  },
];

/**
 * A beta that has graduated since this test was written needs no header: the request succeeds
 * without one.
 */
const data = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../manifest/data.json'), 'utf8'),
) as { betas: { id: string; stage: string }[] };
const graduated = new Set(
  data.betas.filter(({ stage }) => stage === 'graduated').map(({ id }) => id),
);

/**
 * Features with endpoints of their own. The SDK's methods send their header; a call by path does
 * not.
 */
const ENDPOINT_FEATURES: readonly {
  feature: string;
  call: (client: Anthropic) => Promise<unknown>;
  header: string;
}[] = [
  {
    feature: 'files-api',
    call: (client) => client.get('/v1/files', { query: { before_id: 'file_1' } }),
    header: 'files-api-2025-04-14',
  },
  {
    feature: 'managed-agents',
    call: (client) => client.post('/v1/agents', { body: { name: 'a', model: 'claude-opus-5-5' } }),
    header: 'managed-agents-2026-04-01',
  },
  {
    feature: 'agent-memory',
    call: (client) => client.post('/v1/memory_stores', { body: { name: 'm' } }),
    header: 'agent-memory-2026-07-22',
  },
];

const withMiddleware = (api: FakeApi): Anthropic =>
  new Anthropic({
    apiKey: 'none',
    fetch: api.fetch,
    maxRetries: 0,
    middleware: [betaMiddleware()],
  });
const bare = (api: FakeApi): Anthropic =>
  new Anthropic({ apiKey: 'none', fetch: api.fetch, maxRetries: 0 });
const sent = (api: FakeApi): string[] =>
  (api.requests.at(-1)?.betaHeader ?? '').split(',').filter(Boolean);

describe.each(MESSAGE_FEATURES)('$feature', ({ params, header, countable, batchable }) => {
  const body = {
    model: 'claude-opus-5-5',
    max_tokens: 64,
    messages,
    ...params,
  } as Anthropic.Beta.MessageCreateParamsNonStreaming;
  const calls: Record<string, (client: Anthropic) => Promise<unknown>> = {
    plain: (client) => client.beta.messages.create(body),
    streaming: async (client) => {
      const message = await client.beta.messages.stream(body).finalMessage();
      expect(message.stop_reason).toBe('end_turn');
    },
    ...(batchable !== false && {
      batches: (client: Anthropic) =>
        client.beta.messages.batches.create({ requests: [{ custom_id: 'a', params: body }] }),
    }),
    ...(countable !== false && {
      countTokens: (client: Anthropic) => {
        const { max_tokens: _, ...countTokens } = body;
        return client.beta.messages.countTokens(
          countTokens as Anthropic.Beta.MessageCountTokensParams,
        );
      },
    }),
  };
  it.each(Object.keys(calls))('%s', async (name) => {
    const call = calls[name] as (client: Anthropic) => Promise<unknown>;
    const api = createFakeApi();
    await call(withMiddleware(api));
    expect(api.requests.at(-1)?.status).toBe(200);
    if (graduated.has(header)) {
      expect(sent(api)).not.toContain(header);
      await call(bare(api));
      expect(api.requests.at(-1)?.status).toBe(200);
      expect(sent(api)).not.toContain(header);
      return;
    }
    expect(sent(api)).toContain(header);
    await expect(call(bare(api))).rejects.toThrow(BadRequestError);
    expect(sent(api)).not.toContain(header);
  });
});

describe.each(ENDPOINT_FEATURES)('$feature', ({ call, header }) => {
  it('by path', async () => {
    const api = createFakeApi();
    await call(withMiddleware(api));
    expect(sent(api)).toEqual([header]);
    const error = await call(bare(api)).catch((e: unknown) => e);
    expect(error instanceof BadRequestError || error instanceof NotFoundError).toBe(true);
    expect(sent(api)).toEqual([]);
  });
});

describe('tool-search-tool', () => {
  // On the Claude API it is generally available; Bedrock still wants a header, in the body and
  // under a name of its own.
  const params = {
    model: 'claude-opus-4-5',
    max_tokens: 64,
    messages,
    tools: [
      { type: 'tool_search_tool_regex_20251119' as const, name: 'tool_search_tool_regex' as const },
    ],
  };
  const bedrock = (api: FakeApi, options: object): AnthropicBedrock =>
    new AnthropicBedrock({
      awsAccessKey: 'none',
      awsSecretKey: 'none',
      awsRegion: 'us-east-1',
      fetch: api.fetch,
      maxRetries: 0,
      ...options,
    });

  it.each(['plain', 'streaming'])('%s on Bedrock', async (kind) => {
    const call = async (client: AnthropicBedrock) =>
      kind === 'plain'
        ? client.beta.messages.create(params)
        : client.beta.messages.stream(params).finalMessage();
    const api = createFakeApi({ platform: 'bedrock' });
    await call(bedrock(api, { middleware: [betaMiddleware({ platform: 'bedrock' })] }));
    expect(api.requests.at(-1)).toMatchObject({
      status: 200,
      betas: ['tool-search-tool-2025-10-19'],
    });
    await expect(call(bedrock(api, {}))).rejects.toThrow(/400/);
  });

  it('needs nothing on the Claude API', async () => {
    const api = createFakeApi();
    await withMiddleware(api).beta.messages.create(params);
    expect(api.requests.at(-1)).toMatchObject({ status: 200, betas: [] });
  });
});

describe('what the caller sends', () => {
  it('is merged, not overwritten, and never doubled', async () => {
    const api = createFakeApi();
    await withMiddleware(api).beta.messages.countTokens({
      model: 'claude-opus-5-5',
      messages,
      betas: ['token-counting-2024-11-01', 'context-1m-2025-08-07'],
      mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }],
    });
    expect(sent(api)).toEqual([
      'token-counting-2024-11-01',
      'context-1m-2025-08-07',
      'mcp-client-2025-04-04',
    ]);
  });

  it('never becomes an empty header', async () => {
    const api = createFakeApi();
    await withMiddleware(api).beta.messages.create({
      model: 'claude-opus-5-5',
      max_tokens: 1,
      messages,
      betas: [],
    });
    expect(api.requests.at(-1)?.betaHeader).toBeUndefined();
    await expect(
      bare(api).beta.messages.create({
        model: 'claude-opus-5-5',
        max_tokens: 1,
        messages,
        betas: [],
      }),
    ).rejects.toThrow(BadRequestError);
  });
});
