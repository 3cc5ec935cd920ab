/** Twelve failing requests from public threads, sent by the official client of their platform. */
import type Anthropic from '@anthropic-ai/sdk';
import { type AdapterOptions, BetaPolicyError } from '@beta-headers/node';
import { describe, expect, it } from 'vitest';
import {
  type Call,
  type ClientPlatform,
  callBare,
  callWithMiddleware,
  type Setting,
} from '../src/index.ts';

interface WorstRequest {
  readonly pain: string;
  readonly thread: string;
  readonly platform: ClientPlatform;
  readonly call: Call;
  readonly setting?: Setting;
  readonly options?: AdapterOptions;
  /** The outcome of the bare client. `betas` is set if the betas on the wire are wrong. */
  readonly before: {
    readonly status: number;
    readonly message?: string;
    readonly betas?: readonly string[];
  };
  /** The betas on the wire with the middleware. */
  readonly after: readonly string[];
}

const messages = [{ role: 'user' as const, content: 'Hello' }];
const base = { model: 'claude-sonnet-4-6', max_tokens: 64, messages };
const create =
  (params: object, options?: object): Call =>
  (client) =>
    client.beta.messages.create(
      { ...base, ...params } as Anthropic.Beta.MessageCreateParamsNonStreaming,
      options,
    );
const deferred = {
  name: 'weather',
  description: 'The weather',
  input_schema: { type: 'object' },
  defer_loading: true,
};
const toolSearch = { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' };
const clearing = { context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] } };
const CLAUDE_CODE_LIST =
  'claude-code-20250219,oauth-2025-04-20,interleaved-thinking-2025-05-14,' +
  'context-management-2025-06-27,prompt-caching-scope-2026-01-05,' +
  'structured-outputs-2025-12-15,fast-mode-2026-02-01,redact-thinking-2026-02-12,' +
  'token-efficient-tools-2026-03-28';

