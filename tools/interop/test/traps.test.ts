/** What the official client is known to do wrong about betas: recorded with the bare client, fixed by the middleware. */
import type Anthropic from '@anthropic-ai/sdk';
import { describe, expect, it } from 'vitest';
import { after, before, type Call, type ClientPlatform } from '../src/index.ts';

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
  it.each(PLATFORMS)('%s', async (platform) => {
    const call = create({ betas: [] });
    expect(await before(platform, call)).toMatchObject({ status: 400, betas: [''] });
    expect(await after(platform, call)).toMatchObject({
      status: 200,
      header: undefined,
      betas: [],
    });
  });

  it('in batches too', async () => {
    const call: Call = (client) =>
      client.beta.messages.batches.create({
        betas: [],
        requests: [{ custom_id: 'a', params: base }],
      });
    expect(await before('claude-api', call)).toMatchObject({ status: 400, header: '' });
    expect(await after('claude-api', call)).toMatchObject({ status: 200, header: undefined });
  });
});

describe('2. defaults are appended without a look at what is there', () => {
  it('counting tokens', async () => {
    const call: Call = (client) =>
      client.beta.messages.countTokens({
        model: 'claude-opus-5-5',
        messages,
        betas: ['token-counting-2024-11-01'],
      });
    expect(await before('claude-api', call)).toMatchObject({
      header: 'token-counting-2024-11-01,token-counting-2024-11-01',
    });
    expect(await after('claude-api', call)).toMatchObject({
      status: 200,
      header: 'token-counting-2024-11-01',
    });
  });

  it('managed agents', async () => {
    const call: Call = (client) =>
      client.beta.agents.create({
        name: 'a',
        model: 'claude-opus-5-5',
        betas: ['managed-agents-2026-04-01'],
      });
    expect(await before('claude-api', call)).toMatchObject({
      header: 'managed-agents-2026-04-01,managed-agents-2026-04-01',
    });
    expect(await after('claude-api', call)).toMatchObject({
      status: 200,
      header: 'managed-agents-2026-04-01',
    });
  });
});

describe('2b. a default that is two betas in one text', () => {
  const controls =
    (betas?: string[]): Call =>
    (client) =>
      client.beta.userProfiles.providers.google.dataControls.retrieve(
        'uprof_1',
        betas && { betas },
      );

  it('is sent as two', async () => {
    const header = 'user-profiles-2026-09-04,google-managed-data-controls-2026-09-01';
    expect(await before('claude-api', controls())).toMatchObject({ status: 200, header });
    expect(await after('claude-api', controls())).toMatchObject({ status: 200, header });
  });

  it("and the one of them that is a date of a shape yields to the caller's", async () => {
    const own = 'user-profiles-2026-08-18';
    expect(await before('claude-api', controls([own]))).toMatchObject({
      header: `${own},user-profiles-2026-09-04,google-managed-data-controls-2026-09-01`,
    });
    expect(await after('claude-api', controls([own]))).toMatchObject({
      status: 200,
      header: `${own},google-managed-data-controls-2026-09-01`,
    });
  });
});

