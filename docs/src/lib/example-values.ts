/**
 * Real requests that show the use of a beta. `FIELDS` has those that meet a rule, by the key of the
 * rule: its path, followed by `=` and the value that it tests for. `EXAMPLES` has those of betas
 * without a rule, because nothing needs them or because they are needed no more.
 */
import type { CatalogRule } from './catalog.ts';
import type { CodeFile } from './code/index.ts';
import { SAMPLE_MODEL } from './site.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A request. Without an endpoint it creates a message; model and messages are optional then. */
export interface Example {
  readonly endpoint?: string;
  readonly fields?: Fields;
  readonly files?: readonly CodeFile[];
  /** The fields to write today, if they are others. */
  readonly today?: Fields;
}

const GET_TIME = {
  name: 'get_time',
  description: 'The time now',
  input_schema: { type: 'object', properties: {} },
};
const GET_WEATHER = {
  name: 'get_weather',
  description: 'The weather now',
  input_schema: { type: 'object', properties: {} },
};
const MCP_SERVERS = [{ type: 'url', name: 'docs', url: 'https://mcp.example.com' }];
const QUESTION = { role: 'user', content: 'What time is it?' };
const ADVISOR = { type: 'advisor_20260301', name: 'advisor', model: SAMPLE_MODEL };
const SCREEN = { name: 'computer', display_width_px: 1024, display_height_px: 768 };
const SCHEMA = {
  type: 'object',
  properties: { city: { type: 'string' } },
  required: ['city'],
  additionalProperties: false,
};
const FORMAT = { type: 'json_schema', schema: SCHEMA };
const RULES = 'Answer in one sentence.';
const CITY: readonly object[] = [{ role: 'user', content: 'Which city has the Monas?' }];
/** A message with these blocks before the question. */
const ask = (...blocks: readonly object[]): readonly object[] => [
  { role: 'user', content: [...blocks, { type: 'text', text: 'Summarize this.' }] },
];
const CODE_EXECUTION = { type: 'code_execution_20250825', name: 'code_execution' };

