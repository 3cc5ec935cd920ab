/**
 * Real values for the fields that rules name, so that samples run unchanged. The key is the path of
 * the rule, followed by `=` and the value that the rule tests for.
 */
import type { CatalogRule } from './catalog.ts';
import type { Value } from './sample-value.ts';
import { SAMPLE_MODEL } from './site.ts';

type Fields = Readonly<Record<string, Value>>;

const GET_TIME: Value = {
  name: 'get_time',
  description: 'The time now',
  input_schema: { type: 'object', properties: {} },
};
const GET_WEATHER: Value = {
  name: 'get_weather',
  description: 'The weather now',
  input_schema: { type: 'object', properties: {} },
};
const MCP_SERVERS: Value = [{ type: 'url', name: 'docs', url: 'https://mcp.example.com' }];
const QUESTION: Value = { role: 'user', content: 'What time is it?' };
const ADVISOR: Value = { type: 'advisor_20260301', name: 'advisor', model: SAMPLE_MODEL };
const COMPUTER: Value = {
  type: 'computer_20251124',
  name: 'computer',
  display_width_px: 1024,
  display_height_px: 768,
};

/** Request fields that meet a rule, by the key of the rule. */
export const EXAMPLE_FIELDS: Readonly<Record<string, Fields>> = {
  'tools[].type=advisor_20260301': { tools: [ADVISOR] },
  'tools[].type=computer_20251124': { tools: [COMPUTER] },
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
  'context_management.edits[].type=compact_20260112': {
    context_management: { edits: [{ type: 'compact_20260112' }] },
  },
  'context_management.edits[].type=clear_tool_uses_20250919': {
    context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
  },
  compaction: { compaction: { type: 'summarize' } },
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
    messages: [
      QUESTION,
      { role: 'system', content: 'Answer in one sentence.', clear_at: 'next_user_message' },
    ],
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
  external_id: { external_id: 'customer-42' },
};

/** Makes the value of a path parameter: `user_id` → `user_0123`, `project_number` → a number. */
export const makePathValue = (parameter: string): string =>
  parameter.endsWith('_number') ? '123456789012' : `${parameter.replace(/_id$/, '')}_0123`;

/** Finds the fields for a rule and their key, if the table has any. */
export function findExample(
  rule: CatalogRule,
): { readonly key: string; readonly fields: Fields } | undefined {
  const { at } = rule;
  if (at === undefined) return undefined;
  const tests = [...(rule.is === undefined ? [] : [rule.is]), ...(rule.in ?? [])];
  const keys = tests.length > 0 ? tests.map((test) => `${at}=${test}`) : [at];
  const key = keys.find((candidate) => candidate in EXAMPLE_FIELDS);
  return key === undefined ? undefined : { key, fields: EXAMPLE_FIELDS[key] as Fields };
}
