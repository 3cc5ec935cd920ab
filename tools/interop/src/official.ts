/** Requests of the official clients of every platform, of an older major, and of AWS's client. */
import {
  BedrockRuntimeClient,
  ConverseCommand,
  InvokeModelCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type { Fetch } from '@beta-headers/node';
import OldAnthropic from 'anthropic-sdk-0';
import { VERSION } from 'anthropic-sdk-0/version';
import packageJson from '../package.json' with { type: 'json' };
import { type ClientPlatform, createClient } from './index.ts';
import type { Provider } from './providers.ts';
import type { ClientRequest } from './recorded.ts';

const messages = [{ role: 'user', content: 'hi' }];
const weather = {
  name: 'weather',
  description: 'The weather',
  input_schema: { type: 'object', properties: {} },
};
const MCP = [{ type: 'url', name: 'docs', url: 'https://mcp.test' }];

/** Params that need or once needed a beta, each with the beta that callers usually send. */
const PARAMS: Readonly<
  Record<string, { readonly betas?: readonly string[]; readonly [param: string]: unknown }>
> = {
  nothing: {},
  'mcp, the first date': { mcp_servers: MCP, betas: ['mcp-client-2025-04-04'] },
  'mcp toolset': {
    mcp_servers: MCP,
    tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
    betas: ['mcp-client-2025-11-20'],
  },
  'computer use of 2024': {
    tools: [
      { type: 'computer_20241022', name: 'computer', display_width_px: 1, display_height_px: 1 },
      { type: 'bash_20241022', name: 'bash' },
    ],
    betas: ['computer-use-2024-10-22'],
  },
  'computer use': {
    tools: [
      { type: 'computer_20251124', name: 'computer', display_width_px: 1, display_height_px: 1 },
    ],
    betas: ['computer-use-2025-11-24'],
  },
  'a file': {
    messages: [
      {
        role: 'user',
        content: [{ type: 'document', source: { type: 'file', file_id: 'file_1' } }],
      },
    ],
    betas: ['files-api-2025-04-14'],
  },
  'a header alone': {
    thinking: { type: 'enabled', budget_tokens: 1024 },
    max_tokens: 2048,
    betas: ['interleaved-thinking-2025-05-14'],
  },
  'context editing': {
    context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
    betas: ['context-management-2025-06-27'],
  },
  compaction: { compaction: { type: 'summarize' }, betas: ['compact-2026-09-04'] },
  skills: {
    container: { skills: [{ type: 'anthropic', skill_id: 'pptx', version: 'latest' }] },
    tools: [{ type: 'code_execution_20250825', name: 'code_execution' }],
    betas: ['code-execution-2025-08-25', 'skills-2025-10-02'],
  },
  'an hour of cache': {
    system: [{ type: 'text', text: 'hi', cache_control: { type: 'ephemeral', ttl: '1h' } }],
    betas: ['extended-cache-ttl-2025-04-11'],
  },
  'tool search': {
    tools: [
      { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' },
      { ...weather, defer_loading: true },
    ],
    betas: ['advanced-tool-use-2025-11-20'],
  },
  'input examples': {
    tools: [{ ...weather, input_examples: [{}] }],
    betas: ['tool-examples-2025-10-29'],
  },
  effort: {
    model: 'claude-opus-4-5',
    output_config: { effort: 'low' },
    betas: ['effort-2025-11-24'],
  },
  'fast mode': { speed: 'fast', betas: ['fast-mode-2026-02-01'] },
  'a task budget': {
    output_config: { task_budget: { type: 'tokens', total: 50_000 } },
    betas: ['task-budgets-2026-03-13'],
  },
  'token-efficient tools': { tools: [weather], betas: ['token-efficient-tools-2025-02-19'] },
  'longer output': { betas: ['output-128k-2025-02-19'] },
};

/** The methods that the clients of all platforms and majors share. */
interface Client {
  readonly beta: {
    readonly messages: {
      create(params: object): PromiseLike<unknown>;
      countTokens(params: object): PromiseLike<unknown>;
      readonly batches: {
        create(params: object): PromiseLike<unknown>;
        list(): PromiseLike<unknown>;
      };
    };
    readonly files: { list(params?: object): PromiseLike<unknown> };
  };
  readonly messages: { create(params: object, options?: object): PromiseLike<unknown> };
}

const base = { model: 'claude-opus-4-8', max_tokens: 64, messages };

function listMessageRequests(clientFor: (fetch: Fetch) => Client): ClientRequest[] {
  const createRequest = (
    name: string,
    call: (client: Client) => PromiseLike<unknown>,
  ): ClientRequest => ({
    name,
    send: (fetch) => call(clientFor(fetch)),
  });
  return [
    createRequest('messages.create', (client) => client.messages.create(base)),
    createRequest('a header of the caller', (client) =>
      client.messages.create(base, {
        headers: { 'anthropic-beta': 'context-1m-2025-08-07, interleaved-thinking-2025-05-14' },
      }),
    ),
    createRequest('a stream', (client) =>
      client.beta.messages.create({
        ...base,
        stream: true,
        betas: ['fine-grained-tool-streaming-2025-05-14'],
      }),
    ),
    ...Object.entries(PARAMS).flatMap(([name, { betas, ...params }]) => [
      createRequest(name, (client) =>
        client.beta.messages.create({ ...base, ...params, ...(betas && { betas }) }),
      ),
      ...(betas
        ? [
            createRequest(`${name}, without its beta`, (client) =>
              client.beta.messages.create({ ...base, ...params }),
            ),
          ]
        : []),
    ]),
    ...['nothing', 'context editing', 'tool search'].map((name) =>
      createRequest(`counting tokens: ${name}`, (client) =>
        client.beta.messages.countTokens({ model: base.model, messages, ...PARAMS[name] }),
      ),
    ),
  ];
}

/** Lists the requests to endpoints that only the Claude API serves. */
function listClaudeApiRequests(clientFor: (fetch: Fetch) => Client): ClientRequest[] {
  const createRequest = (
    name: string,
    call: (client: Client) => PromiseLike<unknown>,
  ): ClientRequest => ({
    name,
    send: (fetch) => call(clientFor(fetch)),
  });
  const createBatch = (
    params: object,
    betas?: readonly string[],
  ): ((client: Client) => PromiseLike<unknown>) => {
    const requests = [{ custom_id: 'a', params: { ...base, ...params } }];
    return (client) => client.beta.messages.batches.create({ requests, ...(betas && { betas }) });
  };
  return [
    createRequest('a batch', createBatch({})),
    createRequest(
      'a batch with context editing',
      createBatch({ context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] } }, [
        'context-management-2025-06-27',
      ]),
    ),
    createRequest(
      'a batch with betas in its item',
      createBatch({ mcp_servers: MCP, betas: ['mcp-client-2025-11-20'] }),
    ),
    createRequest(
      'a batch of long answers',
      createBatch({ max_tokens: 300_000 }, ['output-300k-2026-03-24']),
    ),
    createRequest('batches.list', (client) => client.beta.messages.batches.list()),
    createRequest('files.list', (client) => client.beta.files.list()),
    createRequest('files.list, a page', (client) => client.beta.files.list({ after_id: 'file_1' })),
  ];
}

