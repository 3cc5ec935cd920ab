/**
 * The requests of the comparison, in the Messages form. Those of agents are written from public
 * descriptions of what such clients send; none is a recording.
 */

/** A request, without its model. */
export interface Scenario {
  readonly betas: readonly string[];
  readonly params: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const HELLO = [{ role: 'user', content: 'Hello' }];

/** A picture of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const IMAGE = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: PIXEL } };

/** The tenfold header of an agent, in the order in which such a client writes it. */
const AGENT_BETAS = [
  'claude-code-20250219',
  'context-1m-2025-08-07',
  'interleaved-thinking-2025-05-14',
  'fine-grained-tool-streaming-2025-05-14',
  'redact-thinking-2026-02-12',
  'context-management-2025-06-27',
  'prompt-caching-scope-2026-01-05',
  'extended-cache-ttl-2025-04-11',
  'effort-2025-11-24',
  'advanced-tool-use-2025-11-20',
];

const AGENT_HEADERS = {
  'x-app': 'cli',
  'x-claude-code-session-id': '0b6f3c52-9d2a-4d57-9f0b-6f1f2f3c4d5e',
  'x-claude-code-agent-id': 'agent-1',
  'anthropic-dangerous-direct-browser-access': 'true',
};

/** The attribution comes first in the system prompt, and has to stay there unchanged. */
const AGENT_SYSTEM = [
  { type: 'text', text: 'x-anthropic-billing-header: cc_version=2.1.0; cc_entrypoint=cli;' },
  { type: 'text', text: 'You help with software.', cache_control: { type: 'ephemeral' } },
];

const READ = {
  name: 'Read',
  description: 'Reads a file — of any size: “as it is”, é, 日本語',
  input_schema: {
    type: 'object',
    properties: { file_path: { type: 'string' }, limit: { type: 'integer' } },
    required: ['file_path'],
  },
};
const DEFERRED = ['create_issue', 'list_issues', 'search_code'].map((name) => ({
  name: `mcp__tracker__${name}`,
  description: `${name} of the tracker`,
  input_schema: { type: 'object', properties: { query: { type: 'string' } } },
  defer_loading: true,
}));
const TOOL_SEARCH = { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' };

/** A turn in which an agent reads a file, with text and a picture inside the result. */
const NESTED_HISTORY = [
  { role: 'user', content: [{ type: 'text', text: 'Look at the diagram.' }] },
  {
    role: 'assistant',
    content: [
      { type: 'text', text: 'I will read it.' },
      { type: 'tool_use', id: 'toolu_1', name: 'Read', input: { file_path: '/a.png' } },
      { type: 'tool_use', id: 'toolu_2', name: 'Read', input: { file_path: '/b', limit: 3 } },
    ],
  },
  {
    role: 'user',
    content: [
      {
        type: 'tool_result',
        tool_use_id: 'toolu_1',
        content: [{ type: 'text', text: 'a.png, 1 × 1' }, IMAGE],
      },
      { type: 'tool_result', tool_use_id: 'toolu_2', content: 'no such file', is_error: true },
      { type: 'text', text: 'Go on.', cache_control: { type: 'ephemeral' } },
    ],
  },
];

/** A turn in which the model searched for a tool, found one and called it. */
const SEARCH_HISTORY = [
  { role: 'user', content: 'Which issues are open?' },
  {
    role: 'assistant',
    content: [
      {
        type: 'server_tool_use',
        id: 'srvtoolu_1',
        name: 'tool_search_tool_regex',
        input: { query: 'issues' },
      },
      {
        type: 'tool_search_tool_result',
        tool_use_id: 'srvtoolu_1',
        content: {
          type: 'tool_search_tool_search_result',
          tool_references: [{ type: 'tool_reference', tool_name: 'mcp__tracker__list_issues' }],
        },
      },
      { type: 'tool_use', id: 'toolu_3', name: 'mcp__tracker__list_issues', input: {} },
    ],
  },
  { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_3', content: '[]' }] },
];

/** The requests by name. Without `betas` nothing is in the header. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  plain: { betas: [], params: { messages: HELLO } },
  'missing header': {
    betas: [],
    params: {
      messages: HELLO,
      tools: [
        {
          type: 'computer_20251124',
          name: 'computer',
          display_width_px: 800,
          display_height_px: 600,
        },
      ],
    },
  },
  'ten betas': {
    betas: AGENT_BETAS,
    headers: AGENT_HEADERS,
    params: {
      system: AGENT_SYSTEM,
      messages: HELLO,
      tools: [READ, ...DEFERRED, TOOL_SEARCH],
      thinking: { type: 'adaptive' },
      context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
      output_config: { effort: 'medium' },
      metadata: { user_id: 'user_1_account__session_2' },
    },
  },
  'tool search': {
    betas: ['claude-code-20250219', 'advanced-tool-use-2025-11-20'],
    headers: AGENT_HEADERS,
    params: {
      system: AGENT_SYSTEM,
      messages: SEARCH_HISTORY,
      tools: [READ, ...DEFERRED, TOOL_SEARCH],
    },
  },
  'nested results': {
    betas: ['claude-code-20250219'],
    headers: AGENT_HEADERS,
    params: { system: AGENT_SYSTEM, messages: NESTED_HISTORY, tools: [READ] },
  },
  images: {
    betas: [],
    params: {
      messages: [
        { role: 'user', content: [IMAGE, IMAGE, { type: 'text', text: 'Compare the images.' }] },
      ],
    },
  },
  mcp: {
    betas: ['mcp-client-2025-11-20'],
    headers: AGENT_HEADERS,
    params: {
      system: AGENT_SYSTEM,
      messages: HELLO,
      mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.test/sse' }],
      tools: [READ, { type: 'mcp_toolset', mcp_server_name: 'docs' }],
    },
  },
  '5 MB': {
    betas: ['claude-code-20250219'],
    headers: AGENT_HEADERS,
    params: {
      system: AGENT_SYSTEM,
      messages: [
        { role: 'user', content: 'A line of the log, with é and "quotes".\n'.repeat(120_000) },
      ],
      tools: [READ],
    },
  },
};
