/** The official clients, of every platform and of two majors, and AWS's own: all that they add, carry and forget. */
import {
  BedrockRuntimeClient,
  ConverseCommand,
  InvokeModelCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type { Fetch } from '@beta-headers/node';
import OldAnthropic from 'anthropic-sdk-0';
import { VERSION } from 'anthropic-sdk-0/version';
import packageJson from '../package.json' with { type: 'json' };
import { type ClientPlatform, clientOf } from './index.ts';
import type { Provider } from './providers.ts';
import type { Ask } from './recorded.ts';

const messages = [{ role: 'user', content: 'hi' }];
const weather = {
  name: 'weather',
  description: 'The weather',
  input_schema: { type: 'object', properties: {} },
};
const MCP = [{ type: 'url', name: 'docs', url: 'https://mcp.test' }];

/** Params that need a beta or once did, each with the one that people name for it. */
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

/** The methods that the clients of all platforms share, by the names that they have in every major. */
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

function messagesOf(clientFor: (fetch: Fetch) => Client): Ask[] {
  const ask = (name: string, call: (client: Client) => PromiseLike<unknown>): Ask => ({
    name,
    send: (fetch) => call(clientFor(fetch)),
  });
  return [
    ask('messages.create', (client) => client.messages.create(base)),
    ask('a header of the caller', (client) =>
      client.messages.create(base, {
        headers: { 'anthropic-beta': 'context-1m-2025-08-07, interleaved-thinking-2025-05-14' },
      }),
    ),
    ask('a stream', (client) =>
      client.beta.messages.create({
        ...base,
        stream: true,
        betas: ['fine-grained-tool-streaming-2025-05-14'],
      }),
    ),
    ...Object.entries(PARAMS).flatMap(([name, { betas, ...params }]) => [
      ask(name, (client) =>
        client.beta.messages.create({ ...base, ...params, ...(betas && { betas }) }),
      ),
      ...(betas
        ? [
            ask(`${name}, forgotten`, (client) =>
              client.beta.messages.create({ ...base, ...params }),
            ),
          ]
        : []),
    ]),
    ...['nothing', 'context editing', 'tool search'].map((name) =>
      ask(`counting tokens: ${name}`, (client) =>
        client.beta.messages.countTokens({ model: base.model, messages, ...PARAMS[name] }),
      ),
    ),
  ];
}

/** What only the Claude API serves. */
function elsewhere(clientFor: (fetch: Fetch) => Client): Ask[] {
  const ask = (name: string, call: (client: Client) => PromiseLike<unknown>): Ask => ({
    name,
    send: (fetch) => call(clientFor(fetch)),
  });
  const batch = (
    params: object,
    betas?: readonly string[],
  ): ((client: Client) => PromiseLike<unknown>) => {
    const requests = [{ custom_id: 'a', params: { ...base, ...params } }];
    return (client) => client.beta.messages.batches.create({ requests, ...(betas && { betas }) });
  };
  return [
    ask('a batch', batch({})),
    ask(
      'a batch with context editing',
      batch({ context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] } }, [
        'context-management-2025-06-27',
      ]),
    ),
    ask(
      'a batch with betas in its item',
      batch({ mcp_servers: MCP, betas: ['mcp-client-2025-11-20'] }),
    ),
    ask('a batch of long answers', batch({ max_tokens: 300_000 }, ['output-300k-2026-03-24'])),
    ask('batches.list', (client) => client.beta.messages.batches.list()),
    ask('files.list', (client) => client.beta.files.list()),
    ask('files.list, a page', (client) => client.beta.files.list({ after_id: 'file_1' })),
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
    clientOf(platform as ClientPlatform, { fetch }) as unknown as Client;
  const asks = [
    ...messagesOf(clientFor),
    ...(platform === 'claude-api' ? elsewhere(clientFor) : []),
  ];
  return {
    client: `${name}@${packageJson.dependencies[name]}`,
    platform: platform as ClientPlatform,
    asks,
  };
});

const oldClient = (fetch: Fetch): Client =>
  new OldAnthropic({ apiKey: 'none', maxRetries: 0, fetch: fetch as never }) as unknown as Client;

/** Model ids as Bedrock has them: of a region, of a profile, of a profile that somebody named, and plain. */
const IDS = [
  'us.anthropic.claude-opus-4-8-v1:0',
  'arn:aws:bedrock:us-east-1:123456789012:inference-profile/global.anthropic.claude-opus-4-8-v1:0',
  'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123',
  'anthropic.claude-opus-4-5-20251101-v1:0',
];

/** AWS's own client, whose transport is a `fetch`. Its answers are not what it expects, and need not be. */
function bedrockRuntime(fetch: Fetch): BedrockRuntimeClient {
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

const INVOKES = ['computer use', 'context editing', 'input examples', 'effort', 'nothing'] as const;
const invokes: Ask[] = IDS.flatMap((modelId) =>
  INVOKES.map((name) => {
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
        bedrockRuntime(fetch).send(
          new InvokeModelCommand({ modelId, contentType: 'application/json', body }),
        ),
    };
  }),
);
const computer = [
  { type: 'computer_20250124', name: 'computer', display_width_px: 1, display_height_px: 1 },
];
const CONVERSED: Readonly<Record<string, object>> = {
  nothing: {},
  'computer use': { tools: computer, anthropic_beta: ['computer-use-2025-01-24'] },
  'computer use, forgotten': { tools: computer },
  'a header alone': {
    thinking: { type: 'enabled', budget_tokens: 1024 },
    anthropic_beta: ['interleaved-thinking-2025-05-14'],
  },
};
const converses: Ask[] = IDS.flatMap((modelId) =>
  Object.entries(CONVERSED).map(([name, fields]) => ({
    name: `${name}, ${modelId}`,
    send: (fetch) =>
      bedrockRuntime(fetch).send(
        new ConverseCommand({
          modelId,
          messages: [{ role: 'user', content: [{ text: 'hi' }] }],
          additionalModelRequestFields: fields as never,
        }),
      ),
  })),
);
const aws = `@aws-sdk/client-bedrock-runtime@${packageJson.dependencies['@aws-sdk/client-bedrock-runtime']}`;

/** Every official client, with what it can be asked. */
export const OFFICIAL: readonly Provider[] = [
  ...clients,
  {
    client: `@anthropic-ai/sdk@${VERSION}`,
    platform: 'claude-api',
    asks: [...messagesOf(oldClient), ...elsewhere(oldClient)],
  },
  { client: aws, platform: 'bedrock', asks: invokes },
  { client: aws, platform: 'bedrock-converse', asks: converses },
];