const SDKS: Readonly<Record<ClientPlatform, keyof typeof packageJson.dependencies>> = {
  'claude-api': '@anthropic-ai/sdk',
  'claude-on-aws': '@anthropic-ai/aws-sdk',
  bedrock: '@anthropic-ai/bedrock-sdk',
  'bedrock-mantle': '@anthropic-ai/bedrock-sdk',
  vertex: '@anthropic-ai/vertex-sdk',
  foundry: '@anthropic-ai/foundry-sdk',
};

const clients: Provider[] = Object.entries(SDKS).map(([platform, name]) => {
  const clientFor = (fetch: Fetch): Client =>
    createClient(platform as ClientPlatform, { fetch }) as unknown as Client;
  const requests = [
    ...listMessageRequests(clientFor),
    ...(platform === 'claude-api' ? listClaudeApiRequests(clientFor) : []),
  ];
  return {
    client: `${name}@${packageJson.dependencies[name]}`,
    platform: platform as ClientPlatform,
    requests,
  };
});

const createOldClient = (fetch: Fetch): Client =>
  new OldAnthropic({ apiKey: 'none', maxRetries: 0, fetch: fetch as never }) as unknown as Client;

/** Model ids of Bedrock: regional, inference profile, application inference profile, plain. */
const IDS = [
  'us.anthropic.claude-opus-4-8-v1:0',
  'arn:aws:bedrock:us-east-1:123456789012:inference-profile/global.anthropic.claude-opus-4-8-v1:0',
  'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123',
  'anthropic.claude-opus-4-5-20251101-v1:0',
];

