import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCatalog } from '../src/catalog/catalog.ts';
import { type BetaPlan, PLATFORMS, type Platform, plan } from '../src/index.ts';
import { findProblem } from './support/valid-request.ts';

const strip = (body: object, platform: Platform = 'vertex', rejected: string[] = []): BetaPlan =>
  plan(
    {
      method: 'POST',
      url: '/v1/messages',
      body: { model: 'claude-opus-5', max_tokens: 9, ...body },
    },
    { platform, rejected, policy: { unavailable: 'strip' } },
  );
const user = (...content: object[]) => ({ role: 'user', content });
const assistant = (...content: object[]) => ({ role: 'assistant', content });
const hello = user({ type: 'text', text: 'hi' });
const MCP = {
  mcp_servers: [{ type: 'url', url: 'https://mcp.test', name: 'x' }],
  tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }],
};

describe('strip', () => {
  it('removes empty lists and the choice of a removed tool', () => {
    const planned = strip({ ...MCP, tool_choice: { type: 'auto' }, messages: [hello] });
    expect(planned.verdict).not.toBe('refused');
    expect(planned.body).toEqual({ model: 'claude-opus-5', max_tokens: 9, messages: [hello] });
    expect(planned.decisions).toContainEqual(
      expect.objectContaining({
        action: 'stripped',
        feature: 'mcp-client',
        at: expect.arrayContaining(['/mcp_servers', '/tools', '/tool_choice']),
      }),
    );
  });

  it('removes calls together with results, and messages that become empty', () => {
    const planned = strip({
      ...MCP,
      messages: [
        hello,
        assistant(
          { type: 'mcp_tool_use', id: 'a', name: 'n', server_name: 'x', input: {} },
          { type: 'mcp_tool_result', tool_use_id: 'a', content: [] },
        ),
        hello,
      ],
    });
    expect(planned.body).toMatchObject({ messages: [hello, hello] });
  });

  it('removes the history of a removed tool', () => {
    const planned = strip(
      {
        tools: [
          {
            type: 'computer_20250124',
            name: 'computer',
            display_width_px: 1,
            display_height_px: 1,
          },
          { name: 'mine', input_schema: {} },
        ],
        tool_choice: { type: 'tool', name: 'computer' },
        messages: [
          hello,
          assistant(
            { type: 'thinking', thinking: '…', signature: 's' },
            { type: 'tool_use', id: '1', name: 'computer', input: {} },
          ),
          user(
            { type: 'tool_result', tool_use_id: '1', content: 'x' },
            { type: 'text', text: 'next' },
          ),
          assistant({ type: 'tool_use', id: '2', name: 'mine', input: {} }),
          user({ type: 'tool_result', tool_use_id: '2', content: 'x' }),
        ],
      },
      'claude-api',
      ['computer-use-2025-01-24'],
    );
    expect(planned.body).toEqual({
      model: 'claude-opus-5',
      max_tokens: 9,
      tools: [{ name: 'mine', input_schema: {} }],
      messages: [
        hello,
        user({ type: 'text', text: 'next' }),
        assistant({ type: 'tool_use', id: '2', name: 'mine', input: {} }),
        user({ type: 'tool_result', tool_use_id: '2', content: 'x' }),
      ],
    });
  });

  it('keeps the history of a removed tool if another tool has its name', () => {
    const mine = { name: 'computer', input_schema: {} };
    const messages = [
      hello,
      assistant({ type: 'tool_use', id: '1', name: 'computer', input: {} }),
      user({ type: 'tool_result', tool_use_id: '1', content: 'x' }),
    ];
    const size = { display_width_px: 1, display_height_px: 1 };
    const removed = { type: 'computer_20250124', name: 'computer', ...size };
    const planned = strip({ tools: [removed, mine], messages }, 'claude-api', [
      'computer-use-2025-01-24',
    ]);
    expect(planned.body).toMatchObject({ tools: [mine], messages });
  });

  it('refuses a request of which nothing would be left', () => {
    const only = { messages: [user({ type: 'tool_result', tool_use_id: '1', content: 'x' })] };
    const planned = strip({
      ...MCP,
      messages: [assistant({ type: 'mcp_tool_use', id: '1' }), ...only.messages],
    });
    expect(planned.verdict).toBe('refused');
    expect(planned).not.toHaveProperty('body');
  });

  it('keeps the rest of a text as written', () => {
    const text =
      '{"model": "claude-opus-5", "mcp_servers": [{"name":"x"}],\n "messages": [{"role":"user","content":[{"type":"tool_use","id":"1","name":"n","input":{"id": 12345678901234567890, "n": -0, "x": 1e400}}]}]}';
    const { body } = plan(
      { method: 'POST', url: '/v1/messages', body: text },
      { platform: 'vertex', policy: { unavailable: 'strip' } },
    );
    expect(body).toBe(text.replace(' "mcp_servers": [{"name":"x"}],', ''));
  });
});

