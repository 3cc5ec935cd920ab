/** Generates valid bodies of agents, with every feature that a platform may lack. */
import fc from 'fast-check';

type Fields = Record<string, unknown>;

const TOOLS: readonly Fields[] = [
  { name: 'mine', input_schema: {} },
  { name: 'other', input_schema: {}, defer_loading: true, input_examples: [{}], strict: true },
  { name: 'eager', input_schema: {}, eager_input_streaming: true },
  { type: 'mcp_toolset', mcp_server_name: 'x' },
  { type: 'mcp_toolset', mcp_server_name: 'y', tools: [{ name: 'pinned' }] },
  { type: 'computer_20250124', name: 'computer', display_width_px: 1, display_height_px: 1 },
  { type: 'computer_20251124', name: 'computer', display_width_px: 1, display_height_px: 1 },
  { type: 'bash_20250124', name: 'bash' },
  { type: 'text_editor_20250728', name: 'str_replace_based_edit_tool' },
  { type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-5' },
  { type: 'web_search_20250305', name: 'web_search' },
  { type: 'web_fetch_20250910', name: 'web_fetch' },
  { type: 'code_execution_20250825', name: 'code_execution' },
  { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' },
  { type: 'memory_20250818', name: 'memory' },
];

/** A call, its result, and the place of the result. */
type Pair = readonly [call: Fields, result: Fields, where: 'same' | 'next'];

const ownPair =
  (name: string) =>
  (id: string): Pair => [
    { type: 'tool_use', id, name, input: {} },
    {
      type: 'tool_result',
      tool_use_id: id,
      content: [
        { type: 'text', text: 'r' },
        { type: 'tool_reference', tool_name: 'other' },
      ],
    },
    'next',
  ];
const serverPair =
  (name: string, result: string) =>
  (id: string): Pair => [
    { type: 'server_tool_use', id, name, input: {} },
    { type: result, tool_use_id: id, content: [] },
    'same',
  ];

/** Pairs, each with its tool. */
const PAIRS: readonly (readonly [tool: string | undefined, (id: string) => Pair])[] = [
  ['mine', ownPair('mine')],
  ['eager', ownPair('eager')],
  ['computer', ownPair('computer')],
  ['bash', ownPair('bash')],
  ['memory', ownPair('memory')],
  ['advisor', serverPair('advisor', 'advisor_tool_result')],
  ['web_search', serverPair('web_search', 'web_search_tool_result')],
  ['web_fetch', serverPair('web_fetch', 'web_fetch_tool_result')],
  ['code_execution', serverPair('bash_code_execution', 'bash_code_execution_tool_result')],
  ['tool_search_tool_regex', serverPair('tool_search_tool_regex', 'tool_search_tool_result')],
  [
    undefined,
    (id) => [
      { type: 'mcp_tool_use', id, name: 'n', server_name: 'x', input: {} },
      { type: 'mcp_tool_result', tool_use_id: id, content: [] },
      'same',
    ],
  ],
];

const BLOCKS: readonly Fields[] = [
  { type: 'text', text: 't' },
  { type: 'thinking', thinking: '…', signature: 's' },
  { type: 'compaction', content: 'c' },
  { type: 'fallback', from: { model: 'a' }, to: { model: 'b' } },
  { type: 'mcp_tool_listing', mcp_server_name: 'x', tools: [] },
];
const ASKS: readonly Fields[] = [
  { type: 'text', text: 'q' },
  { type: 'document', source: { type: 'file', file_id: 'f' } },
  { type: 'image', source: { type: 'file', file_id: 'f' } },
  { type: 'container_upload', file_id: 'f' },
  { type: 'search_result', source: 's', title: 't', content: [] },
];
const FIELDS: Fields = {
  mcp_servers: [
    { type: 'url', url: 'https://x.test', name: 'x' },
    { type: 'url', url: 'https://y.test', name: 'y' },
  ],
  context_management: {
    edits: [{ type: 'clear_thinking_20251015', keep: 'all' }, { type: 'compact_20260112' }],
  },
  compaction: { type: 'summarize' },
  fallbacks: 'default',
  fallback_credit_token: 'token',
  speed: 'fast',
  thread: { type: 'new' },
  diagnostics: { previous_message_id: 'm' },
  cache_control: { type: 'ephemeral' },
  container: { skills: [{ type: 'anthropic', skill_id: 'pptx' }] },
  output_format: { type: 'json_schema', schema: {} },
  output_config: {
    format: { type: 'json_schema', schema: {} },
    task_budget: { type: 'tokens', total: 1 },
    effort: 'xhigh',
  },
  thinking: { type: 'enabled', budget_tokens: 2000, display: 'updates' },
};
const CHOICES = [{ type: 'auto' }, { type: 'any' }, { type: 'tool', name: 'computer' }];

/** One round: the text and calls of the assistant, and the answer of the user. */
const round = fc.record({
  pairs: fc.array(fc.constantFrom(...PAIRS), { maxLength: 3 }),
  blocks: fc.array(fc.constantFrom(...BLOCKS), { maxLength: 2 }),
  asks: fc.array(fc.constantFrom(...ASKS), { maxLength: 2 }),
});
type Round = typeof round extends fc.Arbitrary<infer T> ? T : never;

function toMessages(rounds: readonly Round[], first: readonly Fields[], names: Set<unknown>) {
  const messages: Fields[] = [{ role: 'user', content: first }];
  for (const [r, { pairs, blocks, asks }] of rounds.entries()) {
    const known = pairs.filter(([tool]) => tool === undefined || names.has(tool));
    const calls = known.map(([, pair], i) => pair(`t${r}_${i}`));
    const said = calls.flatMap(([call, result, where]) =>
      where === 'same' ? [call, result] : [call],
    );
    const answers = calls.flatMap(([, result, where]) => (where === 'next' ? [result] : []));
    const content = [...blocks, ...said];
    if (content.length > 0) messages.push({ role: 'assistant', content });
    const next = [...answers, ...asks];
    messages.push({ role: 'user', content: next.length > 0 ? next : [{ ...ASKS[0] }] });
  }
  return messages;
}

/** Leaves out the second of two fields that are refused together. */
const TOGETHER = [
  ['context_management', 'compaction'],
  ['fallbacks', 'fallback_credit_token'],
] as const;
const withoutConflicts = (fields: readonly string[]): string[] =>
  fields.filter(
    (name) => !TOGETHER.some(([first, second]) => name === second && fields.includes(first)),
  );

/** A body of an agent: tools have their servers, calls their tools, choices something to choose. */
export const agentic: fc.Arbitrary<Fields> = fc
  .record({
    tools: fc.subarray([...TOOLS]),
    rounds: fc.array(round, { maxLength: 5 }),
    first: fc.array(fc.constantFrom(...ASKS), { minLength: 1, maxLength: 2 }),
    fields: fc.subarray(Object.keys(FIELDS)),
    choice: fc.option(fc.constantFrom(...CHOICES), { nil: undefined }),
    model: fc.constantFrom('claude-opus-5', 'claude-opus-5-5', 'claude-haiku-4-5', 'deployment'),
  })
  .map(({ tools, rounds, first, fields, choice, model }) => {
    const chosen = fields.includes('mcp_servers')
      ? tools
      : tools.filter(({ type }) => type !== 'mcp_toolset');
    const names = new Set(chosen.map(({ name }) => name));
    const isChoice =
      choice && chosen.length > 0 && (choice.name === undefined || names.has(choice.name));
    return {
      model,
      max_tokens: 9,
      ...Object.fromEntries(withoutConflicts(fields).map((name) => [name, FIELDS[name]])),
      ...(chosen.length > 0 && { tools: chosen }),
      ...(isChoice && { tool_choice: choice }),
      messages: toMessages(rounds, first, names),
    };
  });