const WORST: readonly WorstRequest[] = [
  {
    pain: 'A list for the Claude API makes Bedrock reject the request without naming a value',
    thread: 'https://github.com/router-for-me/CLIProxyAPI/issues/4750',
    platform: 'bedrock',
    call: create({}, { headers: { 'anthropic-beta': CLAUDE_CODE_LIST } }),
    options: { policy: { unknownBeta: 'drop' }, rejected: ['oauth-2025-04-20'] },
    before: { status: 400, message: 'invalid beta flag' },
    // The reporter saw each of these accepted on its own.
    after: [
      'claude-code-20250219',
      'interleaved-thinking-2025-05-14',
      'context-management-2025-06-27',
      'structured-outputs-2025-12-15',
    ],
  },
  {
    pain: 'Vertex does not know the values that the client adds',
    thread: 'https://github.com/anthropics/claude-code/issues/34802',
    platform: 'vertex',
    setting: { api: { rejects: ['effort-2025-11-24'] } },
    call: create({
      betas: ['adaptive-thinking-2026-01-28', 'effort-2025-11-24'],
      output_config: { effort: 'high' },
    }),
    before: {
      status: 400,
      message: 'Unexpected value(s) `adaptive-thinking-2026-01-28`, `effort-2025-11-24`',
    },
    after: [],
  },
  {
    pain: 'The header of the caller overwrites the betas of the client',
    thread: 'https://github.com/earendil-works/pi/issues/6040',
    platform: 'claude-api',
    setting: {
      defaultHeaders: {
        'anthropic-beta': 'context-management-2025-06-27,interleaved-thinking-2025-05-14',
      },
    },
    call: create(clearing, { headers: { 'anthropic-beta': 'files-api-2025-04-14' } }),
    options: { always: ['interleaved-thinking'] },
    before: {
      status: 400,
      message: 'context_management: Extra inputs are not permitted',
      betas: ['files-api-2025-04-14'],
    },
    // The files header has no effect on messages; on the files endpoints it would be kept.
    after: ['context-management-2025-06-27', 'interleaved-thinking-2025-05-14'],
  },
  {
    pain: 'The betas are in the body, which the Claude API does not read',
    thread: 'https://github.com/MiXaiLL76/auto_ai_router/issues/116',
    platform: 'claude-on-aws',
    call: create({ ...clearing, anthropic_beta: ['context-management-2025-06-27'] }),
    before: { status: 400, message: 'anthropic_beta: Extra inputs are not permitted' },
    after: ['context-management-2025-06-27'],
  },
  {
    pain: 'Bedrock ignores the betas of the header if the body has some',
    thread: 'https://github.com/anthropics/claude-code/issues/49370',
    platform: 'bedrock',
    call: create({
      ...clearing,
      tools: [toolSearch],
      anthropic_beta: ['tool-search-tool-2025-10-19'],
      betas: ['context-management-2025-06-27'],
    }),
    before: {
      status: 400,
      message: 'context_management: Extra inputs are not permitted',
      betas: ['tool-search-tool-2025-10-19'],
    },
    after: ['context-management-2025-06-27', 'tool-search-tool-2025-10-19'],
  },
  {
    pain: 'Counting tokens on Vertex fails with a beta that the model does not have',
    thread: 'https://github.com/anthropics/anthropic-sdk-typescript/issues/1016',
    platform: 'vertex',
    setting: { api: { rejects: ['effort-2025-11-24'] } },
    call: (client) =>
      client.beta.messages.countTokens({
        model: 'claude-haiku-4-5@20251001',
        messages,
        betas: ['effort-2025-11-24'],
      }),
    before: { status: 400, message: 'Unexpected value(s) `effort-2025-11-24`' },
    after: [],
  },
  {
    pain: 'The items of a batch contain `betas`',
    thread: 'https://github.com/anthropics/anthropic-sdk-python/issues/1118',
    platform: 'claude-api',
    call: (client) =>
      client.beta.messages.batches.create({
        requests: [
          {
            custom_id: 'a',
            params: { ...base, ...clearing, betas: ['context-management-2025-06-27'] } as never,
          },
        ],
      }),
    before: {
      status: 400,
      message: 'requests.0.params.betas: Extra inputs are not permitted',
      betas: [],
    },
    after: ['context-management-2025-06-27'],
  },
  {
    pain: 'A request with MCP servers lacks their header',
    thread: 'https://github.com/TanStack/ai/issues/1424',
    platform: 'foundry',
    call: create({ mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }] }),
    before: { status: 400, message: 'mcp_servers: Extra inputs are not permitted', betas: [] },
    // Without a toolset among the tools, the servers need the first date.
    after: ['mcp-client-2025-04-04'],
  },
  {
    pain: 'The platform has another name for a beta of the Claude API',
    thread: 'https://github.com/anthropics/claude-code/issues/22893',
    platform: 'vertex',
    call: create({ tools: [toolSearch, deferred], betas: ['advanced-tool-use-2025-11-20'] }),
    before: { status: 400, message: 'Unexpected value(s) `advanced-tool-use-2025-11-20`' },
    after: ['tool-search-tool-2025-10-19'],
  },
  {
    pain: 'The organization is not enrolled in a beta that has no effect any more',
    thread: 'https://github.com/NousResearch/hermes-agent/pull/21231',
    platform: 'claude-api',
    setting: { api: { notEnrolled: ['context-1m-2025-08-07'] } },
    call: create({ betas: ['context-1m-2025-08-07'] }),
    options: { policy: { graduated: 'drop' } },
    before: { status: 400, message: 'context-1m-2025-08-07' },
    after: [],
  },
  {
    pain: 'A field is still in the body without its beta',
    thread: 'https://github.com/Wei-Shaw/sub2api/pull/2751',
    platform: 'bedrock',
    call: create({
      ...clearing,
      mcp_servers: [{ type: 'url', name: 's', url: 'https://mcp.example.com' }],
    }),
    options: { policy: { unavailable: 'strip' } },
    before: { status: 400, message: 'Extra inputs are not permitted', betas: [] },
    after: ['context-management-2025-06-27'],
  },
  {
    pain: 'Deferred tools lack the beta of the platform',
    thread: 'https://github.com/anthropics/claude-code/issues/82549',
    platform: 'bedrock-mantle',
    call: create({ tools: [deferred] }),
    before: {
      status: 400,
      message: 'tools.0.custom.defer_loading: Extra inputs are not permitted',
      betas: [],
    },
    after: ['tool-search-tool-2025-10-19'],
  },
];

describe.each(WORST)('$pain', (worst) => {
  it(`works with the middleware on ${worst.platform} (${worst.thread})`, async () => {
    const bare = await callBare(worst.platform, worst.call, worst.setting);
    expect(bare.status).toBe(worst.before.status);
    expect(bare.error?.message).toContain(worst.before.message);
    if (worst.before.betas) expect(bare.betas).toEqual(worst.before.betas);
    const fixed = await callWithMiddleware(
      worst.platform,
      worst.call,
      worst.setting,
      worst.options,
    );
    expect(fixed.error).toBeUndefined();
    expect(fixed.status).toBe(200);
    expect([...fixed.betas].sort()).toEqual([...worst.after].sort());
  });
});

it('covers every platform that has an official client', () => {
  expect(new Set(WORST.map(({ platform }) => platform)).size).toBe(6);
  expect(WORST).toHaveLength(12);
});

it('refuses a request that cannot work, with the feature and its place in the error', async () => {
  const fixed = await callWithMiddleware(
    'bedrock',
    create({ mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }] }),
  );
  expect(fixed.status).toBeUndefined();
  expect(fixed.error).toBeInstanceOf(BetaPolicyError);
  expect(fixed.error?.message).toMatch(
    /mcp-client: refused, it is not available on this platform \(\/mcp_servers\) → .* https:/,
  );
});
