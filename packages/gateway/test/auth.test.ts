import { describe, expect, it } from 'vitest';
import { CredentialError } from '../src/index.ts';
import { CredentialError as NodeCredentialError } from '../src/node/index.ts';
import type { UpstreamAuth } from '../src/types.ts';
import { get, MESSAGE, post, readMessage, setUp } from './setup.ts';

const PASS: UpstreamAuth = { mode: 'passthrough' };
const SIGNED =
  'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261130/us-east-1/bedrock/aws4_request, Signature=0';
const INVOKE = '/model/anthropic.claude-opus-4-8/invoke';

/** Headers with which clients and other gateways authenticate. */
const CREDENTIALS: Readonly<Record<string, string>> = {
  authorization: 'Bearer sk-ant-oat01-x',
  'x-api-key': 'sk-ant-api03-x',
  'api-key': 'azure',
  'x-goog-api-key': 'AIza',
  'ocp-apim-subscription-key': 'k',
  'x-amz-security-token': 't',
  'x-amz-date': '20261130T000000Z',
  'x-amz-content-sha256': '0',
  'x-litellm-api-key': 'k',
  'x-portkey-virtual-key': 'k',
  'helicone-auth': 'k',
  'x-auth-token': 'k',
  'x-refresh-token': 'k',
  'x-functions-key': 'k',
  'x-client-secret': 'k',
  'x-goog-iap-jwt-assertion': 'k',
  'cf-access-jwt-assertion': 'k',
  'x-amzn-oidc-accesstoken': 'k',
  'x-user': 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl',
  'x-custom': 'sk-ant-api03-in-an-unknown-header',
  cookie: 'session=1',
  'proxy-authorization': 'Basic x',
};

describe('the mode passthrough', () => {
  it('sends the credential of the client, and its oauth beta', async () => {
    const { gateway, received } = setUp('claude-api', { upstream: { auth: PASS } });
    await gateway(
      post('/v1/messages', MESSAGE, {
        authorization: 'Bearer sk-ant-oat01-x',
        'anthropic-beta': 'oauth-2025-04-20,claude-code-20250219',
      }),
    );
    expect(received[0]?.headers.get('authorization')).toBe('Bearer sk-ant-oat01-x');
    expect(received[0]?.headers.get('anthropic-beta')).toContain('oauth-2025-04-20');
  });

  it('keeps the oauth beta whatever the policy and the plan drop', async () => {
    const { gateway, received } = setUp('claude-api', {
      upstream: { auth: PASS },
      policy: { unknownBeta: 'drop', unverified: 'drop', graduated: 'drop' },
    });
    const headers = {
      authorization: 'Bearer sk-ant-oat01-x',
      'anthropic-beta': 'oauth-2025-04-20, oauth-2099-01-01, foo-2025-01-01',
    };
    await gateway(post('/v1/messages', MESSAGE, headers));
    expect(received[0]?.headers.get('anthropic-beta')).toBe('oauth-2025-04-20,oauth-2099-01-01');
  });

  it('refuses a request that is signed for another host', async () => {
    const { gateway, received, events } = setUp('bedrock', { upstream: { auth: PASS } });
    const inHeader = await gateway(post(INVOKE, MESSAGE, { authorization: SIGNED }));
    const inQuery = await gateway(post(`${INVOKE}?X-Amz-Signature=0`));
    for (const response of [inHeader, inQuery]) {
      expect(response.status).toBe(401);
      expect(await readMessage(response)).toMatch(/"sign".*CLAUDE_CODE_SKIP_BEDROCK_AUTH/);
    }
    expect(received).toHaveLength(0);
    expect(events[0]?.error).toBe('client_credential');
  });

  it.each([
    ['foundry', '/v1/messages', { 'x-api-key': 'sk-ant-api03-x' }],
    ['foundry', '/v1/messages', { 'x-custom': 'sk-ant-api03-x' }],
    ['bedrock', INVOKE, { authorization: 'Bearer sk-ant-oat01-x' }],
    ['vertex', '/publishers/anthropic/models/m:rawPredict', { 'x-api-key': 'sk-ant-api03-x' }],
    ['claude-api', '/v1/messages', { authorization: 'Bearer ya29.token' }],
    ['claude-api', '/v1/messages', { authorization: 'Bearer bedrock-api-key-x' }],
  ] as const)('refuses a credential of another kind on %s', async (platform, path, headers) => {
    const { gateway, received } = setUp(platform, { upstream: { auth: PASS } });
    const response = await gateway(post(path, MESSAGE, headers as HeadersInit));
    expect(response.status).toBe(401);
    expect(await readMessage(response)).toMatch(/"replace" or "sign"/);
    expect(received).toHaveLength(0);
  });

  it('sends no credential if the client has none, so that the upstream answers', async () => {
    const { gateway, received } = setUp('claude-api', { upstream: { auth: PASS } });
    await gateway(post('/v1/messages'));
    expect(received[0]?.headers.has('authorization')).toBe(false);
    expect(received[0]?.headers.has('x-api-key')).toBe(false);
  });
});

