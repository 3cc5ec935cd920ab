/** The official clients and their requests: of every platform, of an older major, and of AWS. */
import OldAnthropic from 'anthropic-sdk-0';
import { VERSION } from 'anthropic-sdk-0/version';
import packageJson from '../package.json' with { type: 'json' };
import { AWS } from './aws-client.ts';
import { type ClientPlatform, createClient } from './index.ts';
import { MCP, MESSAGES, PARAMS } from './params.ts';
import type { Provider } from './providers.ts';
import type { ClientRequest } from './recorded.ts';

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

const base = { model: 'claude-opus-4-8', max_tokens: 64, messages: MESSAGES };

type CreateRequest = (
  name: string,
  call: (client: Client) => PromiseLike<unknown>,
) => ClientRequest;

function listMessageRequests(createRequest: CreateRequest): ClientRequest[] {
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
        client.beta.messages.countTokens({
          model: base.model,
          messages: MESSAGES,
          ...PARAMS[name],
        }),
      ),
    ),
  ];
}

/** Lists the requests to endpoints that only the Claude API serves. */
function listClaudeApiRequests(createRequest: CreateRequest): ClientRequest[] {
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
  const createRequest: CreateRequest = (name, call) => ({
    name,
    send: (fetch) => call(createClient(platform as ClientPlatform, { fetch }) as unknown as Client),
  });
  const requests = [
    ...listMessageRequests(createRequest),
    ...(platform === 'claude-api' ? listClaudeApiRequests(createRequest) : []),
  ];
  return {
    client: `${name}@${packageJson.dependencies[name]}`,
    platform: platform as ClientPlatform,
    requests,
  };
});

const createOldRequest: CreateRequest = (name, call) => ({
  name,
  send: (fetch) => {
    const client = new OldAnthropic({ apiKey: 'none', maxRetries: 0, fetch: fetch as never });
    return call(client as unknown as Client);
  },
});

/** Every official client and its requests. */
export const OFFICIAL: readonly Provider[] = [
  ...clients,
  {
    client: `@anthropic-ai/sdk@${VERSION}`,
    platform: 'claude-api',
    requests: [
      ...listMessageRequests(createOldRequest),
      ...listClaudeApiRequests(createOldRequest),
    ],
  },
  ...AWS,
];
