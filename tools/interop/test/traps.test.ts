/** Known faults of the official client with betas, and their fix by the middleware. */
import type Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from 'vitest';
import { type Call, type ClientPlatform, callBare, callWithMiddleware } from '../src/index.ts';

const messages = [{ role: 'user' as const, content: 'Hello' }];
const base = { model: 'claude-opus-4-8', max_tokens: 64, messages };
const create =
  (params: object, options?: object): Call =>
  (client) =>
    client.beta.messages.create(
      { ...base, ...params } as Anthropic.Beta.MessageCreateParamsNonStreaming,
      options,
    );
const MCP = {
  mcp_servers: [{ type: 'url' as const, name: 'docs', url: 'https://mcp.test' }],
  tools: [{ type: 'mcp_toolset' as const, mcp_server_name: 'docs' }],
};
const PLATFORMS: readonly ClientPlatform[] = [
  'claude-api',
  'claude-on-aws',
  'bedrock',
  'bedrock-mantle',
  'vertex',
  'foundry',
];

describe('1. `betas: []` is sent as an empty header', () => {
  it.each(PLATFORMS)('omits the header on %s', async (platform) => {
    const call = create({ betas: [] });
    expect(await callBare(platform, call)).toMatchObject({ status: 400, betas: [''] });
    expect(await callWithMiddleware(platform, call)).toMatchObject({
      status: 200,
      header: undefined,
      betas: [],
    });
  });

  it('omits the header for batches', async () => {
    const call: Call = (client) =>
      client.beta.messages.batches.create({
        betas: [],
        requests: [{ custom_id: 'a', params: base }],
      });
    expect(await callBare('claude-api', call)).toMatchObject({ status: 400, header: '' });
    expect(await callWithMiddleware('claude-api', call)).toMatchObject({
      status: 200,
      header: undefined,
    });
  });
});

describe('2. defaults are appended even if they are already present', () => {
  it('sends the default of token counting once', async () => {
    const call: Call = (client) =>
      client.beta.messages.countTokens({
        model: 'claude-opus-5-5',
        messages,
        betas: ['token-counting-2024-11-01'],
      });
    expect(await callBare('claude-api', call)).toMatchObject({
      header: 'token-counting-2024-11-01,token-counting-2024-11-01',
    });
    expect(await callWithMiddleware('claude-api', call)).toMatchObject({
      status: 200,
      header: 'token-counting-2024-11-01',
    });
  });

  it('sends the default of managed agents once', async () => {
    const call: Call = (client) =>
      client.beta.agents.create({
        name: 'a',
        model: 'claude-opus-5-5',
        betas: ['managed-agents-2026-04-01'],
      });
    expect(await callBare('claude-api', call)).toMatchObject({
      header: 'managed-agents-2026-04-01,managed-agents-2026-04-01',
    });
    expect(await callWithMiddleware('claude-api', call)).toMatchObject({
      status: 200,
      header: 'managed-agents-2026-04-01',
    });
  });
});

describe('2b. a default that contains two betas', () => {
  const controls =
    (betas?: string[]): Call =>
    (client) =>
      client.beta.userProfiles.providers.google.dataControls.retrieve(
        'uprof_1',
        betas && { betas },
      );

  it('sends both betas', async () => {
    const header = 'user-profiles-2026-09-04,google-managed-data-controls-2026-09-01';
    expect(await callBare('claude-api', controls())).toMatchObject({ status: 200, header });
    expect(await callWithMiddleware('claude-api', controls())).toMatchObject({
      status: 200,
      header,
    });
  });

  it("prefers the caller's date of the same beta", async () => {
    const own = 'user-profiles-2026-08-18';
    expect(await callBare('claude-api', controls([own]))).toMatchObject({
      header: `${own},user-profiles-2026-09-04,google-managed-data-controls-2026-09-01`,
    });
    expect(await callWithMiddleware('claude-api', controls([own]))).toMatchObject({
      status: 200,
      header: `${own},google-managed-data-controls-2026-09-01`,
    });
  });
});