describe('the modes replace and sign', () => {
  const sign: UpstreamAuth = { mode: 'sign', sign: async () => ({ authorization: 'Bearer own' }) };
  const replace: UpstreamAuth = {
    mode: 'replace',
    header: 'authorization',
    value: async () => 'Bearer own',
  };

  it.each([sign, replace])('remove every credential of the client: $mode', async (auth) => {
    const { gateway, received } = setUp('claude-api', { upstream: { auth } });
    await gateway(post('/v1/messages', MESSAGE, CREDENTIALS));
    const { headers = new Headers() } = received[0] ?? {};
    expect(headers.get('authorization')).toBe('Bearer own');
    const names = Object.keys(CREDENTIALS).filter((name) => name !== 'authorization');
    expect(names.filter((name) => headers.has(name))).toEqual([]);
  });

  it('keep headers whose names only resemble a credential', async () => {
    const kept = {
      'x-amzn-bedrock-trace': 'ENABLED',
      'anthropic-version': '2023-06-01',
      'idempotency-key': 'k',
      'x-request-token-count': '5',
    };
    const { gateway, received } = setUp('bedrock');
    await gateway(post(INVOKE, MESSAGE, kept));
    expect(Object.fromEntries(received[0]?.headers ?? [])).toMatchObject(kept);
  });

  it('remove credentials from the query, and keep all else', async () => {
    const { gateway, received } = setUp();
    await gateway(
      get('/v1/files?limit=2&api_key=x&Access-Token=y&X-Amz-Signature=z&page=a%20b&other=sk-ant-1'),
    );
    expect(received[0]?.url).toBe('https://api.anthropic.com/v1/files?limit=2&page=a%20b');
  });

  it('give the signer the final request', async () => {
    const requests: unknown[] = [];
    const { gateway } = setUp('vertex', {
      upstream: {
        auth: {
          mode: 'sign',
          sign: async ({ method, url, headers, body }) => {
            requests.push([
              method,
              url,
              headers.get('content-type'),
              new TextDecoder().decode(body),
            ]);
            return {};
          },
        },
      },
    });
    const text = '{"mcp_servers":[{"type":"url","url":"http://a","name":"b"}],"messages":[]}';
    await gateway(post('/publishers/anthropic/models/claude-opus-5:rawPredict', text));
    expect(requests).toEqual([
      [
        'POST',
        'https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/us-east5/publishers/anthropic/models/claude-opus-5:rawPredict',
        'application/json',
        '{"messages":[]}',
      ],
    ]);
  });

  it('sign the body of an upload, unless the signer says that it signs none', async () => {
    const bodies: unknown[] = [];
    const keep = async ({ body }: { body: unknown }) => {
      bodies.push(body);
      return {};
    };
    for (const signsBody of [true, false]) {
      const auth: UpstreamAuth = { mode: 'sign', sign: keep, signsBody };
      const { gateway, received } = setUp('claude-on-aws', { upstream: { auth } });
      await gateway(post('/v1/files', 'content'));
      expect(received[0]?.text).toBe('content');
    }
    expect(bodies).toEqual([new TextEncoder().encode('content'), undefined]);
  });

  it('answer 502 with the message of a credential error, and with no other message', async () => {
    const failing = (error: Error): UpstreamAuth => ({
      mode: 'sign',
      sign: () => Promise.reject(error),
    });
    for (const [error, message] of [
      [new CredentialError('set AWS_REGION'), 'no credential for upstream bedrock: set AWS_REGION'],
      [new Error('secret'), 'no credential for upstream bedrock: it could not be read'],
    ] as const) {
      const { gateway, received, events } = setUp('bedrock', {
        upstream: { auth: failing(error) },
      });
      const response = await gateway(post(INVOKE));
      expect(response.status).toBe(502);
      expect(await readMessage(response)).toBe(message);
      expect(received).toHaveLength(0);
      expect(events[0]).toMatchObject({ error: 'upstream_credential', attempts: 0 });
    }
  });
});

describe('the headers of a client', () => {
  it('about its connection never reach an upstream', async () => {
    const { gateway, received } = setUp('claude-api', { upstream: { auth: PASS } });
    const request = post('/v1/messages', MESSAGE, {
      connection: 'close, X-Hop',
      'x-hop': '1',
      'keep-alive': 'timeout=1',
      te: 'trailers',
      trailer: 'x',
      upgrade: 'h2c',
      'http2-settings': 'x',
      expect: '100-continue',
      host: 'evil.test',
      forwarded: 'for=1',
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-host': 'evil.test',
      'proxy-connection': 'close',
      'accept-encoding': 'gzip, br',
      'x-kept': '1',
    });
    await gateway(request);
    expect([...(received[0]?.headers.keys() ?? [])]).toEqual([
      'accept-encoding',
      'content-type',
      'x-kept',
    ]);
    expect(received[0]?.headers.get('accept-encoding')).toBe('identity');
  });
});

it('has one class for the errors of credentials', () => {
  expect(NodeCredentialError).toBe(CredentialError);
  const reason = { code: 'no-credentials', fix: 'sign in' } as const;
  expect(new CredentialError('there is no token', reason)).toMatchObject({
    ...reason,
    name: 'CredentialError',
    message: 'there is no token; sign in',
  });
  expect(new CredentialError('set AWS_REGION')).toMatchObject({ message: 'set AWS_REGION' });
});
