/** The platforms behind the gateway: the addresses and the credentials of each. */
import type { UpstreamAuth } from '@beta-headers/gateway';
import { createAwsSigner } from '@beta-headers/gateway/node';
import type { Platform } from '@beta-headers/node';

/** The credential of clients. Only an upstream with `passthrough` may receive it. */
export const CLIENT_KEY = 'client-key';

/** A text that is in every credential of the operator. */
export const OPERATOR_KEY = 'OPERATORKEY';

/** A platform as the clients and the gateway are configured for it. */
export interface PlatformSetup {
  /** The path of the API below an origin, as the official client of the platform writes it. */
  readonly base: string;
  /** The path of the gateway's upstream. */
  readonly upstreamPath: string;
  readonly auth: UpstreamAuth;
  /** The name of the model on the platform. */
  readonly model: string;
  /** The upstream's names of the models that clients in the Messages form request. */
  readonly models?: Readonly<Record<string, string>>;
}

/** The model that clients in the Messages form request. */
export const MODEL = 'claude-opus-4-8';

const BEDROCK_MODEL = 'us.anthropic.claude-opus-4-8-v1:0';
const ON_GOOGLE = '/v1/projects/p/locations/global';
const WORKSPACE = `${ON_GOOGLE}/workspaces/w/invoke`;
const CREDENTIALS = { accessKeyId: `AKIA${OPERATOR_KEY}`, secretAccessKey: 'none' };

const replace = (header: string, value: string): UpstreamAuth => ({
  mode: 'replace',
  header,
  value,
});
const sign = (service: 'bedrock' | 'bedrock-mantle'): UpstreamAuth => ({
  mode: 'sign',
  sign: createAwsSigner({ service, region: 'us-east-1', credentials: CREDENTIALS }),
});

/** Every platform except Converse, whose form the gateway does not speak. */
export const PLATFORMS: Readonly<Record<Exclude<Platform, 'bedrock-converse'>, PlatformSetup>> = {
  'claude-api': { base: '', upstreamPath: '', auth: { mode: 'passthrough' }, model: MODEL },
  'claude-on-aws': {
    base: '',
    upstreamPath: '',
    auth: replace('x-api-key', OPERATOR_KEY),
    model: MODEL,
  },
  'claude-on-google-cloud': {
    base: WORKSPACE,
    upstreamPath: WORKSPACE,
    auth: replace('authorization', `Bearer ya29.${OPERATOR_KEY}`),
    model: MODEL,
  },
  bedrock: {
    base: '',
    upstreamPath: '',
    auth: sign('bedrock'),
    model: BEDROCK_MODEL,
    models: { [MODEL]: BEDROCK_MODEL },
  },
  'bedrock-mantle': {
    base: '/anthropic',
    upstreamPath: '',
    auth: sign('bedrock-mantle'),
    model: MODEL,
  },
  vertex: {
    base: '/v1',
    upstreamPath: ON_GOOGLE,
    auth: replace('authorization', `Bearer ya29.${OPERATOR_KEY}`),
    model: MODEL,
  },
  foundry: {
    base: '/anthropic',
    upstreamPath: '',
    auth: replace('api-key', OPERATOR_KEY),
    model: MODEL,
  },
  'foundry-azure': {
    base: '/anthropic',
    upstreamPath: '/anthropic',
    auth: replace('api-key', OPERATOR_KEY),
    model: MODEL,
  },
};

/** A platform that the gateway forwards to. */
export type GatewayPlatform = keyof typeof PLATFORMS;

/** The platforms, in the order of the table. */
export const PLATFORM_NAMES: readonly GatewayPlatform[] = Object.keys(
  PLATFORMS,
) as GatewayPlatform[];