describe('3. defaults are lost', () => {
  it('keeps the betas of `always` if `betas` replaces the default headers', async () => {
    const call = create({ betas: ['task-budgets-2026-03-13'] });
    const defaultHeaders = { 'anthropic-beta': 'interleaved-thinking-2025-05-14' };
    expect(await callBare('claude-api', create({}), { defaultHeaders })).toMatchObject({
      header: 'interleaved-thinking-2025-05-14',
    });
    expect(await callBare('claude-api', call, { defaultHeaders })).toMatchObject({
      header: 'task-budgets-2026-03-13',
    });
    expect(
      await callWithMiddleware('claude-api', call, {}, { always: ['interleaved-thinking'] }),
    ).toMatchObject({
      header: 'task-budgets-2026-03-13,interleaved-thinking-2025-05-14',
    });
  });

  it('adds a required beta if `betas` replaces the default headers', async () => {
    const call = create({ ...MCP, betas: ['context-1m-2025-08-07'] });
    const defaultHeaders = { 'anthropic-beta': 'mcp-client-2025-11-20' };
    expect(await callBare('claude-api', call, { defaultHeaders })).toMatchObject({
      status: 400,
      header: 'context-1m-2025-08-07',
    });
    expect(await callWithMiddleware('claude-api', call, { defaultHeaders })).toMatchObject({
      status: 200,
      header: 'context-1m-2025-08-07,mcp-client-2025-11-20',
    });
  });

  it('adds the default of the method if the request has its own header', async () => {
    const options = { headers: { 'anthropic-beta': 'task-budgets-2026-03-13' } };
    const call: Call = (client) =>
      client.beta.agents.create({ name: 'a', model: 'claude-opus-5-5' }, options);
    expect(await callBare('claude-api', call)).toMatchObject({
      status: 400,
      header: 'task-budgets-2026-03-13',
    });
    expect(await callWithMiddleware('claude-api', call)).toMatchObject({
      status: 200,
      header: 'task-budgets-2026-03-13,managed-agents-2026-04-01',
    });
  });
});

describe('4. `betas` of a batch item stays in its params', () => {
  const item = (custom_id: string, params: object) => ({
    custom_id,
    params: { ...base, ...params } as Anthropic.Beta.MessageCreateParamsNonStreaming,
  });

  it('moves the betas of all items to the header', async () => {
    const requests = [
      item('a', { betas: ['task-budgets-2026-03-13'] }),
      item('b', { ...MCP, betas: ['mcp-client-2025-11-20'] }),
      item('c', { output_config: { effort: 'low' } }),
    ];
    const call: Call = (client) =>
      client.beta.messages.batches.create({ requests, betas: ['output-300k-2026-03-24'] });
    const bare = await callBare('claude-api', call);
    expect(bare).toMatchObject({ status: 400, header: 'output-300k-2026-03-24' });
    expect(bare.error?.message).toContain(
      'requests.0.params.betas: Extra inputs are not permitted',
    );
    expect(await callWithMiddleware('claude-api', call)).toMatchObject({
      status: 200,
      header: 'output-300k-2026-03-24,task-budgets-2026-03-13,mcp-client-2025-11-20',
    });
  });
});

describe('5. `betas` outside of the beta namespace stays in the body', () => {
  const leaky = { ...base, betas: ['task-budgets-2026-03-13'] };
  const { max_tokens: _, ...counted } = leaky;
  it.each(PLATFORMS.filter((platform) => platform !== 'bedrock-mantle'))(
    'moves the betas of messages.create to the header on %s',
    async (platform) => {
      const call: Call = (client) => client.messages.create(leaky);
      const bare = await callBare(platform, call);
      expect(bare).toMatchObject({ status: 400, betas: [] });
      expect(bare.error?.message).toContain('betas: Extra inputs are not permitted');
      const fixed = await callWithMiddleware(platform, call);
      expect(fixed).toMatchObject({ status: 200, betas: ['task-budgets-2026-03-13'] });
      expect(fixed.bodyKeys).not.toContain('betas');
    },
  );

  it.each<[string, Call]>([
    ['messages.stream', (client) => client.messages.stream(leaky).finalMessage()],
    ['messages.countTokens', (client) => client.messages.countTokens(counted)],
    [
      'messages.batches.create',
      (client) =>
        client.messages.batches.create({
          requests: [{ custom_id: 'a', params: leaky }],
          betas: leaky.betas,
        } as never),
    ],
    [
      'userProfiles.create',
      (client) => client.userProfiles.create({ betas: leaky.betas } as never),
    ],
  ])('moves the betas of %s to the header', async (_, call) => {
    expect(await callBare('claude-api', call)).toMatchObject({ status: 400, betas: [] });
    expect(await callWithMiddleware('claude-api', call)).toMatchObject({
      status: 200,
      betas: ['task-budgets-2026-03-13'],
    });
  });
});

describe('6. token counting on Vertex forwards betas that its backend may reject', () => {
  it('drops betas that do not affect the count', async () => {
    const call: Call = (client) =>
      client.beta.messages.countTokens({
        model: 'claude-haiku-4-5',
        messages,
        betas: ['effort-2025-11-24', 'context-1m-2025-08-07', 'tool-search-tool-2025-10-19'],
      });
    const bare = await callBare('vertex', call);
    expect(bare).toMatchObject({
      status: 400,
      header:
        'effort-2025-11-24,context-1m-2025-08-07,tool-search-tool-2025-10-19,' +
        'token-counting-2024-11-01',
    });
    expect(bare.error?.message).toContain('Unexpected value(s)');
    expect(await callWithMiddleware('vertex', call)).toMatchObject({
      status: 200,
      header: undefined,
    });
  });

  it('keeps a beta that the body uses', async () => {
    const call: Call = (client) =>
      client.beta.messages.countTokens({
        model: 'claude-opus-4-8',
        messages,
        context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
      });
    expect(await callBare('vertex', call)).toMatchObject({
      status: 400,
      header: 'token-counting-2024-11-01',
    });
    expect(await callWithMiddleware('vertex', call)).toMatchObject({
      status: 200,
      header: 'context-management-2025-06-27',
    });
  });

  it('drops betas in the general namespace too', async () => {
    const call: Call = (client) =>
      client.messages.countTokens(
        { model: 'claude-haiku-4-5', messages },
        { headers: { 'anthropic-beta': 'effort-2025-11-24' } },
      );
    const api = { rejects: ['effort-2025-11-24'] };
    expect(await callBare('vertex', call, { api })).toMatchObject({
      status: 400,
      header: 'effort-2025-11-24',
    });
    expect(await callWithMiddleware('vertex', call, { api })).toMatchObject({
      status: 200,
      header: undefined,
    });
  });
});

