/** Creates the official client of each platform, connected to the fake API. */
import { AnthropicAws } from '@anthropic-ai/aws-sdk';
import { AnthropicBedrock, AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';
import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk';
import Anthropic from '@anthropic-ai/sdk';
import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
import { createFakeApi, type FakeApi, type FakeApiOptions } from '@beta-headers/fake-api';
import { type AdapterOptions, betaMiddleware, type Platform } from '@beta-headers/node';

/** Client options that a test may set. */
export interface ClientExtras {
  readonly middleware?: ReturnType<typeof betaMiddleware>[];
  readonly defaultHeaders?: Record<string, string>;
}

/** The setting of a call: the client's default headers and the behaviour of the API. */
export interface Setting {
  readonly defaultHeaders?: Record<string, string>;
  readonly api?: Omit<FakeApiOptions, 'platform'>;
}

/** The platforms that have an official client. */
export type ClientPlatform = Extract<
  Platform,
  'claude-api' | 'claude-on-aws' | 'bedrock' | 'bedrock-mantle' | 'vertex' | 'foundry'
>;

/** Placeholder credentials. No request leaves the process. */
const AWS = { awsRegion: 'us-east-1', awsAccessKey: 'none' };
const GOOGLE = {
  projectId: 'none',
  getRequestHeaders: async () => new Headers({ authorization: 'Bearer none' }),
};

/** Creates the client of a platform. All have the methods of `Anthropic` that it serves. */
export function createClient(
  platform: ClientPlatform,
  api: Pick<FakeApi, 'fetch'>,
  extras: ClientExtras = {},
): Anthropic {
  const options = { fetch: api.fetch, maxRetries: 0, ...extras };
  switch (platform) {
    case 'claude-api':
      return new Anthropic({ apiKey: 'none', ...options });
    case 'claude-on-aws':
      return new AnthropicAws({
        ...AWS,
        awsSecretAccessKey: 'none',
        workspaceId: 'none',
        ...options,
      });
    case 'bedrock':
      return new AnthropicBedrock({
        ...AWS,
        awsSecretKey: 'none',
        ...options,
      }) as unknown as Anthropic;
    case 'bedrock-mantle':
      return new AnthropicBedrockMantle({
        ...AWS,
        awsSecretAccessKey: 'none',
        ...options,
      }) as unknown as Anthropic;
    case 'vertex':
      return new AnthropicVertex({
        region: 'global',
        projectId: 'none',
        authClient: GOOGLE as never,
        ...options,
      }) as unknown as Anthropic;
    case 'foundry':
      return new AnthropicFoundry({
        apiKey: 'none',
        resource: 'none',
        ...options,
      }) as unknown as Anthropic;
  }
}

/** The outcome of a call: the betas on the wire, the status and the error. */
export interface Outcome {
  readonly betas: readonly string[];
  readonly header: string | undefined;
  readonly bodyKeys: readonly string[];
  /** Status of the last response; undefined if nothing was sent. */
  readonly status: number | undefined;
  readonly error?: Error;
}

/** A call of the official client. */
export type Call = (client: Anthropic) => PromiseLike<unknown>;

/** Makes the call with the bare client of the platform. */
export async function callBare(
  platform: ClientPlatform,
  call: Call,
  { api: options, ...extras }: Setting = {},
): Promise<Outcome> {
  const api = createFakeApi({ ...options, platform });
  return readOutcome(api, () => call(createClient(platform, api, extras)));
}

/** Makes the same call with the middleware. */
export async function callWithMiddleware(
  platform: ClientPlatform,
  call: Call,
  { api: fake, ...extras }: Setting = {},
  options: AdapterOptions = {},
): Promise<Outcome> {
  const api = createFakeApi({ ...fake, platform });
  return readOutcome(api, () =>
    call(
      createClient(platform, api, {
        ...extras,
        middleware: [betaMiddleware({ platform, ...options })],
      }),
    ),
  );
}

/** Makes a call and reads the last request that reached the API. */
export async function readOutcome(
  api: FakeApi,
  call: () => PromiseLike<unknown>,
): Promise<Outcome> {
  let error: Error | undefined;
  try {
    await call();
  } catch (thrown) {
    error = thrown as Error;
  }
  const last = api.requests.at(-1);
  return {
    betas: last?.betas ?? [],
    header: last?.betaHeader,
    bodyKeys: last?.bodyKeys ?? [],
    status: last?.status,
    ...(error && { error }),
  };
}