/** Request fields that meet a rule, by the key of the rule. */
export const FIELDS: Readonly<Record<string, Fields>> = {
  'tools[].type=advisor_20260301': { tools: [ADVISOR] },
  'tools[].type=computer_20241022': { tools: [{ type: 'computer_20241022', ...SCREEN }] },
  'tools[].type=computer_20250124': { tools: [{ type: 'computer_20250124', ...SCREEN }] },
  'tools[].type=computer_20251124': { tools: [{ type: 'computer_20251124', ...SCREEN }] },
  'mcp_servers[].tool_configuration': {
    mcp_servers: MCP_SERVERS.map((server) => ({
      ...server,
      tool_configuration: { allowed_tools: ['search'] },
    })),
  },
  'tools[].type=mcp_toolset': {
    mcp_servers: MCP_SERVERS,
    tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
  },
  'tools[].tools': {
    mcp_servers: MCP_SERVERS,
    tools: [
      {
        type: 'mcp_toolset',
        mcp_server_name: 'docs',
        tools: [{ name: 'search', input_schema: { type: 'object', properties: {} } }],
      },
    ],
  },
  'tools[].input_examples': { tools: [{ ...GET_WEATHER, input_examples: [{}] }] },
  'tools[].type=tool_search_tool_regex_20251119': {
    tools: [
      { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' },
      { ...GET_WEATHER, defer_loading: true },
    ],
  },
  'context_management.edits[].type=compact_20260112': {
    context_management: { edits: [{ type: 'compact_20260112' }] },
  },
  'context_management.edits[].type=clear_tool_uses_20250919': {
    context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
  },
  compaction: { compaction: { type: 'summarize' } },
  fallbacks: { fallbacks: [{ model: 'claude-opus-5' }] },
  fallback_credit_token: { fallback_credit_token: 'token-from-the-refusal' },
  'fallback_credit_token.token': {
    fallback_credit_token: { token: 'token-from-the-refusal', mode: 'best_effort' },
  },
  speed: { speed: 'fast' },
  thread: { thread: { type: 'create' } },
  billing_policy: { billing_policy: { type: 'billing_policy', bill_to: 'user_profile' } },
  'output_config.task_budget': {
    output_config: { task_budget: { type: 'tokens', total: 20_000 } },
  },
  'thinking.block_binding': {
    thinking: { type: 'adaptive', block_binding: { prefix_mismatch_behavior: 'drop_block' } },
  },
  'thinking.display=updates': { thinking: { type: 'adaptive', display: 'updates' } },
  'messages[].output_config': {
    messages: [QUESTION, { role: 'system', output_config: { effort: 'low' } }],
  },
  'messages[].clear_at': {
    messages: [QUESTION, { role: 'system', content: RULES, clear_at: 'next_user_message' }],
  },
  'messages[].content[].tool.type=tool_definition': {
    tools: [GET_WEATHER],
    messages: [
      QUESTION,
      {
        role: 'system',
        content: [
          { type: 'tool_addition', tool: { type: 'tool_definition', definition: GET_TIME } },
        ],
      },
    ],
  },
  'messages[].content[].type=tool_removal': {
    tools: [GET_WEATHER, GET_TIME],
    messages: [
      QUESTION,
      {
        role: 'system',
        content: [{ type: 'tool_removal', tool: { type: 'tool_reference', name: 'get_weather' } }],
      },
    ],
  },
};

const TOOL: Example = { fields: { tools: [GET_WEATHER] } };
const HELLO: Example = { fields: {} };

/** Requests for betas by their ids. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  'advanced-tool-use-2025-11-20': [
    { fields: FIELDS['tools[].type=tool_search_tool_regex_20251119'] as Fields },
    { fields: FIELDS['tools[].input_examples'] as Fields },
    {
      fields: {
        tools: [CODE_EXECUTION, { ...GET_WEATHER, allowed_callers: [CODE_EXECUTION.type] }],
      },
    },
  ],
  'analytics-usage-cost-2026-08-24': [
    { endpoint: 'GET /v1/organizations/analytics/usage?starting_at=2026-11-01T00:00:00Z' },
  ],
  'cache-diagnosis-2026-04-07': [
    {
      fields: {
        diagnostics: { previous_message_id: null },
        system: [{ type: 'text', text: RULES, cache_control: { type: 'ephemeral' } }],
      },
    },
  ],
  'ce-user-management-2026-07-13': [{ endpoint: 'GET /v1/organizations/rbac_groups' }],
  'code-execution-2025-05-22': [
    {
      fields: { tools: [{ type: 'code_execution_20250522', name: 'code_execution' }] },
      today: { tools: [CODE_EXECUTION] },
    },
  ],
  'code-execution-2025-08-25': [{ fields: { tools: [CODE_EXECUTION] } }],
  'code-execution-web-tools-2026-02-09': [
    { fields: { tools: [{ type: 'web_search_20260209', name: 'web_search' }] } },
  ],
  'context-1m-2025-08-07': [HELLO],
  'effort-2025-11-24': [{ fields: { output_config: { effort: 'low' } } }],
  'extended-cache-ttl-2025-04-11': [
    {
      fields: {
        system: [{ type: 'text', text: RULES, cache_control: { type: 'ephemeral', ttl: '1h' } }],
      },
    },
  ],
  'files-api-2025-04-14': [
    { endpoint: 'POST /v1/files', files: [{ field: 'file', name: 'document.pdf' }] },
    {
      fields: {
        tools: [CODE_EXECUTION],
        messages: ask({ type: 'container_upload', file_id: 'file_0123' }),
      },
    },
    { endpoint: 'GET /v1/files' },
  ],
  'fine-grained-tool-streaming-2025-05-14': [
    {
      fields: { stream: true, tools: [GET_WEATHER] },
      today: { stream: true, tools: [{ ...GET_WEATHER, eager_input_streaming: true }] },
    },
  ],
  'message-batches-2024-09-24': [
    {
      endpoint: 'POST /v1/messages/batches',
      fields: {
        requests: [
          {
            custom_id: 'first',
            params: { model: SAMPLE_MODEL, max_tokens: 1024, messages: [QUESTION] },
          },
        ],
      },
    },
  ],
  'messages-2023-12-15': [HELLO],
  'model-context-window-exceeded-2025-08-26': [HELLO],
  'pdfs-2024-09-25': [
    {
      fields: {
        messages: ask({
          type: 'document',
          source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0xLjQK' },
        }),
      },
    },
  ],
  'prompt-caching-2024-07-31': [
    {
      fields: {
        system: [{ type: 'text', text: RULES, cache_control: { type: 'ephemeral' } }],
      },
    },
  ],
  'search-results-2025-06-09': [
    {
      fields: {
        messages: ask({
          type: 'search_result',
          source: 'https://example.com/monas',
          title: 'Monas',
          content: [{ type: 'text', text: 'The Monas is in Jakarta.' }],
        }),
      },
    },
  ],
  'skills-2025-10-02': [
    { endpoint: 'GET /v1/skills' },
    {
      fields: {
        container: { skills: [{ type: 'anthropic', skill_id: 'pptx', version: 'latest' }] },
        tools: [CODE_EXECUTION],
      },
    },
  ],
  'structured-outputs-2025-11-13': [
    {
      fields: { output_format: FORMAT, messages: CITY },
      today: { output_config: { format: FORMAT }, messages: CITY },
    },
  ],
  'token-counting-2024-11-01': [{ endpoint: 'POST /v1/messages/count_tokens' }],
  'token-efficient-tools-2025-02-19': [TOOL],
  'tools-2024-04-04': [TOOL],
  'tools-2024-05-16': [TOOL],
  'user-profiles-2026-08-18': [
    {
      endpoint: 'POST /v1/user_profiles',
      fields: { external_id: 'customer-42' },
      today: { external_user_details: { reference_id: 'customer-42' } },
    },
  ],
  'user-profiles-2026-03-24': [{ endpoint: 'GET /v1/user_profiles' }],
  'user-profiles-2026-09-04': [{ endpoint: 'GET /v1/user_profiles' }],
  'web-fetch-2025-09-10': [
    { fields: { tools: [{ type: 'web_fetch_20250910', name: 'web_fetch' }] } },
  ],
  'web-search-2025-03-05': [
    { fields: { tools: [{ type: 'web_search_20250305', name: 'web_search' }] } },
  ],
};

/** Makes the value of a path parameter: `user_id` → `user_0123`, `project_number` → a number. */
export const makePathValue = (parameter: string): string =>
  parameter.endsWith('_number') ? '123456789012' : `${parameter.replace(/_id$/, '')}_0123`;

/** Finds the fields that meet a rule and their key, if the table has any. */
export function findFields(
  rule: CatalogRule,
): { readonly key: string; readonly fields: Fields } | undefined {
  const { at } = rule;
  if (at === undefined) return undefined;
  const tests = [...(rule.is === undefined ? [] : [rule.is]), ...(rule.in ?? [])];
  const keys = tests.length > 0 ? tests.map((test) => `${at}=${test}`) : [at];
  const key = keys.find((candidate) => candidate in FIELDS);
  return key === undefined ? undefined : { key, fields: FIELDS[key] as Fields };
}