describe('7. Bedrock reads an empty beta after a comma, and ignores the header', () => {
  it('removes the empty beta after a trailing comma', async () => {
    const call = create({}, { headers: { 'anthropic-beta': 'context-1m-2025-08-07,' } });
    const bare = await callBare('bedrock', call);
    expect(bare).toMatchObject({ status: 400, betas: ['context-1m-2025-08-07', ''] });
    expect(bare.error?.message).toContain('invalid beta flag');
    expect(await callWithMiddleware('bedrock', call)).toMatchObject({
      status: 200,
      betas: ['context-1m-2025-08-07'],
    });
  });

  it('merges the betas of the header and the body', async () => {
    const tools = [
      {
        type: 'computer_20251124',
        name: 'computer',
        display_width_px: 800,
        display_height_px: 600,
      },
    ];
    const call = create({
      tools,
      anthropic_beta: ['context-1m-2025-08-07'],
      betas: ['computer-use-2025-11-24'],
    });
    expect(await callBare('bedrock', call)).toMatchObject({
      status: 400,
      betas: ['context-1m-2025-08-07'],
    });
    const fixed = await callWithMiddleware('bedrock', call);
    expect(fixed.status).toBe(200);
    expect([...fixed.betas].sort()).toEqual(['computer-use-2025-11-24', 'context-1m-2025-08-07']);
  });
});

describe('8. deprecated values that the client appends', () => {
  it('drops token-counting-2024-11-01 on Vertex, and elsewhere by policy', async () => {
    const call: Call = (client) =>
      client.beta.messages.countTokens({ model: 'claude-opus-4-8', messages });
    for (const platform of ['claude-api', 'vertex'] as const)
      expect(await callBare(platform, call)).toMatchObject({ header: 'token-counting-2024-11-01' });
    expect(await callWithMiddleware('claude-api', call)).toMatchObject({
      status: 200,
      header: 'token-counting-2024-11-01',
    });
    expect(
      await callWithMiddleware('claude-api', call, {}, { policy: { graduated: 'drop' } }),
    ).toMatchObject({
      status: 200,
      header: undefined,
    });
    expect(await callWithMiddleware('vertex', call)).toMatchObject({
      status: 200,
      header: undefined,
    });
  });

  it('keeps user-profiles-2026-08-18 unless the caller sends another date', async () => {
    const list =
      (betas?: string[]): Call =>
      (client) =>
        client.beta.userProfiles.list({ ...(betas && { betas }) });
    expect(await callBare('claude-api', list(['user-profiles-2026-09-04']))).toMatchObject({
      header: 'user-profiles-2026-09-04,user-profiles-2026-08-18',
    });
    expect(
      await callWithMiddleware('claude-api', list(['user-profiles-2026-09-04'])),
    ).toMatchObject({
      status: 200,
      header: 'user-profiles-2026-09-04',
    });
    // Without another date, it selects the shape of the beta namespace's types.
    expect(await callWithMiddleware('claude-api', list())).toMatchObject({
      status: 200,
      header: 'user-profiles-2026-08-18',
    });
  });
});

describe('9. `parse` pins structured-outputs-2025-12-15', () => {
  const format = {
    type: 'json_schema' as const,
    schema: { type: 'object', properties: {}, additionalProperties: false },
  };
  // On Bedrock, not every model has structured outputs.
  const call: Call = (client) =>
    client.beta.messages.parse({ ...base, model: 'claude-opus-4-6', output_config: { format } });

  it('drops the value on Vertex, which rejects it', async () => {
    expect(await callBare('vertex', call)).toMatchObject({
      status: 400,
      betas: ['structured-outputs-2025-12-15'],
    });
    expect(await callWithMiddleware('vertex', call)).toMatchObject({ status: 200, betas: [] });
  });

  it.each(['claude-api', 'bedrock'] as const)('keeps the value on %s', async (platform) => {
    expect(await callWithMiddleware(platform, call)).toMatchObject({
      status: 200,
      betas: ['structured-outputs-2025-12-15'],
    });
  });
});
