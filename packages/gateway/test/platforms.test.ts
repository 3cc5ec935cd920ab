import { createFakeApi } from '@beta-headers/fake-api';
import { describe, expect, it } from 'vitest';
import { createGateway } from '../src/index.ts';
import type { Upstream } from '../src/types.ts';
import { createUpstream, get, MESSAGE, post, setUp, URLS } from './setup.ts';

type Platform = Upstream['platform'];

const API: readonly Platform[] = [
  'claude-api',
  'claude-on-aws',
  'claude-on-google-cloud',
  'bedrock-mantle',
  'foundry',
  'foundry-azure',
];
const { model: _, ...PARAMS } = MESSAGE;
/** The params that token counting has. */
const { max_tokens: _max, ...COUNTED } = MESSAGE;
const BEDROCK = { ...PARAMS, anthropic_version: 'bedrock-2023-05-31' };
const VERTEX = { ...PARAMS, anthropic_version: 'vertex-2023-10-16' };
const ON_VERTEX = '/v1/projects/x/locations/y/publishers/anthropic/models';

/** A request in the form of each platform. */
const ROUTES: readonly (readonly [Platform, string, object, string])[] = [
  ...API.map((platform) => [platform, '/v1/messages', MESSAGE, 'message'] as const),
  ...API.map(
    (platform) => [platform, '/v1/messages/count_tokens', COUNTED, 'input_tokens'] as const,
  ),
  ['bedrock', '/model/us.anthropic.claude-opus-4-8-v1%3A0/invoke', BEDROCK, 'message'],
  [
    'bedrock',
    '/model/us.anthropic.claude-opus-4-8-v1%3A0/count-tokens',
    { input: { invokeModel: { body: btoa(JSON.stringify(BEDROCK)) } } },
    'inputTokens',
  ],
  ['vertex', `${ON_VERTEX}/claude-opus-4-8@20260101:rawPredict`, VERTEX, 'message'],
  ['vertex', `${ON_VERTEX}/count-tokens:rawPredict`, MESSAGE, 'input_tokens'],
];

function setUpFake(platform: Platform) {
  const api = createFakeApi({ platform, record: 'body' });
  const gateway = createGateway({ upstreams: [createUpstream(platform, api.fetch)] });
  return { api, gateway };
}

describe('a request in the form of its platform', () => {
  for (const [platform, path, body, shows] of ROUTES)
    it(`passes to ${platform} unchanged: ${path}`, async () => {
      const { api, gateway } = setUpFake(platform);
      const response = await gateway(post(path, body));
      expect(await response.text()).toContain(shows);
      expect(response.status).toBe(200);
      expect(api.requests).toHaveLength(1);
      expect(api.requests[0]?.body).toEqual(body);
    });

  for (const [platform, path, body] of [
    ...API.map((one) => [one, '/v1/messages', { ...MESSAGE, stream: true }] as const),
    ['vertex', `${ON_VERTEX}/claude-opus-4-8:streamRawPredict`, { ...VERTEX, stream: true }],
  ] as const)
    it(`streams server-sent events from ${platform}`, async () => {
      const { gateway } = setUpFake(platform);
      const response = await gateway(post(path, body));
      expect(response.headers.get('content-type')).toContain('text/event-stream');
      expect(await response.text()).toContain('event: message_stop');
    });

  it('streams an AWS event stream from bedrock', async () => {
    const { gateway } = setUpFake('bedrock');
    const path = '/model/anthropic.claude-opus-4-8/invoke-with-response-stream';
    const response = await gateway(post(path, BEDROCK));
    expect(response.headers.get('content-type')).toBe('application/vnd.amazon.eventstream');
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(500);
  });

  it('forwards Converse to bedrock in its own form', async () => {
    const { gateway } = setUpFake('bedrock');
    const body = { messages: [{ role: 'user', content: [{ text: 'Hi' }] }] };
    const response = await gateway(post('/model/anthropic.claude-opus-4-8/converse', body));
    expect(response.status).toBe(200);
  });
});

describe('the URL of an upstream', () => {
  it.each([
    ['claude-api', '/v1/messages?beta=true', '/v1/messages?beta=true'],
    ['claude-api', '/anthropic/v1/messages', '/v1/messages'],
    ['claude-api', '/messages', '/v1/messages'],
    ['claude-on-google-cloud', '/v1/messages', '/v1/messages'],
    [
      'claude-on-google-cloud',
      '/v1/projects/q/locations/l/workspaces/x/invoke/v1/messages',
      '/v1/messages',
    ],
    ['bedrock-mantle', '/v1/messages', '/anthropic/v1/messages'],
    ['foundry', '/v1/messages', '/anthropic/v1/messages'],
    ['foundry-azure', '/anthropic/v1/messages', '/v1/messages'],
    ['bedrock', '/model/a.claude-b-v1%3A0/invoke', '/model/a.claude-b-v1%3A0/invoke'],
    [
      'bedrock',
      '/model/arn:aws:bedrock:us-east-1:1:inference-profile/us.claude-b/invoke',
      '/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Ainference-profile%2Fus.claude-b/invoke',
    ],
    [
      'vertex',
      `${ON_VERTEX}/claude-b@20260101:rawPredict`,
      '/publishers/anthropic/models/claude-b@20260101:rawPredict',
    ],
    [
      'vertex',
      '/projects/x/locations/y/publishers/anthropic/models/claude-b:streamRawPredict',
      '/publishers/anthropic/models/claude-b:streamRawPredict',
    ],
    [
      'vertex',
      `${ON_VERTEX}//claude-b:rawPredict/`,
      '/publishers/anthropic/models/claude-b:rawPredict',
    ],
    ['bedrock', '//model/claude-b/invoke/', '/model/claude-b/invoke'],
    ['foundry', '/v1//messages/', '/anthropic/v1/messages'],
  ] as const)('of %s for %s ends with %s', async (platform, path, end) => {
    const { gateway, received } = setUp(platform);
    await gateway(post(path));
    expect(received[0]?.url).toBe(URLS[platform].replace(/\/$/, '') + end);
  });

  it.each(['/v1/files/../x', '/v1/%2e%2E/x', '/v1/files/..%2f..%2fadmin', '/v1/a/..%5cb'])(
    'never leaves the base path: %s',
    async (path) => {
      const { gateway, received } = setUp('foundry');
      // A server may leave the path as the client wrote it.
      const url = `http://gateway.test${path}`;
      const request = Object.defineProperty(get('/'), 'url', { value: url });
      const response = await gateway(request);
      expect(response.status).toBe(400);
      expect(received).toHaveLength(0);
    },
  );

  it.each(['//evil.test/v1/x', '/@evil.test/v1/x', '/http://evil.test/', '/v1/x?url=//evil.test'])(
    'keeps the origin of the upstream: %s',
    async (path) => {
      const { gateway, received } = setUp('claude-api');
      await gateway(get(path));
      expect(new URL(received[0]?.url ?? '').origin).toBe('https://api.anthropic.com');
    },
  );
});
