/** Cases f71, f72 and f73 of public reports, with a gateway that is configured by a file. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnthropicBedrock } from '@anthropic-ai/bedrock-sdk';
import Anthropic from '@anthropic-ai/sdk';
import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
import { type GatewayServer, readGatewayConfig, serveConfig } from '@beta-headers/gateway/node';
import { catalog } from '@beta-headers/manifest/data';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayPlatform } from '../src/gateway/platforms.ts';
import { SCENARIOS } from '../src/gateway/scenarios.ts';
import { type FakeUpstream, startUpstream } from '../src/gateway/upstream.ts';

const CACHE = join(import.meta.dirname, '..', '.cache');
const COMMON = { apiKey: 'client', maxRetries: 0, logLevel: 'off' } as const;

let folder: string;
let closers: (() => Promise<unknown>)[];

beforeEach(() => {
  mkdirSync(CACHE, { recursive: true });
  folder = mkdtempSync(join(CACHE, 'field-'));
  closers = [];
});

afterEach(async () => {
  for (const close of closers.reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

async function startUpstreams<P extends GatewayPlatform>(
  ...platforms: readonly P[]
): Promise<Readonly<Record<P, FakeUpstream>>> {
  const started = await Promise.all(
    platforms.map(async (platform) => [platform, await startUpstream(platform)] as const),
  );
  for (const [, upstream] of started) closers.push(() => upstream.close());
  return Object.fromEntries(started) as Record<P, FakeUpstream>;
}

/** Serves a gateway by a file with these lines. */
async function serve(lines: readonly string[]): Promise<GatewayServer> {
  const file = join(folder, 'gateway.yaml');
  writeFileSync(file, ['listen: { port: 0 }', ...lines, ''].join('\n'));
  const config = await readGatewayConfig(file, { env: { OPERATOR: 'operator' } });
  const server = await serveConfig(config, { log: () => {} });
  closers.push(() => server.close({ shutdownMs: 0 }));
  return server;
}

const writeUpstream = (platform: string, url: string): string =>
  `  - { name: ${platform}, platform: ${platform}, url: "${url}", ` +
  `auth: { replace: { bearer: "\${OPERATOR}" } } }`;

const HELLO = { role: 'user', content: 'hi' } as const;
const MESSAGE = { model: 'claude-opus-5', max_tokens: 16, messages: [HELLO] };

describe('f71: a continued thread', () => {
  it('is rejected with the token that makes the client send the whole history', async () => {
    const { 'bedrock-mantle': upstream } = await startUpstreams('bedrock-mantle');
    const { url } = await serve(['upstreams:', writeUpstream('bedrock-mantle', upstream.url)]);
    const client = new Anthropic({ ...COMMON, baseURL: url });
    const BETA = 'message-threads-2026-08-12';
    const thread = { type: 'continue', previous_message_id: 'msg_x' };
    const error: unknown = await client.beta.messages
      .create({ ...MESSAGE, thread, betas: [BETA] } as never)
      .then(undefined, (thrown: unknown) => thrown);
    expect(error).toMatchObject({ status: 400, type: 'invalid_request_error' });
    expect((error as Error).message).toContain(`capability_rejected: beta_header:${BETA}`);
    expect(upstream.take()).toEqual([]);

    const history = [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Hi.' },
    ];
    const whole = { ...MESSAGE, messages: [...history, HELLO] };
    await client.beta.messages.create(whole as never);
    const [resent] = upstream.take();
    expect(resent?.status).toBe(200);
    expect(JSON.parse(resent?.body.toString() ?? '')).toEqual(whole);
  });
});

describe('f72: a header that is switched off', () => {
  const writeRejected = (ids: readonly string[]): string[] => [
    'planning: { policy: { unknownBeta: drop, unverified: drop, graduated: drop } }',
    'overlay:',
    '  betas:',
    ...ids.map((id) => `    ${id}: { acceptance: { claude-api: rejected } }`),
  ];

  it('is not sent for any beta of the client, known or not', async () => {
    const { 'claude-api': upstream } = await startUpstreams('claude-api');
    const ids = catalog.betas.map(({ id }) => id);
    const { url } = await serve([
      'upstreams:',
      writeUpstream('claude-api', upstream.url),
      ...writeRejected(ids),
    ]);
    for (const beta of ['any', 'acme-2026-01-01', ...ids, ids.slice(0, 20).join(',')]) {
      const response = await fetch(`${url}/v1/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'anthropic-beta': beta },
        body: JSON.stringify(MESSAGE),
      });
      const [received, ...others] = upstream.take();
      expect([beta, response.status, others]).toEqual([beta, 200, []]);
      expect(received?.headers).not.toHaveProperty('anthropic-beta');
    }
  });
});

describe('f73: a rule for each platform', () => {
  it('is applied by one gateway to the requests of each platform', async () => {
    const upstreams = await startUpstreams('bedrock', 'vertex', 'claude-api');
    const onGoogle = '/v1/projects/p/locations/global';
    const { url } = await serve([
      'upstreams:',
      writeUpstream('bedrock', upstreams.bedrock.url),
      writeUpstream('vertex', upstreams.vertex.url + onGoogle),
      writeUpstream('claude-api', upstreams['claude-api'].url),
    ]);
    const { betas = [], params } = SCENARIOS['ten betas'] ?? { params: {} };
    const authClient = { getRequestHeaders: async () => new Headers() } as never;
    const clients: readonly (readonly [keyof typeof upstreams, unknown])[] = [
      ['claude-api', new Anthropic({ ...COMMON, baseURL: url })],
      ['bedrock', new AnthropicBedrock({ maxRetries: 0, baseURL: url, skipAuth: true })],
      [
        'vertex',
        new AnthropicVertex({
          maxRetries: 0,
          baseURL: `${url}/v1`,
          region: 'global',
          projectId: 'p',
          authClient,
        }),
      ],
    ];
    const sent: Record<string, readonly string[]> = {};
    for (const [platform, client] of clients) {
      const model = platform === 'bedrock' ? 'anthropic.claude-opus-4-8' : 'claude-opus-4-8';
      const request = { model, max_tokens: 16, ...params, betas } as never;
      await (client as Anthropic).beta.messages.create(request);
      const [received] = upstreams[platform].take();
      expect([platform, received?.status]).toEqual([platform, 200]);
      const body = JSON.parse(received?.body.toString() ?? '') as { anthropic_beta?: string[] };
      sent[platform] = body.anthropic_beta ?? received?.headers['anthropic-beta']?.split(',') ?? [];
    }
    const SCOPE = 'prompt-caching-scope-2026-01-05';
    expect(sent['claude-api']).toEqual(betas);
    expect(sent['bedrock']).not.toContain(SCOPE);
    expect(sent['vertex']).not.toContain(SCOPE);
    expect(sent['bedrock']).not.toEqual(sent['vertex']);
    for (const list of Object.values(sent)) expect(list).toContain('context-management-2025-06-27');
  });
});
