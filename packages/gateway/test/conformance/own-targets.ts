/** The configurations of our own gateway that the suite runs against. */
import type { OwnTarget } from './serve.ts';

const VERTEX_PATH = '/v1/projects/conformance/locations/us-east5';

const GOOGLE_CLOUD_PATH = '/v1/projects/conformance/locations/global/workspaces/w/invoke';

/** The models that a client of the Messages form names, as Bedrock names them. */
const BEDROCK_MODELS = { 'claude-sonnet-4-6': 'us.anthropic.claude-sonnet-4-6' };

const MODELS = { 'claude-sonnet-4-6': 'claude-sonnet-4-6' };

const BEARER = { mode: 'replace', header: 'authorization', value: 'Bearer gateway-token' } as const;

const API_KEY = { mode: 'replace', header: 'x-api-key', value: 'gateway-key' } as const;

/** Every combination of a client's form, a platform and a credential. */
export const TARGETS: readonly OwnTarget[] = [
  { form: 'messages', platform: 'claude-api', auth: { mode: 'passthrough' } },
  { form: 'messages', platform: 'claude-api', auth: API_KEY },
  { form: 'messages', platform: 'claude-on-aws', auth: API_KEY },
  {
    form: 'messages',
    platform: 'claude-on-google-cloud',
    auth: BEARER,
    path: GOOGLE_CLOUD_PATH,
  },
  {
    form: 'messages',
    platform: 'foundry',
    auth: { ...API_KEY, header: 'api-key' },
    models: MODELS,
  },
  {
    form: 'messages',
    platform: 'foundry-azure',
    auth: { ...API_KEY, header: 'api-key' },
    models: MODELS,
  },
  { form: 'messages', platform: 'foundry', auth: { mode: 'passthrough' }, models: MODELS },
  { form: 'messages', platform: 'bedrock-mantle', auth: BEARER, models: MODELS },
  { form: 'invoke', platform: 'bedrock', auth: BEARER },
  { form: 'invoke', platform: 'bedrock', auth: { mode: 'passthrough' } },
  { form: 'raw-predict', platform: 'vertex', auth: BEARER, path: VERTEX_PATH },
  { form: 'raw-predict', platform: 'vertex', auth: { mode: 'passthrough' }, path: VERTEX_PATH },
  { form: 'messages', platform: 'bedrock', auth: BEARER, models: BEDROCK_MODELS },
  { form: 'messages', platform: 'vertex', auth: BEARER, path: VERTEX_PATH, models: MODELS },
];