/**
 * Agentic bodies: every kind of tool and block that needs a beta, with a history of calls and
 * results.
 */
const TOOLS = [
  { type: 'mcp_toolset', mcp_server_name: 'x' },
  { type: 'computer_20250124', name: 'computer' },
  { type: 'computer_20251124', name: 'computer' },
  { type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-5' },
  { type: 'web_search_20250305', name: 'web_search' },
  { type: 'web_fetch_20250910', name: 'web_fetch' },
  { type: 'code_execution_20250825', name: 'code_execution' },
  { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' },
  { type: 'memory_20250818', name: 'memory' },
  { name: 'mine', input_schema: {}, strict: true },
  {
    name: 'other',
    input_schema: {},
    defer_loading: true,
    input_examples: [{}],
    eager_input_streaming: true,
  },
];
const PAIRS: readonly ((id: string) => [object, object, 'same' | 'next'])[] = [
  (id) => [
    { type: 'tool_use', id, name: 'mine', input: {} },
    { type: 'tool_result', tool_use_id: id, content: [{ type: 'text', text: 'r' }] },
    'next',
  ],
  (id) => [
    { type: 'tool_use', id, name: 'computer', input: {} },
    {
      type: 'tool_result',
      tool_use_id: id,
      content: [{ type: 'tool_reference', tool_name: 'other' }],
    },
    'next',
  ],
  (id) => [
    { type: 'mcp_tool_use', id, name: 'n', server_name: 'x', input: {} },
    { type: 'mcp_tool_result', tool_use_id: id, content: [] },
    'same',
  ],
  (id) => [
    { type: 'server_tool_use', id, name: 'advisor', input: {} },
    {
      type: 'advisor_tool_result',
      tool_use_id: id,
      content: { type: 'advisor_result', text: 'r' },
    },
    'same',
  ],
  (id) => [
    { type: 'server_tool_use', id, name: 'web_search', input: {} },
    { type: 'web_search_tool_result', tool_use_id: id, content: [] },
    'same',
  ],
  (id) => [
    { type: 'server_tool_use', id, name: 'bash_code_execution', input: {} },
    { type: 'bash_code_execution_tool_result', tool_use_id: id, content: {} },
    'same',
  ],
  (id) => [
    { type: 'server_tool_use', id, name: 'tool_search_tool_regex', input: {} },
    {
      type: 'tool_search_tool_result',
      tool_use_id: id,
      content: {
        type: 'tool_search_tool_search_result',
        tool_references: [{ type: 'tool_reference', tool_name: 'other' }],
      },
    },
    'same',
  ],
];
const EXTRAS = [
  { type: 'text', text: 't' },
  { type: 'thinking', thinking: '…', signature: 's' },
  { type: 'compaction', content: 'c' },
  { type: 'fallback', from: { model: 'a' }, to: { model: 'b' } },
  { type: 'document', source: { type: 'file', file_id: 'f' } },
  { type: 'image', source: { type: 'file', file_id: 'f' } },
  { type: 'container_upload', file_id: 'f' },
  { type: 'mcp_tool_listing', mcp_server_name: 'x', tools: [] },
];
const FIELDS = {
  mcp_servers: [{ type: 'url', url: 'https://mcp.test', name: 'x' }],
  context_management: {
    edits: [{ type: 'clear_thinking_20251015', keep: 'all' }, { type: 'compact_20260112' }],
  },
  compaction: { type: 'summarize' },
  fallbacks: 'default',
  speed: 'fast',
  thread: { type: 'new' },
  diagnostics: { previous_message_id: 'm' },
  container: { skills: [{ type: 'anthropic', skill_id: 'pptx' }] },
  output_config: {
    format: { type: 'json_schema', schema: {} },
    task_budget: { type: 'tokens', total: 1 },
    effort: 'high',
  },
  thinking: { type: 'enabled', budget_tokens: 2000 },
};
/** One turn: blocks of the assistant, and the results in the user's next message. */
const turn = fc.record({
  pairs: fc.array(fc.constantFrom(...PAIRS), { maxLength: 3 }),
  extras: fc.array(fc.constantFrom(...EXTRAS), { maxLength: 2 }),
  says: fc.boolean(),
  system: fc.boolean(),
});
const agentic = fc
  .record({
    tools: fc.subarray(TOOLS),
    turns: fc.array(turn, { maxLength: 5 }),
    fields: fc.subarray(Object.keys(FIELDS)),
    choice: fc.constantFrom(
      undefined,
      { type: 'auto' },
      { type: 'any' },
      { type: 'tool', name: 'computer' },
      { type: 'tool', name: 'mine' },
    ),
    first: fc.boolean(),
  })
  .map(({ tools, turns, fields, choice, first }) => {
    const messages: object[] = first
      ? [hello]
      : [
          user(
            { type: 'text', text: 'q' },
            { type: 'document', source: { type: 'file', file_id: 'f' } },
          ),
        ];
    for (const [t, { pairs, extras, says, system }] of turns.entries()) {
      const calls = pairs.map((pair, i) => pair(`t${t}_${i}`));
      const blocks = [
        ...extras,
        ...calls.flatMap(([use, result, where]) => (where === 'same' ? [use, result] : [use])),
      ];
      const answers = calls.flatMap(([, result, where]) => (where === 'next' ? [result] : []));
      if (blocks.length > 0) messages.push(assistant(...blocks));
      if (system) messages.push({ role: 'system', content: 'be brief', clear_at: 'never' });
      messages.push(
        user(
          ...answers,
          ...(says || answers.length === 0 ? [{ type: 'text', text: 'go on' }] : []),
        ),
      );
    }
    const chosen =
      choice &&
      tools.length > 0 &&
      (choice.type !== 'tool' || tools.some((tool) => 'name' in tool && tool.name === choice.name));
    return {
      model: 'claude-opus-5',
      max_tokens: 9,
      ...Object.fromEntries(fields.map((name) => [name, FIELDS[name as keyof typeof FIELDS]])),
      ...(tools.length > 0 && { tools }),
      ...(chosen && { tool_choice: choice }),
      messages,
    };
  });

const runs = Number(
  (globalThis as { process?: { env?: Record<string, string> } }).process?.env?.FAST_CHECK_RUNS ??
    2000,
);

describe('the result of strip', () => {
  it('is a valid request that does not need the removed parts and is planned without changes', () => {
    const ids = [...defaultCatalog.betas.keys()];
    let changed = 0;
    fc.assert(
      fc.property(
        agentic,
        fc.constantFrom(...PLATFORMS),
        fc.subarray(ids, { maxLength: 4 }),
        (body, platform, rejected) => {
          fc.pre(findProblem(body) === undefined);
          const options = { platform, rejected, policy: { unavailable: 'strip' } } as const;
          const planned = plan({ method: 'POST', url: '/v1/messages', body }, options);
          const text = plan(
            { method: 'POST', url: '/v1/messages', body: JSON.stringify(body) },
            options,
          );
          expect('body' in text ? JSON.parse(String(text.body)) : undefined).toEqual(planned.body);
          if (!('body' in planned)) return;
          changed++;
          expect(findProblem(planned.body), JSON.stringify(planned.body)).toBeUndefined();
          const headers = planned.header === undefined ? {} : { 'anthropic-beta': planned.header };
          const again = plan(
            { method: 'POST', url: '/v1/messages', body: planned.body, headers },
            options,
          );
          expect(again.changed).toBe(false);
          if (planned.verdict !== 'refused') expect(again.verdict).toBe(planned.verdict);
        },
      ),
      { numRuns: runs },
    );
    expect(changed).toBeGreaterThan(runs / 10);
  }, 300_000);
});
