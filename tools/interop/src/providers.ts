/** Requests of the AI SDK's providers: three majors, and the Bedrock and Vertex platforms. */
import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';
import { createAmazonBedrockAnthropic } from '@ai-sdk/amazon-bedrock/anthropic';
import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogleVertexAnthropic } from '@ai-sdk/google-vertex/anthropic';
import type { Fetch, Platform } from '@beta-headers/node';
import { createAnthropic as createAnthropic2 } from 'ai-sdk-anthropic-2';
import { createAnthropic as createAnthropic3 } from 'ai-sdk-anthropic-3';
import type { ClientRequest } from './recorded.ts';

/** A client package and its requests to one platform. */
export interface Provider {
  readonly client: string;
  readonly platform: Platform;
  readonly requests: readonly ClientRequest[];
}

/** The methods of a language model in every major. */
interface Model {
  doGenerate(options: object): PromiseLike<unknown>;
  doStream(options: object): PromiseLike<unknown>;
}

interface Case {
  readonly model?: string;
  readonly tools?: readonly object[];
  readonly options?: object;
  readonly prompt?: readonly object[];
  readonly responseFormat?: object;
  readonly headers?: Record<string, string>;
  readonly stream?: true;
}

const user = { role: 'user', content: [{ type: 'text', text: 'hi' }] };
const weather = {
  type: 'function',
  name: 'weather',
  description: 'The weather',
  inputSchema: { type: 'object', properties: { city: { type: 'string' } } },
};
const schema = {
  type: 'object',
  properties: { a: { type: 'string' } },
  required: ['a'],
  additionalProperties: false,
};
const screen = { displayWidthPx: 800, displayHeightPx: 600, displayNumber: 1 };
const createFile = (mediaType: string, data: unknown, options: object = {}): readonly object[] => [
  {
    role: 'user',
    content: [{ type: 'file', mediaType, data, providerOptions: { anthropic: options } }],
  },
];
const withOptions = (options: object): object => ({
  ...weather,
  providerOptions: { anthropic: options },
});

/** Tools that the provider defines, by their id. */
const TOOLS: Readonly<Record<string, object>> = {
  advisor_20260301: { model: 'claude-opus-5-5' },
  bash_20241022: {},
  bash_20250124: {},
  code_execution_20250522: {},
  code_execution_20250825: {},
  code_execution_20260120: {},
  computer_20241022: screen,
  computer_20250124: screen,
  computer_20251124: screen,
  computer_toolset_20260801: screen,
  memory_20250818: {},
  text_editor_20241022: {},
  text_editor_20250124: {},
  text_editor_20250429: {},
  text_editor_20250728: {},
  tool_search_bm25_20251119: {},
  tool_search_regex_20251119: {},
  web_fetch_20250910: {},
  web_fetch_20260209: {},
  web_fetch_20260318: {},
  web_search_20250305: {},
  web_search_20260209: {},
  web_search_20260318: {},
};
const createTool = (id: string): object => ({
  id: `anthropic.${id}`,
  name: id.replace(/_\d+$/, ''),
  args: TOOLS[id],
});

const CASES: Readonly<Record<string, Case>> = {
  nothing: {},
  stream: { stream: true, tools: [weather] },
  ...Object.fromEntries(Object.keys(TOOLS).map((id) => [id, { tools: [createTool(id)] }])),
  'strict tool': { tools: [{ ...weather, strict: true }] },
  'input examples': { tools: [{ ...weather, inputExamples: [{ input: { city: 'Malang' } }] }] },
  'deferred tool': {
    tools: [withOptions({ deferLoading: true }), createTool('tool_search_regex_20251119')],
  },
  'allowed callers': {
    tools: [
      withOptions({ allowedCallers: ['code_execution_20250825'] }),
      createTool('code_execution_20250825'),
    ],
  },
  'eager input streaming': { tools: [withOptions({ eagerInputStreaming: true })] },
  'output format': {
    options: { structuredOutputMode: 'outputFormat' },
    responseFormat: { type: 'json', schema },
  },
  'manual thinking': {
    model: 'claude-sonnet-4-5',
    options: { thinking: { type: 'enabled', budgetTokens: 2000 } },
  },
  effort: { model: 'claude-opus-4-5', options: { effort: 'low' } },
  'cache for an hour': {
    prompt: [
      {
        role: 'system',
        content: 'hi',
        providerOptions: { anthropic: { cacheControl: { type: 'ephemeral', ttl: '1h' } } },
      },
      user,
    ],
  },
  'mcp servers': {
    options: { mcpServers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }] },
  },
  'mcp tool configuration': {
    options: {
      mcpServers: [
        {
          type: 'url',
          name: 'docs',
          url: 'https://mcp.test',
          toolConfiguration: { enabled: true },
        },
      ],
    },
  },
  skills: {
    options: { container: { skills: [{ type: 'anthropic', skillId: 'pptx' }] } },
    tools: [createTool('code_execution_20250825')],
  },
  'clear tool uses': {
    options: { contextManagement: { edits: [{ type: 'clear_tool_uses_20250919' }] } },
  },
  compact: { options: { contextManagement: { edits: [{ type: 'compact_20260112' }] } } },
  'speed standard': { options: { speed: 'standard' } },
  fallbacks: { options: { fallbacks: [{ model: 'claude-opus-4-8' }] } },
  'betas by name': {
    options: { anthropicBeta: ['interleaved-thinking-2025-05-14', 'context-1m-2025-08-07'] },
  },
  'a header': {
    headers: {
      'anthropic-beta': 'fine-grained-tool-streaming-2025-05-14, interleaved-thinking-2025-05-14',
    },
  },
  'a PDF': { prompt: createFile('application/pdf', 'JVBERi0=', { citations: { enabled: true } }) },
  'a compaction block': {
    prompt: [
      user,
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'hi', providerOptions: { anthropic: { type: 'compaction' } } },
        ],
      },
      user,
    ],
  },
};

