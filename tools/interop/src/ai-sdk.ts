/** Requests of `@ai-sdk/anthropic`, each with one feature that it supports. */
import { type AnthropicLanguageModelOptions, anthropic, createAnthropic } from '@ai-sdk/anthropic';
import type { Fetch } from '@beta-headers/node';
import { generateText, type ModelMessage, streamText, type ToolSet, tool } from 'ai';
import { z } from 'zod';
import type { PeerRequest } from './peer.ts';

interface Params {
  readonly model?: string;
  readonly options?: AnthropicLanguageModelOptions;
  readonly tools?: ToolSet;
  readonly messages?: ModelMessage[];
  readonly stream?: true;
  readonly headers?: Record<string, string>;
}

/** Sends one request with the AI SDK over the given `fetch`. The model must have the feature. */
export async function callAiSdk(
  fetch: Fetch,
  { model = 'claude-opus-4-8', options, tools, messages, stream, headers }: Params = {},
): Promise<void> {
  const provider = createAnthropic({
    apiKey: 'none',
    fetch: fetch as typeof globalThis.fetch,
    ...(headers && { headers }),
  });
  const call = {
    model: provider(model),
    maxRetries: 0,
    allowSystemInMessages: true,
    messages: messages ?? [{ role: 'user' as const, content: 'Hello' }],
    ...(tools && { tools }),
    ...(options && { providerOptions: { anthropic: options as never } }),
  };
  if (!stream) await generateText(call);
  else {
    const result = streamText({ ...call, onError: () => {} });
    await result.consumeStream();
  }
}

const createRequest = (feature: string, params: Params): PeerRequest => ({
  feature,
  send: (fetch) => callAiSdk(fetch, params),
});
// The types of `tool()` and `tools` are incompatible under exactOptionalPropertyTypes.
const weather = tool({
  description: 'The weather',
  inputSchema: z.object({ city: z.string() }),
}) as unknown as ToolSet[string];
const user = { role: 'user' as const, content: 'Hello' };
/** Creates a conversation with a system message in the middle. */
const insertSystem = (options: object): ModelMessage[] => [
  user,
  { role: 'assistant', content: 'Hi' },
  user,
  { role: 'system', content: 'Be brief', providerOptions: { anthropic: options as never } },
];

/** One request per parameter, tool or content part that the AI SDK supports. */
export const AI_SDK_REQUESTS: readonly PeerRequest[] = [
  createRequest('nothing', {}),
  createRequest('a tool, streamed', { tools: { weather }, stream: true }),
  createRequest('mcp-client', {
    options: { mcpServers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }] },
  }),
  createRequest('context-management', {
    options: { contextManagement: { edits: [{ type: 'clear_tool_uses_20250919' }] } },
  }),
  createRequest('compact, at a threshold', {
    options: { contextManagement: { edits: [{ type: 'compact_20260112' }] } },
  }),
  createRequest('compact, on demand', { options: { compaction: { type: 'summarize' } } }),
  createRequest('skills', {
    options: { container: { skills: [{ type: 'anthropic', skillId: 'pptx' }] } },
    tools: { code_execution: anthropic.tools.codeExecution_20250825() },
  }),
  createRequest('task-budgets', { options: { taskBudget: { type: 'tokens', total: 50_000 } } }),
  createRequest('fast-mode', { options: { speed: 'fast' } }),
  createRequest('fast-mode, named as standard', { options: { speed: 'standard' } }),
  createRequest('thinking-display-updates', {
    model: 'claude-opus-5-5',
    options: { thinking: { type: 'adaptive', display: 'updates' } },
  }),
  createRequest('thinking-binding-controls', {
    model: 'claude-opus-5-5',
    options: {
      thinking: { type: 'adaptive', blockBinding: { prefixMismatchBehavior: 'drop_block' } },
    },
  }),
  createRequest('server-side-fallback', {
    model: 'claude-opus-5-5',
    options: { fallbacks: 'default' },
  }),
  createRequest('message-threads', {
    model: 'claude-opus-5-5',
    options: { thread: { type: 'create' } } as never,
  }),
  createRequest('computer-use', {
    tools: {
      computer: anthropic.tools.computer_20251124({ displayWidthPx: 800, displayHeightPx: 600 }),
    },
  }),
  createRequest('memory tool', { tools: { memory: anthropic.tools.memory_20250818({}) } }),
  createRequest('web fetch', { tools: { web_fetch: anthropic.tools.webFetch_20250910() } }),
  createRequest('code execution', {
    tools: { code_execution: anthropic.tools.codeExecution_20250825() },
  }),
  createRequest('tool search', {
    tools: { search: anthropic.tools.toolSearchRegex_20251119(), weather },
  }),
  createRequest('advisor-tool', {
    tools: { advisor: anthropic.tools.advisor_20260301({ model: 'claude-opus-5-5' }) },
  }),
  createRequest('input examples', {
    tools: {
      weather: tool({ ...weather, inputExamples: [{ input: { city: 'Malang' } }] } as never),
    },
  }),
  createRequest('mid-conversation system, cleared', {
    model: 'claude-opus-5-5',
    messages: insertSystem({ clearAt: 'next_user_message' }),
  }),
  createRequest('mid-conversation effort', {
    model: 'claude-opus-5-5',
    messages: insertSystem({ effort: 'low' }),
  }),
  createRequest('mid-conversation tool change', {
    model: 'claude-opus-5-5',
    tools: { weather },
    messages: insertSystem({ toolChanges: [{ type: 'tool_removal', toolName: 'weather' }] }),
  }),
  createRequest('a PDF', {
    messages: [
      {
        role: 'user',
        content: [{ type: 'file', mediaType: 'application/pdf', data: 'JVBERi0=' }],
      },
    ],
  }),
];
