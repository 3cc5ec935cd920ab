/** Compares the gateway's signatures and use of the environment with the official clients. */
import { AnthropicAws } from '@anthropic-ai/aws-sdk';
import { AnthropicBedrock, AnthropicBedrockMantle } from '@anthropic-ai/bedrock-sdk';
import { getAuthHeaders } from '@anthropic-ai/bedrock-sdk/core/aws-auth';
import { AnthropicFoundry } from '@anthropic-ai/foundry-sdk';
import Anthropic from '@anthropic-ai/sdk';
import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
import { type AwsService, configForPlatform, createAwsSigner } from '@beta-headers/gateway/node';
import { afterEach, describe, expect, it, vi } from 'vitest';

const KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret/of+example' };
const TIME = new Date('2026-11-30T12:34:56Z');
const ARN = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123';
const BEDROCK = 'https://bedrock-runtime.us-east-1.amazonaws.com';

const CASES: readonly [string, AwsService, string, string | undefined][] = [
  ['a model with a version', 'bedrock', `${BEDROCK}/model/anthropic.claude-v1%3A0/invoke`, '{}'],
  ['a colon in the path', 'bedrock', `${BEDROCK}/model/anthropic.claude-v1:0/invoke`, '{"a":1}'],
  ['an ARN', 'bedrock', `${BEDROCK}/model/${encodeURIComponent(ARN)}/invoke`, '{"text":"é"}'],
  ['a query', 'bedrock', `${BEDROCK}/inference-profiles?type=SYSTEM_DEFINED&a=b%20c`, undefined],
  [
    'Mantle',
    'bedrock-mantle',
    'https://bedrock-mantle.us-east-1.api.aws/anthropic/v1/messages?beta=true',
    '{}',
  ],
  [
    'Claude on AWS',
    'aws-external-anthropic',
    'https://aws-external-anthropic.us-east-1.api.aws/v1/messages',
    '{}',
  ],
];

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('createAwsSigner', () => {
  for (const token of [undefined, 'session-token'])
    for (const [name, serviceName, url, body] of CASES)
      it(`signs as the official client: ${name}${token ? ', with a session' : ''}`, async () => {
        vi.useFakeTimers({ now: TIME, toFake: ['Date'] });
        const method = body === undefined ? 'GET' : 'POST';
        const headers = {
          'content-type': 'application/json',
          'anthropic-version': '2023-06-01',
          'anthropic-beta': 'a-2026-01-01,b-2026-01-01',
        };
        const official = await getAuthHeaders({ method, headers, ...(body && { body }) }, {
          url,
          regionName: 'us-east-1',
          serviceName,
          awsAccessKey: KEYS.accessKeyId,
          awsSecretAccessKey: KEYS.secretAccessKey,
          awsSessionToken: token,
        } as Parameters<typeof getAuthHeaders>[1]);
        const credentials = { ...KEYS, sessionToken: token };
        const sign = createAwsSigner({ service: serviceName, region: 'us-east-1', credentials });
        const signed = await sign({
          method,
          url,
          headers: new Headers({ ...headers, 'x-not-signed': 'a proxy may change it' }),
          body: body === undefined ? undefined : new TextEncoder().encode(body),
        });
        expect(official).toMatchObject(signed);
        expect(signed['authorization']).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\//);
      });
});

type Sent = { readonly url: string; readonly headers: Headers };

/** Returns a `fetch` that records the request and answers an error that no client repeats. */
function recordRequest(): { fetch: typeof fetch; sent: Sent[] } {
  const sent: Sent[] = [];
  const record: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    sent.push({ url: request.url, headers: request.headers });
    return Response.json({ type: 'error' }, { status: 400 });
  };
  return { fetch: record, sent };
}

const MESSAGE = {
  model: 'claude-opus-5',
  max_tokens: 1,
  messages: [{ role: 'user' as const, content: 'Hi' }],
};

