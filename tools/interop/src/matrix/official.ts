/** The official SDKs: five versions for the Claude API, and those of the platforms. */
import type { Platform } from '@beta-headers/node';
import { type Calls, type Connection, countItems, type MatrixClient } from './client.ts';

/** The feature of all official clients: every platform has it, and it needs a beta everywhere. */
export const COMPUTER = {
  type: 'computer_20251124',
  name: 'computer',
  display_width_px: 800,
  display_height_px: 600,
} as const;
export const COMPUTER_BETA = 'computer-use-2025-11-24';

const PARAMS = {
  model: 'claude-opus-4-8',
  max_tokens: 64,
  messages: [{ role: 'user', content: 'Hello' }],
  tools: [COMPUTER],
};

/** The part of the SDKs that is called. */
interface Sdk {
  readonly beta: { readonly messages: { create(params: object): PromiseLike<unknown> } };
}

type Construct = new (options: object) => Sdk;

const AWS = { awsRegion: 'us-east-1', awsAccessKey: 'none' };
const GOOGLE = {
  projectId: 'none',
  getRequestHeaders: async () => new Headers({ authorization: 'Bearer none' }),
};

function callSdk(sdk: Sdk): Calls {
  const create = (betas: readonly string[] | undefined, more: object = {}): PromiseLike<unknown> =>
    sdk.beta.messages.create({ ...PARAMS, ...more, ...(betas && { betas }) });
  return {
    create: async (betas) => create(betas),
    stream: async (betas) =>
      countItems((await create(betas, { stream: true })) as AsyncIterable<unknown>),
  };
}

async function construct(
  dependency: string,
  name: string,
  options: object,
  { fetch, middleware }: Connection,
): Promise<Calls> {
  const exported = (await import(dependency)) as Record<string, Construct>;
  const Client = exported[name];
  if (!Client) throw new Error(`${dependency} exports no ${name}`);
  const given = middleware.length > 0 ? { middleware } : {};
  return callSdk(new Client({ fetch, ...given, ...options }));
}

const sdk = (dependency: string): MatrixClient => ({
  dependency,
  platform: 'claude-api',
  adapters: ['middleware', 'betaFetch'],
  needs: [COMPUTER_BETA],
  connect: (connection) => construct(dependency, 'default', { apiKey: 'none' }, connection),
});

const onPlatform = (
  dependency: string,
  platform: Platform,
  name: string,
  options: object,
  signs?: true,
): MatrixClient => ({
  dependency,
  platform,
  adapters: ['middleware', 'betaFetch'],
  needs: [COMPUTER_BETA],
  ...(signs && { signs }),
  connect: (connection) => construct(dependency, name, options, connection),
});

/** The SDKs of Anthropic. */
export const OFFICIAL: readonly MatrixClient[] = [
  {
    ...sdk('anthropic-sdk-0'),
    adapters: ['betaFetch'],
    absent: { middleware: 'no middleware before 0.101' },
  },
  sdk('anthropic-sdk-0-101'),
  sdk('anthropic-sdk-0-122'),
  sdk('anthropic-sdk-1-0'),
  sdk('@anthropic-ai/sdk'),
  onPlatform(
    '@anthropic-ai/bedrock-sdk',
    'bedrock',
    'AnthropicBedrock',
    { ...AWS, awsSecretKey: 'none' },
    true,
  ),
  onPlatform(
    '@anthropic-ai/bedrock-sdk',
    'bedrock-mantle',
    'AnthropicBedrockMantle',
    { ...AWS, awsSecretAccessKey: 'none' },
    true,
  ),
  onPlatform(
    '@anthropic-ai/aws-sdk',
    'claude-on-aws',
    'AnthropicAws',
    { ...AWS, awsSecretAccessKey: 'none', workspaceId: 'none' },
    true,
  ),
  onPlatform('@anthropic-ai/vertex-sdk', 'vertex', 'AnthropicVertex', {
    region: 'global',
    projectId: 'none',
    authClient: GOOGLE,
  }),
  onPlatform('@anthropic-ai/foundry-sdk', 'foundry', 'AnthropicFoundry', {
    apiKey: 'none',
    resource: 'none',
  }),
];