describe('3. defaults are lost', () => {
  it('when `betas` is given: those of the client; `always` is the default that stays', async () => {
    const call = create({ betas: ['task-budgets-2026-03-13'] });
    const defaultHeaders = { 'anthropic-beta': 'interleaved-thinking-2025-05-14' };
    expect(await before('claude-api', create({}), { defaultHeaders })).toMatchObject({
      header: 'interleaved-thinking-2025-05-14',
    });
    expect(await before('claude-api', call, { defaultHeaders })).toMatchObject({
      header: 'task-budgets-2026-03-13',
    });
    expect(await after('claude-api', call, {}, { always: ['interleaved-thinking'] })).toMatchObject(
      {
        header: 'task-budgets-2026-03-13,interleaved-thinking-2025-05-14',
      },
    );
  });

  it('when `betas` is given: those that the request needs', async () => {
    const call = create({ ...MCP, betas: ['context-1m-2025-08-07'] });
    const defaultHeaders = { 'anthropic-beta': 'mcp-client-2025-11-20' };
    expect(await before('claude-api', call, { defaultHeaders })).toMatchObject({
      status: 400,
      header: 'context-1m-2025-08-07',
    });
    expect(await after('claude-api', call, { defaultHeaders })).toMatchObject({
      status: 200,
      header: 'context-1m-2025-08-07,mcp-client-2025-11-20',
    });
  });

  it('when the request has a header of its own: those of the method', async () => {
    const options = { headers: { 'anthropic-beta': 'task-budgets-2026-03-13' } };
    const call: Call = (client) =>
      client.beta.agents.create({ name: 'a', model: 'claude-opus-5-5' }, options);
    expect(await before('claude-api', call)).toMatchObject({
      status: 400,
      header: 'task-budgets-2026-03-13',
    });
    expect(await after('claude-api', call)).toMatchObject({
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

  it('is lifted to the request, as the union of what the items want', async () => {
    const requests = [
      item('a', { betas: ['task-budgets-2026-03-13'] }),
      item('b', { ...MCP, betas: ['mcp-client-2025-11-20'] }),
      item('c', { output_config: { effort: 'low' } }),
    ];
    const call: Call = (client) =>
      client.beta.messages.batches.create({ requests, betas: ['output-300k-2026-03-24'] });
    const bare = await before('claude-api', call);
    expect(bare).toMatchObject({ status: 400, header: 'output-300k-2026-03-24' });
    expect(bare.error?.message).toContain(
      'requests.0.params.betas: Extra inputs are not permitted',
    );
    expect(await after('claude-api', call)).toMatchObject({
      status: 200,
      header: 'output-300k-2026-03-24,task-budgets-2026-03-13,mcp-client-2025-11-20',
    });
  });
});

describe('5. `betas` outside of the beta namespace stays in the body', () => {
  const leaky = { ...base, betas: ['task-budgets-2026-03-13'] };
  it.each(PLATFORMS.filter((platform) => platform !== 'bedrock-mantle'))(
    'messages.create on %s',
    async (platform) => {
      const call: Call = (client) => client.messages.create(leaky);
      const bare = await before(platform, call);
      expect(bare).toMatchObject({ status: 400, betas: [] });
      expect(bare.error?.message).toContain('betas: Extra inputs are not permitted');
      const fixed = await after(platform, call);
      expect(fixed).toMatchObject({ status: 200, betas: ['task-budgets-2026-03-13'] });
      expect(fixed.bodyKeys).not.toContain('betas');
    },
  );

  it.each<[string, Call]>([
    ['messages.stream', (client) => client.messages.stream(leaky).finalMessage()],
    ['messages.countTokens', (client) => client.messages.countTokens(leaky)],
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
  ])('%s', async (_, call) => {
    expect(await before('claude-api', call)).toMatchObject({ status: 400, betas: [] });
    expect(await after('claude-api', call)).toMatchObject({
      status: 200,
      betas: ['task-budgets-2026-03-13'],
    });
  });
});

describe('6. counting tokens on Vertex forwards betas that its backend may not have', () => {
  it('sends none that the count does not depend on', async () => {
    const call: Call = (client) =>
      client.beta.messages.countTokens({
        model: 'claude-haiku-4-5',
        messages,
        betas: ['effort-2025-11-24', 'context-1m-2025-08-07', 'tool-search-tool-2025-10-19'],
      });
    const bare = await before('vertex', call);
    expect(bare).toMatchObject({
      status: 400,
      header:
        'effort-2025-11-24,context-1m-2025-08-07,tool-search-tool-2025-10-19,token-counting-2024-11-01',
    });
    expect(bare.error?.message).toContain('Unexpected value(s)');
    expect(await after('vertex', call)).toMatchObject({ status: 200, header: undefined });
  });

  it('keeps what the body uses', async () => {
    const call: Call = (client) =>
      client.beta.messages.countTokens({
        model: 'claude-opus-4-8',
        messages,
        context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
      });
    expect(await before('vertex', call)).toMatchObject({
      status: 400,
      header: 'token-counting-2024-11-01',
    });
    expect(await after('vertex', call)).toMatchObject({
      status: 200,
      header: 'context-management-2025-06-27',
    });
  });

  it('does so on the general namespace', async () => {
    const call: Call = (client) =>
      client.messages.countTokens(
        { model: 'claude-haiku-4-5', messages },
        { headers: { 'anthropic-beta': 'effort-2025-11-24' } },
      );
    const api = { rejects: ['effort-2025-11-24'] };
    expect(await before('vertex', call, { api })).toMatchObject({
      status: 400,
      header: 'effort-2025-11-24',
    });
    expect(await after('vertex', call, { api })).toMatchObject({ status: 200, header: undefined });
  });
});

describe('7. Bedrock: a trailing comma becomes an empty beta, and betas in the body silence the header', () => {
  it('trailing comma', async () => {
    const call = create({}, { headers: { 'anthropic-beta': 'context-1m-2025-08-07,' } });
    const bare = await before('bedrock', call);
    expect(bare).toMatchObject({ status: 400, betas: ['context-1m-2025-08-07', ''] });
    expect(bare.error?.message).toContain('invalid beta flag');
    expect(await after('bedrock', call)).toMatchObject({
      status: 200,
      betas: ['context-1m-2025-08-07'],
    });
  });

  it('both places', async () => {
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
    expect(await before('bedrock', call)).toMatchObject({
      status: 400,
      betas: ['context-1m-2025-08-07'],
    });
    const fixed = await after('bedrock', call);
    expect(fixed.status).toBe(200);
    expect([...fixed.betas].sort()).toEqual(['computer-use-2025-11-24', 'context-1m-2025-08-07']);
  });
});

describe('8. deprecated values that the client itself appends', () => {
  it('token-counting-2024-11-01 goes where the policy says so, and never to Vertex', async () => {
    const call: Call = (client) =>
      client.beta.messages.countTokens({ model: 'claude-opus-4-8', messages });
    for (const platform of ['claude-api', 'vertex'] as const)
      expect(await before(platform, call)).toMatchObject({ header: 'token-counting-2024-11-01' });
    expect(await after('claude-api', call)).toMatchObject({
      status: 200,
      header: 'token-counting-2024-11-01',
    });
    expect(await after('claude-api', call, {}, { policy: { graduated: 'drop' } })).toMatchObject({
      status: 200,
      header: undefined,
    });
    expect(await after('vertex', call)).toMatchObject({ status: 200, header: undefined });
  });

  it("user-profiles-2026-08-18 yields to the caller's date, and stays without one", async () => {
    const list =
      (betas?: string[]): Call =>
      (client) =>
        client.beta.userProfiles.list({ ...(betas && { betas }) });
    expect(await before('claude-api', list(['user-profiles-2026-09-04']))).toMatchObject({
      header: 'user-profiles-2026-09-04,user-profiles-2026-08-18',
    });
    expect(await after('claude-api', list(['user-profiles-2026-09-04']))).toMatchObject({
      status: 200,
      header: 'user-profiles-2026-09-04',
    });
    // Without another date it selects the shape that the types of the beta namespace have.
    expect(await after('claude-api', list())).toMatchObject({
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
  // Not every model has them on Bedrock.
  const call: Call = (client) =>
    client.beta.messages.parse({ ...base, model: 'claude-opus-4-6', output_config: { format } });

  it('Vertex rejects it', async () => {
    expect(await before('vertex', call)).toMatchObject({
      status: 400,
      betas: ['structured-outputs-2025-12-15'],
    });
    expect(await after('vertex', call)).toMatchObject({ status: 200, betas: [] });
  });

  it.each(['claude-api', 'bedrock'] as const)(
    'it stays where it does no harm: %s',
    async (platform) => {
      expect(await after(platform, call)).toMatchObject({
        status: 200,
        betas: ['structured-outputs-2025-12-15'],
      });
    },
  );
});
