/** Requests through `@langchain/anthropic`, each with one feature that it can express. */
import type { Fetch } from '@beta-headers/node';
import { ChatAnthropic, type ChatAnthropicCallOptions } from '@langchain/anthropic';
import type { PeerRequest } from './peer.ts';

interface Params {
  readonly fields?: object;
  readonly options?: Partial<ChatAnthropicCallOptions>;
  readonly stream?: true;
  /** Default headers of the client that LangChain holds. */
  readonly headers?: Record<string, string>;
}

/** One request with LangChain, over the given `fetch`. */
export async function askWithLangChain(
  fetch: Fetch,
  { fields, options, stream, headers }: Params = {},
): Promise<void> {
  const model = new ChatAnthropic({
    model: 'claude-opus-4-8',
    apiKey: 'none',
    maxRetries: 0,
    maxTokens: 64,
    clientOptions: { fetch: fetch as never, ...(headers && { defaultHeaders: headers }) },
    ...fields,
  });
  if (!stream) await model.invoke('Hello', options);
  else for await (const _ of await model.stream('Hello', options));
}

const request = (feature: string, params: Params): PeerRequest => ({
  feature,
  send: (fetch) => askWithLangChain(fetch, params),
});
const tools = (...list: object[]): Params => ({ options: { tools: list as never } });
const kwargs = (invocationKwargs: object): Params => ({
  fields: { model: 'claude-opus-5-5', invocationKwargs },
});
const weather = {
  name: 'weather',
  description: 'The weather',
  input_schema: { type: 'object', properties: { city: { type: 'string' } } },
};

/** What LangChain has a field or an option for, or documents to be passed through `invocationKwargs`. */
export const LANGCHAIN_REQUESTS: readonly PeerRequest[] = [
  request('nothing', {}),
  request('a tool, streamed', { ...tools(weather), stream: true }),
  request('mcp-client', {
    options: { mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }] } as never,
  }),
  request('mcp-client, with its toolset', {
    options: {
      mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }],
      tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
    } as never,
  }),
  request('context-management', {
    fields: { contextManagement: { edits: [{ type: 'clear_tool_uses_20250919' }] } },
  }),
  request('compact, at a threshold', {
    fields: { contextManagement: { edits: [{ type: 'compact_20260112' }] } },
  }),
  request('compact, on demand', kwargs({ compaction: { type: 'summarize' } })),
  request('skills', {
    options: {
      container: { skills: [{ type: 'anthropic', skill_id: 'pptx' }] },
      tools: [{ type: 'code_execution_20250825', name: 'code_execution' }],
    } as never,
  }),
  request('task-budgets', {
    fields: { outputConfig: { task_budget: { type: 'tokens', total: 50_000 } } },
  }),
  request('fast-mode', { fields: { invocationKwargs: { speed: 'fast' } } }),
  request('thinking-display-updates', {
    fields: { model: 'claude-opus-5-5', thinking: { type: 'adaptive', display: 'updates' } },
  }),
  request('thinking-binding-controls', {
    fields: {
      model: 'claude-opus-5-5',
      thinking: { type: 'adaptive', block_binding: { prefix_mismatch_behavior: 'drop_block' } },
    },
  }),
  request('server-side-fallback', kwargs({ fallbacks: 'default' })),
  request('message-threads', kwargs({ thread: { type: 'create' } })),
  request(
    'computer-use',
    tools({
      type: 'computer_20251124',
      name: 'computer',
      display_width_px: 800,
      display_height_px: 600,
    }),
  ),
  request('memory tool', tools({ type: 'memory_20250818', name: 'memory' })),
  request('web fetch', tools({ type: 'web_fetch_20250910', name: 'web_fetch' })),
  request('code execution', tools({ type: 'code_execution_20250825', name: 'code_execution' })),
  request(
    'tool search',
    tools({ type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' }, weather),
  ),
  request('input examples', tools({ ...weather, input_examples: [{ city: 'Malang' }] })),
];
