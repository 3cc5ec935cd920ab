/** Frameworks: the AI SDK with the providers of three platforms, and LangChain. */
import { createAmazonBedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';
import { anthropic, createAnthropic } from '@ai-sdk/anthropic';
import { createGoogleVertexAnthropic } from '@ai-sdk/google-vertex/anthropic';
import { ChatAnthropic } from '@langchain/anthropic';
import { generateText, type LanguageModel, type ModelMessage, streamText, type ToolSet } from 'ai';
import type { Call, GatewayClient } from './client.ts';
import { CLIENT_KEY, MODEL, PLATFORM_NAMES, PLATFORMS } from './platforms.ts';
import { readVersion } from './sdks.ts';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const HELLO = 'Hello';

interface AiSdkCase {
  readonly options?: object;
  readonly tools?: object;
  readonly messages?: ModelMessage[];
}

/** Requests that the AI SDK can express. It sends the betas that it infers from them. */
const AI_SDK_CASES: Readonly<Record<string, AiSdkCase>> = {
  plain: {},
  images: {
    messages: [
      {
        role: 'user',
        content: [
          { type: 'file', data: PIXEL, mediaType: 'image/png' },
          { type: 'text', text: HELLO },
        ],
      },
    ],
  },
  'computer use': {
    tools: {
      computer: anthropic.tools.computer_20251124({ displayWidthPx: 800, displayHeightPx: 600 }),
    },
  },
  'web fetch': { tools: { web_fetch: anthropic.tools.webFetch_20250910() } },
  'context editing': {
    options: { contextManagement: { edits: [{ type: 'clear_tool_uses_20250919' }] } },
  },
  mcp: { options: { mcpServers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }] } },
  'tool search': {
    tools: {
      search: anthropic.tools.toolSearchRegex_20251119(),
      weather: {
        description: 'The weather',
        inputSchema: anthropic.tools.memory_20250818({}).inputSchema,
        providerOptions: { anthropic: { deferLoading: true } },
      },
    },
  },
  'fast mode': { options: { speed: 'fast' } },
};

async function callAiSdk(model: LanguageModel, { name, stream }: Call): Promise<string> {
  const { options, tools, messages } = AI_SDK_CASES[name] ?? {};
  const params = {
    model,
    maxRetries: 0,
    maxOutputTokens: 64,
    messages: messages ?? [{ role: 'user' as const, content: HELLO }],
    ...(tools && { tools: tools as ToolSet }),
    ...(options && { providerOptions: { anthropic: options as never } }),
  };
  if (!stream) return (await generateText(params)).text;
  let failure: unknown;
  const result = streamText({ ...params, onError: ({ error }) => void (failure = error) });
  await result.consumeStream();
  if (failure) throw failure;
  return await result.text;
}

const AI_SDK: Omit<GatewayClient, 'name' | 'version' | 'form' | 'platforms' | 'send'> = {
  cases: Object.keys(AI_SDK_CASES),
};

interface LangChainCase {
  readonly fields?: object;
  readonly options?: object;
  readonly content?: readonly object[];
}

const WEATHER = {
  name: 'weather',
  description: 'The weather',
  input_schema: { type: 'object', properties: { city: { type: 'string' } } },
};

/** Requests that LangChain can express. It sends some of the betas that they need. */
const LANGCHAIN_CASES: Readonly<Record<string, LangChainCase>> = {
  plain: {},
  images: {
    content: [
      { type: 'image_url', image_url: { url: `data:image/png;base64,${PIXEL}` } },
      { type: 'text', text: HELLO },
    ],
  },
  'computer use': {
    options: {
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
  'context editing': {
    fields: { contextManagement: { edits: [{ type: 'clear_tool_uses_20250919' }] } },
  },
  mcp: {
    options: {
      mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }],
      tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
    },
  },
  'tool search': {
    options: {
      tools: [
        { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' },
        { ...WEATHER, defer_loading: true },
      ],
    },
  },
  'fast mode': { fields: { invocationKwargs: { speed: 'fast' } } },
};

async function callLangChain({ base, name, stream }: Call): Promise<string> {
  const { fields, options, content } = LANGCHAIN_CASES[name] ?? {};
  const chat = new ChatAnthropic({
    model: MODEL,
    apiKey: CLIENT_KEY,
    anthropicApiUrl: base,
    maxRetries: 0,
    maxTokens: 64,
    ...fields,
  });
  const input = [{ role: 'user', content: content ?? HELLO }] as never;
  if (!stream) return String((await chat.invoke(input, options as never)).text);
  let text = '';
  for await (const chunk of await chat.stream(input, options as never)) text += chunk.text;
  return text;
}

/** The frameworks. */
export const FRAMEWORKS: readonly GatewayClient[] = [
  {
    ...AI_SDK,
    name: '@ai-sdk/anthropic',
    version: readVersion('@ai-sdk/anthropic'),
    form: 'messages',
    platforms: PLATFORM_NAMES,
    send: (call) =>
      callAiSdk(createAnthropic({ baseURL: `${call.base}/v1`, apiKey: CLIENT_KEY })(MODEL), call),
  },
  {
    ...AI_SDK,
    name: '@ai-sdk/amazon-bedrock/anthropic',
    version: readVersion('@ai-sdk/amazon-bedrock'),
    form: 'own',
    platforms: ['bedrock'],
    send: (call) =>
      callAiSdk(
        createAmazonBedrockAnthropic({
          region: 'us-east-1',
          baseURL: call.base,
          apiKey: CLIENT_KEY,
        })(PLATFORMS.bedrock.model),
        call,
      ),
  },
  {
    ...AI_SDK,
    name: '@ai-sdk/google-vertex/anthropic',
    version: readVersion('@ai-sdk/google-vertex'),
    form: 'own',
    platforms: ['vertex'],
    send: (call) =>
      callAiSdk(
        createGoogleVertexAnthropic({
          project: 'p',
          location: 'global',
          baseURL: `${call.base}/projects/p/locations/global/publishers/anthropic/models`,
          headers: { authorization: `Bearer ${CLIENT_KEY}` },
          googleAuthOptions: {
            authClient: { getAccessToken: async () => ({ token: CLIENT_KEY }) } as never,
          },
        })(MODEL),
        call,
      ),
  },
  {
    name: '@langchain/anthropic',
    version: readVersion('@langchain/anthropic'),
    form: 'messages',
    platforms: PLATFORM_NAMES,
    cases: Object.keys(LANGCHAIN_CASES),
    send: callLangChain,
  },
];
