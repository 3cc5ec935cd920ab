/** Requests of `@langchain/anthropic`, each with one feature that it supports. */
import type { Fetch } from '@beta-headers/node';
import { ChatAnthropic, type ChatAnthropicCallOptions } from '@langchain/anthropic';
import type { PeerRequest } from './peer.ts';

interface Params {
  readonly fields?: object;
  readonly options?: Partial<ChatAnthropicCallOptions>;
  readonly stream?: true;
  /** Default headers of LangChain's client. */
  readonly headers?: Record<string, string>;
}

/** Sends one request with LangChain over the given `fetch`. */
export async function callLangChain(
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

const createRequest = (feature: string, params: Params): PeerRequest => ({
  feature,
  send: (fetch) => callLangChain(fetch, params),
});
const withTools = (...list: object[]): Params => ({ options: { tools: list as never } });
const withKwargs = (invocationKwargs: object): Params => ({
  fields: { model: 'claude-opus-5-5', invocationKwargs },
});
const weather = {
  name: 'weather',
  description: 'The weather',
  input_schema: { type: 'object', properties: { city: { type: 'string' } } },
};

/** One request per field, option or documented `invocationKwargs` that LangChain supports. */
export const LANGCHAIN_REQUESTS: readonly PeerRequest[] = [
  createRequest('nothing', {}),
  createRequest('a tool, streamed', { ...withTools(weather), stream: true }),
  createRequest('mcp-client', {
    options: { mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }] } as never,
  }),
  createRequest('mcp-client, with its toolset', {
    options: {
      mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }],
      tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
    } as never,
  }),
  createRequest('context-management', {
    fields: { contextManagement: { edits: [{ type: 'clear_tool_uses_20250919' }] } },
  }),
  createRequest('compact, at a threshold', {
    fields: { contextManagement: { edits: [{ type: 'compact_20260112' }] } },
  }),
  createRequest('compact, on demand', withKwargs({ compaction: { type: 'summarize' } })),
  createRequest('skills', {
    options: {
      container: { skills: [{ type: 'anthropic', skill_id: 'pptx' }] },
      tools: [{ type: 'code_execution_20250825', name: 'code_execution' }],
    } as never,
  }),
  createRequest('task-budgets', {
    fields: { outputConfig: { task_budget: { type: 'tokens', total: 50_000 } } },
  }),
  createRequest('fast-mode', { fields: { invocationKwargs: { speed: 'fast' } } }),
  createRequest('thinking-display-updates', {
    fields: { model: 'claude-opus-5-5', thinking: { type: 'adaptive', display: 'updates' } },
  }),
  createRequest('thinking-binding-controls', {
    fields: {
      model: 'claude-opus-5-5',
      thinking: { type: 'adaptive', block_binding: { prefix_mismatch_behavior: 'drop_block' } },
    },
  }),
  createRequest('server-side-fallback', withKwargs({ fallbacks: 'default' })),
  createRequest('message-threads', withKwargs({ thread: { type: 'create' } })),
  createRequest(
    'computer-use',
    withTools({
      type: 'computer_20251124',
      name: 'computer',
      display_width_px: 800,
      display_height_px: 600,
    }),
  ),
  createRequest('memory tool', withTools({ type: 'memory_20250818', name: 'memory' })),
  createRequest('web fetch', withTools({ type: 'web_fetch_20250910', name: 'web_fetch' })),
  createRequest(
    'code execution',
    withTools({ type: 'code_execution_20250825', name: 'code_execution' }),
  ),
  createRequest(
    'tool search',
    withTools({ type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' }, weather),
  ),
  createRequest('input examples', withTools({ ...weather, input_examples: [{ city: 'Malang' }] })),
];