/** Lists the requests that a provider supports, without the cases that it rejects itself. */
function listRequests(
  createModel: (fetch: Fetch, id: string) => unknown,
  tools: 'provider' | 'provider-defined',
  without: readonly string[],
  options = 'anthropic',
): ClientRequest[] {
  return Object.entries(CASES)
    .filter(([name]) => !without.includes(name))
    .map(([name, one]) => ({
      name,
      send(fetch) {
        const model = createModel(fetch, one.model ?? 'claude-opus-4-8') as Model;
        const call = {
          prompt: one.prompt ?? [user],
          tools: one.tools?.map((entry) => ('type' in entry ? entry : { type: tools, ...entry })),
          providerOptions: one.options && { [options]: one.options },
          responseFormat: one.responseFormat,
          headers: one.headers,
        };
        return one.stream ? model.doStream(call) : model.doGenerate(call);
      },
    }));
}

/** Placeholder credentials. */
const AWS = { region: 'us-east-1', accessKeyId: 'none', secretAccessKey: 'none' };
const google = { getAccessToken: async () => ({ token: 'none' }) };
const formatBedrockId = (id: string): string => `us.anthropic.${id}-v1:0`;
type Wrap = typeof globalThis.fetch;

/** Every provider and its requests. No request leaves the process. */
export const PROVIDERS: readonly Provider[] = [
  {
    client: '@ai-sdk/anthropic@2.0.112',
    platform: 'claude-api',
    requests: listRequests(
      (fetch, id) => createAnthropic2({ apiKey: 'none', fetch: fetch as Wrap })(id),
      'provider-defined',
      [],
    ),
  },
  {
    client: '@ai-sdk/anthropic@3.0.139',
    platform: 'claude-api',
    requests: listRequests(
      (fetch, id) => createAnthropic3({ apiKey: 'none', fetch: fetch as Wrap })(id),
      'provider',
      [],
    ),
  },
  {
    client: '@ai-sdk/anthropic@4.0.105',
    platform: 'claude-api',
    requests: listRequests(
      (fetch, id) => createAnthropic({ apiKey: 'none', fetch: fetch as Wrap })(id),
      'provider',
      [],
    ),
  },
  {
    client: '@ai-sdk/amazon-bedrock@5.0.101',
    platform: 'bedrock-converse',
    requests: listRequests(
      (fetch, id) => createAmazonBedrock({ ...AWS, fetch: fetch as Wrap })(formatBedrockId(id)),
      'provider',
      [],
      'bedrock',
    ),
  },
  {
    client: '@ai-sdk/amazon-bedrock@5.0.101',
    platform: 'bedrock',
    requests: listRequests(
      (fetch, id) =>
        createAmazonBedrockAnthropic({ ...AWS, fetch: fetch as Wrap })(formatBedrockId(id)),
      'provider',
      [],
    ),
  },
  {
    client: '@ai-sdk/google-vertex@5.0.141',
    platform: 'vertex',
    requests: listRequests(
      (fetch, id) =>
        createGoogleVertexAnthropic({
          project: 'p-1',
          location: 'global',
          fetch: fetch as Wrap,
          headers: { authorization: 'Bearer none' },
          googleAuthOptions: { authClient: google as never },
        })(id),
      'provider',
      [],
    ),
  },
];
