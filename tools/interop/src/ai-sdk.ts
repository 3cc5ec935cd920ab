/** Requests through `@ai-sdk/anthropic`, each with one feature that it can express. */
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

/** One request with the AI SDK, over the given `fetch`. The model is one that has the feature. */
export async function askWithAiSdk(
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

const request = (feature: string, params: Params): PeerRequest => ({
  feature,
  send: (fetch) => askWithAiSdk(fetch, params),
});
const file = (data: ModelMessage & { role: 'user' }): Params => ({ messages: [data] });
// The types of `tool()` and of `tools` do not agree under exactOptionalPropertyTypes.
const weather = tool({
  description: 'The weather',
  inputSchema: z.object({ city: z.string() }),
}) as unknown as ToolSet[string];
const user = { role: 'user' as const, content: 'Hello' };
/** A system message in the middle of a conversation, with what the AI SDK lets it carry. */
const midway = (options: object): ModelMessage[] => [
  user,
  { role: 'assistant', content: 'Hi' },
  user,
  { role: 'system', content: 'Be brief', providerOptions: { anthropic: options as never } },
];

/** What the AI SDK has a parameter, a tool or a content part for. */
export const AI_SDK_REQUESTS: readonly PeerRequest[] = [
  request('nothing', {}),
  request('a tool, streamed', { tools: { weather }, stream: true }),
  request('mcp-client', {
    options: { mcpServers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }] },
  }),
  request('context-management', {
    options: { contextManagement: { edits: [{ type: 'clear_tool_uses_20250919' }] } },
  }),
  request('compact, at a threshold', {
    options: { contextManagement: { edits: [{ type: 'compact_20260112' }] } },
  }),
  request('compact, on demand', { options: { compaction: { type: 'summarize' } } }),
  request('skills', {
    options: { container: { skills: [{ type: 'anthropic', skillId: 'pptx' }] } },
    tools: { code_execution: anthropic.tools.codeExecution_20250825() },
  }),
  request('task-budgets', { options: { taskBudget: { type: 'tokens', total: 50_000 } } }),
  request('fast-mode', { options: { speed: 'fast' } }),
  request('fast-mode, named as standard', { options: { speed: 'standard' } }),
  request('thinking-display-updates', {
    model: 'claude-opus-5-5',
    options: { thinking: { type: 'adaptive', display: 'updates' } },
  }),
  request('thinking-binding-controls', {
    model: 'claude-opus-5-5',
    options: {
      thinking: { type: 'adaptive', blockBinding: { prefixMismatchBehavior: 'drop_block' } },
    },
  }),
  request('server-side-fallback', { model: 'claude-opus-5-5', options: { fallbacks: 'default' } }),
  request('message-threads', {
    model: 'claude-opus-5-5',
    options: { thread: { type: 'create' } } as never,
  }),
  request('computer-use', {
    tools: {
      computer: anthropic.tools.computer_20251124({ displayWidthPx: 800, displayHeightPx: 600 }),
    },
  }),
  request('memory tool', { tools: { memory: anthropic.tools.memory_20250818({}) } }),
  request('web fetch', { tools: { web_fetch: anthropic.tools.webFetch_20250910() } }),
  request('code execution', {
    tools: { code_execution: anthropic.tools.codeExecution_20250825() },
  }),
  request('tool search', {
    tools: { search: anthropic.tools.toolSearchRegex_20251119(), weather },
  }),
  request('advisor-tool', {
    tools: { advisor: anthropic.tools.advisor_20260301({ model: 'claude-opus-5-5' }) },
  }),
  request('input examples', {
    tools: {
      weather: tool({ ...weather, inputExamples: [{ input: { city: 'Malang' } }] } as never),
    },
  }),
  request('mid-conversation system, cleared', {
    model: 'claude-opus-5-5',
    messages: midway({ clearAt: 'next_user_message' }),
  }),
  request('mid-conversation effort', {
    model: 'claude-opus-5-5',
    messages: midway({ effort: 'low' }),
  }),
  request('mid-conversation tool change', {
    model: 'claude-opus-5-5',
    tools: { weather },
    messages: midway({ toolChanges: [{ type: 'tool_removal', toolName: 'weather' }] }),
  }),
  request(
    'a PDF',
    file({
      role: 'user',
      content: [{ type: 'file', mediaType: 'application/pdf', data: 'JVBERi0=' }],
    }),
  ),
];
