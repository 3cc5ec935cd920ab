import { describe, expect, it } from 'vitest';
import { findClient, listVariables } from '../src/clients/index.ts';
import { makeClientEnv, readUpstreamFacts } from '../src/run/client-env.ts';

const claude = findClient('claude-code');
const way = { url: 'http://127.0.0.1:1/t', skipAuth: true };

describe("the client's environment", () => {
  it('selects the platform, and removes what selects another', () => {
    const { env } = makeClientEnv(
      { CLAUDE_CODE_USE_VERTEX: '1', HOME: '/h' },
      listVariables(claude, 'bedrock', way),
    );
    expect(env).toEqual({
      HOME: '/h',
      CLAUDE_CODE_USE_BEDROCK: '1',
      ANTHROPIC_BEDROCK_BASE_URL: 'http://127.0.0.1:1/t',
      CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
    });
  });

  it('keeps the credential and the choices of the user', () => {
    const variables = listVariables(claude, 'claude-api', way);
    const own = { ANTHROPIC_AUTH_TOKEN: 'mine', ENABLE_TOOL_SEARCH: 'false' };
    expect(makeClientEnv(own, variables).env).toMatchObject(own);
    expect(makeClientEnv({}, variables).env).toMatchObject({
      ANTHROPIC_AUTH_TOKEN: 'unused',
      ENABLE_TOOL_SEARCH: 'true',
    });
  });

  it('sets no credential if the gateway passes the one of the client on', () => {
    const variables = listVariables(claude, 'claude-api', { ...way, skipAuth: false });
    expect(makeClientEnv({}, variables).env).not.toHaveProperty('ANTHROPIC_AUTH_TOKEN');
  });

  it('excludes the gateway from a proxy', () => {
    const variables = listVariables(claude, 'claude-api', way);
    expect(makeClientEnv({}, variables).env).not.toHaveProperty('NO_PROXY');
    expect(
      makeClientEnv({ HTTPS_PROXY: 'http://p', NO_PROXY: 'a.com' }, variables).env,
    ).toMatchObject({ NO_PROXY: 'a.com,127.0.0.1', no_proxy: 'a.com,127.0.0.1' });
    expect(
      makeClientEnv({ https_proxy: 'http://p', NO_PROXY: '*', no_proxy: 'b.com' }, variables).env,
    ).toMatchObject({ NO_PROXY: '*', no_proxy: 'b.com,127.0.0.1' });
  });

  it('takes project and region from the address of the upstream, and reports what is missing', () => {
    const variables = listVariables(claude, 'vertex', way);
    const url = 'https://aiplatform.googleapis.com/v1/projects/p1/locations/global';
    expect(makeClientEnv({}, variables, readUpstreamFacts({ url }))).toMatchObject({
      env: { ANTHROPIC_VERTEX_PROJECT_ID: 'p1', CLOUD_ML_REGION: 'global' },
      missing: [],
    });
    expect(makeClientEnv({}, variables).missing).toEqual([
      'ANTHROPIC_VERTEX_PROJECT_ID',
      'CLOUD_ML_REGION',
    ]);
    for (const [host, region] of [
      ['bedrock-runtime.eu-central-1.amazonaws.com', 'eu-central-1'],
      ['bedrock-mantle.us-gov-west-1.api.aws', 'us-gov-west-1'],
      ['api.anthropic.com', undefined],
    ])
      expect(readUpstreamFacts({ url: `https://${host}` })['AWS_REGION']).toBe(region);
  });
});