/** Clients that authenticate by a key of the environment, and the header that has it. */
const CLIENTS = {
  'claude-api': {
    env: { ANTHROPIC_API_KEY: 'key-1', ANTHROPIC_AUTH_TOKEN: 'token-1' },
    create: (fetch: typeof globalThis.fetch) => new Anthropic({ fetch, logLevel: 'off' }),
  },
  'claude-on-aws': {
    env: {
      ANTHROPIC_AWS_API_KEY: 'key-2',
      ANTHROPIC_AWS_WORKSPACE_ID: 'wrkspc_1',
      AWS_REGION: 'us-west-2',
    },
    create: (fetch: typeof globalThis.fetch) => new AnthropicAws({ fetch }),
  },
  bedrock: {
    env: { AWS_BEARER_TOKEN_BEDROCK: 'key-3', AWS_REGION: 'eu-west-1' },
    create: (fetch: typeof globalThis.fetch) => new AnthropicBedrock({ fetch }),
  },
  'bedrock-mantle': {
    env: { AWS_BEARER_TOKEN_BEDROCK: 'key-4', AWS_DEFAULT_REGION: 'eu-west-1' },
    create: (fetch: typeof globalThis.fetch) => new AnthropicBedrockMantle({ fetch }),
  },
  foundry: {
    env: { ANTHROPIC_FOUNDRY_API_KEY: 'key-5', ANTHROPIC_FOUNDRY_RESOURCE: 'my-resource' },
    create: (fetch: typeof globalThis.fetch) => new AnthropicFoundry({ fetch }),
  },
} as const;

/** Reads the key. The API takes it in either header; SDK 1.x sends it as a bearer token. */
function readKey(headers: Headers | undefined): string | undefined {
  return headers?.get('x-api-key') ?? headers?.get('authorization')?.replace(/^Bearer /, '');
}

/** Removes the variables of the machine that the clients read. */
function setEnvironment(env: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(process.env))
    if (/^(?:ANTHROPIC_|AWS_|CLOUD_ML_|GOOGLE_)/.test(name)) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
}

describe('configForPlatform', () => {
  for (const [platform, { env, create }] of Object.entries(CLIENTS))
    it(`uses the address and the key of the official client of ${platform}`, async () => {
      setEnvironment(env);
      const { fetch, sent } = recordRequest();
      await expect(create(fetch).messages.create(MESSAGE)).rejects.toThrow();
      const [upstream] = configForPlatform(platform, undefined, env).gateway.upstreams;
      const request = { method: 'POST', url: '', headers: new Headers(), body: undefined };
      const headers = new Headers();
      if (upstream?.auth.mode === 'replace')
        headers.set(upstream.auth.header, String(upstream.auth.value));
      if (upstream?.auth.mode === 'sign')
        for (const [name, value] of Object.entries(await upstream.auth.sign(request)))
          headers.set(name, value);
      expect(readKey(headers)).toMatch(/^key-\d$/);
      expect(readKey(headers)).toBe(readKey(sent[0]?.headers));
      const workspace = 'anthropic-workspace-id';
      expect(headers.get(workspace)).toBe(sent[0]?.headers.get(workspace));
      expect(sent[0]?.url.startsWith(`${upstream?.url}/`)).toBe(true);
    });

  it.each(['global', 'us', 'eu', 'us-east5'])('uses the host of Vertex for %s', async (region) => {
    const env = { CLOUD_ML_REGION: region, ANTHROPIC_VERTEX_PROJECT_ID: 'my-project' };
    setEnvironment(env);
    const { fetch, sent } = recordRequest();
    const authClient = { getRequestHeaders: async () => new Headers(), projectId: undefined };
    const options = { fetch, authClient } as unknown as ConstructorParameters<
      typeof AnthropicVertex
    >[0];
    await expect(new AnthropicVertex(options).messages.create(MESSAGE)).rejects.toThrow();
    const [upstream] = configForPlatform('vertex', undefined, env).gateway.upstreams;
    expect(sent[0]?.url.startsWith(`${upstream?.url}/publishers/anthropic/models/`)).toBe(true);
  });
});