/** Creates AWS's client with a `fetch` transport that records the request and then throws. */
function createBedrockRuntime(fetch: Fetch): BedrockRuntimeClient {
  const handle = async ({
    path,
    method,
    headers,
    body,
  }: {
    path: string;
    method: string;
    headers: Record<string, string>;
    body: string;
  }): Promise<never> => {
    await fetch(`https://bedrock.test${path}`, { method, headers, body });
    throw new Error('recorded');
  };
  return new BedrockRuntimeClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    maxAttempts: 1,
    requestHandler: { handle } as never,
  });
}

const INVOKE_PARAMS = [
  'computer use',
  'context editing',
  'input examples',
  'effort',
  'nothing',
] as const;
const invokeRequests: ClientRequest[] = IDS.flatMap((modelId) =>
  INVOKE_PARAMS.map((name) => {
    const { betas, model: _, ...params } = PARAMS[name] ?? {};
    const body = JSON.stringify({
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 64,
      messages,
      ...params,
      ...(betas && { anthropic_beta: betas }),
    });
    return {
      name: `${name}, ${modelId}`,
      send: (fetch) =>
        createBedrockRuntime(fetch).send(
          new InvokeModelCommand({ modelId, contentType: 'application/json', body }),
        ),
    };
  }),
);
const computer = [
  { type: 'computer_20250124', name: 'computer', display_width_px: 1, display_height_px: 1 },
];
const CONVERSE_FIELDS: Readonly<Record<string, object>> = {
  nothing: {},
  'computer use': { tools: computer, anthropic_beta: ['computer-use-2025-01-24'] },
  'computer use, without its beta': { tools: computer },
  'a header alone': {
    thinking: { type: 'enabled', budget_tokens: 1024 },
    anthropic_beta: ['interleaved-thinking-2025-05-14'],
  },
};
const converseRequests: ClientRequest[] = IDS.flatMap((modelId) =>
  Object.entries(CONVERSE_FIELDS).map(([name, fields]) => ({
    name: `${name}, ${modelId}`,
    send: (fetch) =>
      createBedrockRuntime(fetch).send(
        new ConverseCommand({
          modelId,
          messages: [{ role: 'user', content: [{ text: 'hi' }] }],
          additionalModelRequestFields: fields as never,
        }),
      ),
  })),
);
const AWS_CLIENT = '@aws-sdk/client-bedrock-runtime';
const aws = `${AWS_CLIENT}@${packageJson.dependencies[AWS_CLIENT]}`;

/** Every official client and its requests. */
export const OFFICIAL: readonly Provider[] = [
  ...clients,
  {
    client: `@anthropic-ai/sdk@${VERSION}`,
    platform: 'claude-api',
    requests: [...listMessageRequests(createOldClient), ...listClaudeApiRequests(createOldClient)],
  },
  { client: aws, platform: 'bedrock', requests: invokeRequests },
  { client: aws, platform: 'bedrock-converse', requests: converseRequests },
];
