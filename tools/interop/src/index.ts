/** The official clients of every platform, wired to the stand-in API: bare, or with what a test hands in. */
import { AnthropicAws } from '@anthropic-ai/aws-sdk';
import { AnthropicBedrock, AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';
import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk';
import Anthropic from '@anthropic-ai/sdk';
import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
import { createFakeApi, type FakeApi, type FakeApiOptions } from '@beta-headers/fake-api';
import { type AdapterOptions, betaMiddleware, type Platform } from '@beta-headers/node';

/** What a test may hand to any of the clients. */
export interface ClientExtras {
  readonly middleware?: ReturnType<typeof betaMiddleware>[];
  readonly defaultHeaders?: Record<string, string>;
}

/** Around a call: the client's default headers, and what the API is like that day. */
export interface Setting {
  readonly defaultHeaders?: Record<string, string>;
  readonly api?: Omit<FakeApiOptions, 'platform'>;
}

/** The platforms that have an official client. */
export type ClientPlatform = Extract<
  Platform,
  'claude-api' | 'claude-on-aws' | 'bedrock' | 'bedrock-mantle' | 'vertex' | 'foundry'
>;

/** No request leaves the process: these credentials are for signatures that nobody checks. */
const AWS = { awsRegion: 'us-east-1', awsAccessKey: 'none' };
const NO_GOOGLE = {
  projectId: 'none',
  getRequestHeaders: async () => new Headers({ authorization: 'Bearer none' }),
};

/** The client of a platform as it comes from npm. All have the methods of `Anthropic` that the platform serves. */
export function clientOf(
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
        authClient: NO_GOOGLE as never,
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

/** What one call came to: the betas on the wire, the status, and what the caller got. */
export interface Outcome {
  readonly betas: readonly string[];
  readonly header: string | undefined;
  readonly bodyKeys: readonly string[];
  /** Of the last answer; `undefined` when nothing was sent. */
  readonly status: number | undefined;
  readonly error?: Error;
}

/** A request, as somebody writes it against the official client. */
export type Call = (client: Anthropic) => PromiseLike<unknown>;

/** Makes the call with the bare client of the platform. */
export async function before(
  platform: ClientPlatform,
  call: Call,
  { api: options, ...extras }: Setting = {},
): Promise<Outcome> {
  const api = createFakeApi({ ...options, platform });
  return outcome(api, () => call(clientOf(platform, api, extras)));
}

/** Makes the same call with the middleware. */
export async function after(
  platform: ClientPlatform,
  call: Call,
  { api: fake, ...extras }: Setting = {},
  options: AdapterOptions = {},
): Promise<Outcome> {
  const api = createFakeApi({ ...fake, platform });
  return outcome(api, () =>
    call(
      clientOf(platform, api, {
        ...extras,
        middleware: [betaMiddleware({ platform, ...options })],
      }),
    ),
  );
}

/** Makes a call and reads what reached the API. */
export async function outcome(api: FakeApi, call: () => PromiseLike<unknown>): Promise<Outcome> {
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
