/** Cases of public reports about gateways. */
import { extendCatalog } from '@beta-headers/core';
import { createFakeApi } from '@beta-headers/fake-api';
import { expect, it } from 'vitest';
import { createGateway } from '../src/index.ts';
import type { Upstream } from '../src/types.ts';
import { createUpstream, MESSAGE, post, readMessage, setUp } from './setup.ts';

it('rejects a continued thread at an upstream without state, so that the client resends it', async () => {
  // The client searches the message for the token, and sends the whole history without the beta.
  const api = createFakeApi({ platform: 'bedrock-mantle' });
  const gateway = createGateway({ upstreams: [createUpstream('bedrock-mantle', api.fetch)] });
  const thread = { type: 'continue', previous_message_id: 'msg_x' };
  const headers = { 'anthropic-beta': 'message-threads-2026-08-12' };
  const refused = await gateway(post('/v1/messages', { ...MESSAGE, thread }, headers));
  expect(refused.status).toBe(400);
  expect(await readMessage(refused)).toContain(
    'capability_rejected: beta_header:message-threads-2026-08-12',
  );
  expect(api.requests).toHaveLength(0);
  const resent = await gateway(post('/v1/messages', MESSAGE));
  expect(resent.status).toBe(200);
});

it('forwards a continued thread to an upstream that keeps threads', async () => {
  const { gateway, received } = setUp('claude-api');
  const thread = { type: 'continue', previous_message_id: 'msg_x' };
  const response = await gateway(post('/v1/messages', { ...MESSAGE, thread }));
  expect(response.status).toBe(200);
  expect(received[0]?.headers.get('anthropic-beta')).toBe('message-threads-2026-08-12');
});

it('sends no beta at all if the overlay rejects those of the client', async () => {
  // The policy has no line for betas that the platform accepts: an overlay declares them rejected.
  const ids = ['mcp-client-2025-11-20', 'context-management-2025-06-27', 'compact-2026-09-04'];
  const acceptance = { 'claude-api': 'rejected' } as const;
  const { gateway, received } = setUp('claude-api', {
    catalog: extendCatalog({ betas: Object.fromEntries(ids.map((id) => [id, { acceptance }])) }),
    policy: { unknownBeta: 'drop', graduated: 'drop', unavailable: 'strip' },
  });
  const header = [...ids, 'prompt-caching-2024-07-31', 'acme-2026-01-01'].join(',');
  const body = { ...MESSAGE, model: 'claude-opus-5-5', compaction: { type: 'summarize' } };
  const response = await gateway(post('/v1/messages', body, { 'anthropic-beta': header }));
  expect(response.status).toBe(200);
  expect(received[0]?.headers.has('anthropic-beta')).toBe(false);
  expect(received[0]?.text).not.toContain('compaction');
});

/** The header and the body of an agent's client that cannot be changed. */
const AGENT_BETAS = [
  'claude-code-20250219',
  'interleaved-thinking-2025-05-14',
  'fine-grained-tool-streaming-2025-05-14',
  'context-management-2025-06-27',
  'prompt-caching-scope-2026-01-05',
  'advanced-tool-use-2025-11-20',
  'effort-2025-11-24',
  'redact-thinking-2026-02-12',
];
const { model: _, ...REST } = MESSAGE;
const AGENT = {
  ...REST,
  tools: [
    { name: 'read', input_schema: { type: 'object' }, defer_loading: true },
    { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' },
  ],
  context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
  output_config: { effort: 'medium' },
};
const ON_GOOGLE = '/v1/projects/p/locations/global/workspaces/w/invoke';
const IN_API = { ...AGENT, model: 'claude-opus-4-8' };

it.each([
  ['claude-api', '/v1/messages', IN_API, 200],
  ['claude-on-aws', '/v1/messages', IN_API, 200],
  ['claude-on-google-cloud', `${ON_GOOGLE}/v1/messages`, IN_API, 200],
  ['bedrock-mantle', '/anthropic/v1/messages', IN_API, 400],
  ['foundry', '/anthropic/v1/messages', IN_API, 400],
  ['foundry-azure', '/anthropic/v1/messages', IN_API, 400],
  [
    'bedrock',
    '/model/anthropic.claude-opus-4-8/invoke',
    { ...AGENT, anthropic_version: 'bedrock-2023-05-31', anthropic_beta: AGENT_BETAS },
    400,
  ],
  [
    'vertex',
    '/v1/projects/p/locations/us-east5/publishers/anthropic/models/claude-opus-4-8:rawPredict',
    { ...AGENT, anthropic_version: 'vertex-2023-10-16' },
    400,
  ],
] as const)('makes the request of an agent work on %s', async (platform, path, body, without) => {
  const api = createFakeApi({ platform, today: '2026-11-30' });
  const headers =
    platform === 'bedrock' ? {} : ({ 'anthropic-beta': AGENT_BETAS.join(',') } as HeadersInit);
  const direct = await api.fetch(post(path, body, { 'x-api-key': 'k', ...headers }));
  const gateway = createGateway({
    upstreams: [createUpstream(platform as Upstream['platform'], api.fetch)],
  });
  const through = await gateway(post(path, body, headers));
  expect([direct.status, through.status]).toEqual([without, 200]);
});
