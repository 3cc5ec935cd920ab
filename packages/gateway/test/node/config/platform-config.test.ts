import { describe, expect, it } from 'vitest';
import {
  ConfigError,
  configForPlatform,
  describeConfig,
  type Environment,
} from '../../../src/node/config/index.ts';

const WORKSPACE = { ANTHROPIC_AWS_WORKSPACE_ID: 'wrkspc_1' };
const VERTEX = { ANTHROPIC_VERTEX_PROJECT_ID: 'p', CLOUD_ML_REGION: 'us' };
const RESOURCE = { ANTHROPIC_FOUNDRY_RESOURCE: 'r' };

function readProblems(platform: string, env: Environment, url?: string): string[] {
  try {
    configForPlatform(platform, url, env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  throw new Error('no problem was found');
}

describe('configForPlatform', () => {
  it.each<[string, Environment, string, unknown]>([
    ['claude-api', {}, 'https://api.anthropic.com', { mode: 'passthrough' }],
    [
      'claude-api',
      { ANTHROPIC_API_KEY: 'k', ANTHROPIC_BASE_URL: 'https://proxy.internal' },
      'https://proxy.internal',
      { mode: 'replace', header: 'x-api-key', value: 'k' },
    ],
    [
      'claude-api',
      { ANTHROPIC_API_KEY: '', ANTHROPIC_AUTH_TOKEN: 't' },
      'https://api.anthropic.com',
      { mode: 'replace', header: 'authorization', value: 'Bearer t' },
    ],
    [
      'claude-on-aws',
      { ...WORKSPACE, AWS_DEFAULT_REGION: 'us-west-2' },
      'https://aws-external-anthropic.us-west-2.api.aws',
      { mode: 'sign' },
    ],
    [
      'claude-on-google-cloud',
      { GOOGLE_CLOUD_PROJECT: 'p', ANTHROPIC_GOOGLE_CLOUD_WORKSPACE_ID: 'w' },
      'https://claude.googleapis.com/v1/projects/p/locations/global/workspaces/w/invoke',
      { mode: 'sign' },
    ],
    [
      'bedrock',
      { AWS_REGION: 'eu-west-1' },
      'https://bedrock-runtime.eu-west-1.amazonaws.com',
      { mode: 'sign' },
    ],
    [
      'bedrock',
      { AWS_REGION: 'eu-west-1', AWS_BEARER_TOKEN_BEDROCK: 'b' },
      'https://bedrock-runtime.eu-west-1.amazonaws.com',
      { mode: 'replace', header: 'authorization', value: 'Bearer b' },
    ],
    [
      'bedrock-mantle',
      { AWS_REGION: 'eu-west-1' },
      'https://bedrock-mantle.eu-west-1.api.aws/anthropic',
      { mode: 'sign' },
    ],
    [
      'vertex',
      VERTEX,
      'https://aiplatform.us.rep.googleapis.com/v1/projects/p/locations/us',
      { mode: 'sign' },
    ],
    [
      'foundry',
      { ...RESOURCE, ANTHROPIC_FOUNDRY_API_KEY: 'f' },
      'https://r.services.ai.azure.com/anthropic',
      { mode: 'replace', header: 'x-api-key', value: 'f' },
    ],
    ['foundry-azure', RESOURCE, 'https://r.services.ai.azure.com/anthropic', { mode: 'sign' }],
  ])('chooses address and credential of %s from %j', (platform, env, url, auth) => {
    const { upstreams } = configForPlatform(platform, undefined, env).gateway;
    expect(upstreams).toMatchObject([{ name: platform, platform, url, auth }]);
  });

  it.each([
    ['bedrock', {}, 'http://127.0.0.1:9999'],
    ['vertex', VERTEX, 'http://127.0.0.1:9999/v1/projects/p/locations/us'],
    ['foundry', { ...RESOURCE, ANTHROPIC_FOUNDRY_BASE_URL: 'https://x.internal' }, undefined],
  ])('prefers the given address for %s', (platform, env, url) => {
    const { upstreams } = configForPlatform(platform, 'http://127.0.0.1:9999/', env).gateway;
    expect(upstreams[0]?.url).toBe(url ?? 'http://127.0.0.1:9999');
  });

  it('sends the workspace with the key on Claude on AWS', async () => {
    const env = { ...WORKSPACE, AWS_REGION: 'us-east-1', ANTHROPIC_AWS_API_KEY: 'k' };
    const auth = configForPlatform('claude-on-aws', undefined, env).gateway.upstreams[0]?.auth;
    const request = { method: 'GET', url: '', headers: new Headers(), body: undefined };
    expect(auth?.mode === 'sign' && (await auth.sign(request))).toEqual({
      'x-api-key': 'k',
      'anthropic-workspace-id': 'wrkspc_1',
    });
  });

  it('warns if the region is the default of the official client', () => {
    expect(configForPlatform('bedrock', undefined, {}).warnings).toEqual([
      'bedrock: AWS_REGION is not set; us-east-1 is used, as the official client does',
    ]);
  });

  it('warns if a key and a token are set', () => {
    const env = { ANTHROPIC_API_KEY: 'k', ANTHROPIC_AUTH_TOKEN: 't' };
    const { warnings } = configForPlatform('claude-api', undefined, env);
    expect(warnings).toEqual([expect.stringContaining('are both set; ANTHROPIC_API_KEY is used')]);
  });

  it('describes the key by its variable', () => {
    const text = describeConfig(
      configForPlatform('claude-api', undefined, { ANTHROPIC_API_KEY: 'planted' }),
    );
    expect(text).not.toContain('planted');
    expect(text).toContain(`\${ANTHROPIC_API_KEY}`);
  });
});

describe('configForPlatform with wrong input', () => {
  it.each([
    ['bedrok', '"bedrok" is not a platform of the gateway; did you mean "bedrock"?'],
    ['aws', '"aws" is not a platform of the gateway; it may be claude-api, claude-on-aws,'],
    ['bedrock-converse', 'does not speak the Converse API; use bedrock'],
    ['constructor', '"constructor" is not a platform'],
  ])('reports the platform %s', (platform, message) => {
    expect(readProblems(platform, {})[0]).toContain(message);
  });

  it.each<[string, Environment, string[]]>([
    ['claude-on-aws', {}, ['ANTHROPIC_AWS_WORKSPACE_ID', 'AWS_REGION or AWS_DEFAULT_REGION']],
    [
      'claude-on-google-cloud',
      {},
      [
        'ANTHROPIC_GOOGLE_CLOUD_PROJECT or GOOGLE_CLOUD_PROJECT',
        'ANTHROPIC_GOOGLE_CLOUD_WORKSPACE_ID',
      ],
    ],
    ['bedrock-mantle', {}, ['AWS_REGION or AWS_DEFAULT_REGION']],
    ['vertex', {}, ['ANTHROPIC_VERTEX_PROJECT_ID', 'CLOUD_ML_REGION']],
    ['foundry', { ANTHROPIC_FOUNDRY_RESOURCE: ' ' }, ['ANTHROPIC_FOUNDRY_RESOURCE']],
  ])('reports all that is missing for %s, with the fix', (platform, env, names) => {
    const problems = readProblems(platform, env);
    expect(problems).toHaveLength(names.length);
    for (const name of names) {
      const problem = problems.find((text) => text.startsWith(`${platform}: ${name} is not set`));
      expect(problem, problems.join('\n')).toContain(
        `such as with \`export ${name.split(' ')[0]}=`,
      );
    }
  });

  it('reports an address and a resource of Foundry that exclude each other', () => {
    const env = { ...RESOURCE, ANTHROPIC_FOUNDRY_BASE_URL: 'https://x.internal' };
    expect(readProblems('foundry', env)).toEqual([
      'foundry: ANTHROPIC_FOUNDRY_BASE_URL and ANTHROPIC_FOUNDRY_RESOURCE are both set; unset one',
    ]);
  });

  it.each([
    ['http://x.internal', 'begins with http:'],
    ['x.internal', 'is not a URL'],
    ['https://api.anthropic.com', 'is on a host of another platform than bedrock'],
  ])('reports the address %s', (url, message) => {
    const [problem] = readProblems('bedrock', { AWS_REGION: 'us-east-1' }, url);
    expect(problem).toContain(message);
  });

  it('refuses a key of Anthropic for another platform, without showing it', () => {
    const [problem] = readProblems('bedrock', { AWS_BEARER_TOKEN_BEDROCK: 'sk-ant-planted' });
    expect(problem).toContain(`the value of \${AWS_BEARER_TOKEN_BEDROCK} is a credential of`);
    expect(problem).not.toContain('planted');
  });
});
