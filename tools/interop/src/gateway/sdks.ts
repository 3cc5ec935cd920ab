/** The official SDKs: the newest, an older major, and those of the platforms. */
import { AnthropicAws } from '@anthropic-ai/aws-sdk';
import { AnthropicBedrock, AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';
import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk';
import { AnthropicGoogleCloud } from '@anthropic-ai/google-cloud-sdk';
import Anthropic from '@anthropic-ai/sdk';
import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
import OldAnthropic from 'anthropic-sdk-0-122';
import packageJson from '../../package.json' with { type: 'json' };
import type { Call, GatewayClient } from './client.ts';
import { CLIENT_KEY, type GatewayPlatform, MODEL, PLATFORM_NAMES, PLATFORMS } from './platforms.ts';
import { SCENARIOS } from './scenarios.ts';
import { type Form, joinDeltas } from './wire.ts';

/** The part of the SDKs that is called. */
interface Sdk {
  readonly beta: {
    readonly messages: { create(params: object, options: object): PromiseLike<unknown> };
  };
}

type Connect = (call: Call) => unknown;

interface Message {
  readonly content: readonly { readonly text?: string }[];
}

async function send(sdk: Sdk, { name, stream }: Call, model: string): Promise<string> {
  const { betas = [], params, headers } = SCENARIOS[name] ?? { params: {} };
  const answer = await sdk.beta.messages.create(
    { model, max_tokens: 64, ...params, stream, ...(betas.length > 0 && { betas }) },
    { headers },
  );
  if (!stream) return (answer as Message).content.map(({ text = '' }) => text).join('');
  const events: object[] = [];
  for await (const event of answer as AsyncIterable<object>) events.push(event);
  return joinDeltas(events);
}

/** Reads the version of a dependency, `npm:NAME@VERSION` included. */
export function readVersion(dependency: keyof typeof packageJson.dependencies): string {
  const range = packageJson.dependencies[dependency];
  return range.slice(range.lastIndexOf('@') + 1);
}

function createClient(
  name: string,
  dependency: keyof typeof packageJson.dependencies,
  form: Form,
  platforms: readonly GatewayPlatform[],
  connect: Connect,
): GatewayClient {
  return {
    name,
    version: readVersion(dependency),
    form,
    platforms,
    cases: Object.keys(SCENARIOS),
    send: (call) =>
      send(connect(call) as Sdk, call, form === 'own' ? PLATFORMS[call.platform].model : MODEL),
  };
}

const COMMON = { maxRetries: 0, logLevel: 'off' } as const;
const AWS = { awsRegion: 'us-east-1', awsAccessKey: CLIENT_KEY };
const readToken = (skipAuth: boolean): Headers =>
  new Headers(skipAuth ? {} : { authorization: `Bearer ${CLIENT_KEY}` });

/** The SDKs of Anthropic. */
export const SDKS: readonly GatewayClient[] = [
  createClient(
    '@anthropic-ai/sdk',
    '@anthropic-ai/sdk',
    'messages',
    PLATFORM_NAMES,
    ({ base: baseURL }) => new Anthropic({ ...COMMON, baseURL, apiKey: CLIENT_KEY }),
  ),
  createClient(
    '@anthropic-ai/sdk',
    'anthropic-sdk-0-122',
    'messages',
    PLATFORM_NAMES,
    ({ base: baseURL }) => new OldAnthropic({ ...COMMON, baseURL, apiKey: CLIENT_KEY }),
  ),
  createClient(
    '@anthropic-ai/bedrock-sdk',
    '@anthropic-ai/bedrock-sdk',
    'own',
    ['bedrock'],
    ({ base: baseURL, skipAuth }) =>
      new AnthropicBedrock({ ...COMMON, ...AWS, awsSecretKey: 'none', baseURL, skipAuth }),
  ),
  createClient(
    '@anthropic-ai/bedrock-sdk (Mantle)',
    '@anthropic-ai/bedrock-sdk',
    'own',
    ['bedrock-mantle'],
    ({ base: baseURL, skipAuth }) =>
      new AnthropicBedrockMantle({
        ...COMMON,
        ...(skipAuth ? { skipAuth, awsRegion: AWS.awsRegion } : AWS),
        ...(!skipAuth && { awsSecretAccessKey: 'none' }),
        baseURL,
      }),
  ),
  createClient(
    '@anthropic-ai/aws-sdk',
    '@anthropic-ai/aws-sdk',
    'own',
    ['claude-on-aws'],
    ({ base: baseURL, skipAuth }) =>
      new AnthropicAws({
        ...COMMON,
        awsRegion: AWS.awsRegion,
        workspaceId: 'wrkspc_1',
        ...(skipAuth ? { skipAuth } : { apiKey: CLIENT_KEY }),
        baseURL,
      }),
  ),
  createClient(
    '@anthropic-ai/google-cloud-sdk',
    '@anthropic-ai/google-cloud-sdk',
    'own',
    ['claude-on-google-cloud'],
    ({ base: baseURL, skipAuth }) =>
      new AnthropicGoogleCloud({
        ...COMMON,
        ...(skipAuth ? { skipAuth } : { bearerTokenProvider: async () => CLIENT_KEY }),
        baseURL,
      }),
  ),
  createClient(
    '@anthropic-ai/vertex-sdk',
    '@anthropic-ai/vertex-sdk',
    'own',
    ['vertex'],
    ({ base: baseURL, skipAuth }) =>
      new AnthropicVertex({
        ...COMMON,
        region: 'global',
        projectId: 'p',
        authClient: { getRequestHeaders: async () => readToken(skipAuth) } as never,
        baseURL,
      }),
  ),
  createClient(
    '@anthropic-ai/foundry-sdk',
    '@anthropic-ai/foundry-sdk',
    'own',
    ['foundry', 'foundry-azure'],
    ({ base: baseURL }) => new AnthropicFoundry({ ...COMMON, baseURL, apiKey: CLIENT_KEY }),
  ),
];
