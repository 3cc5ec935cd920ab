import { describe, expect, it } from 'vitest';
import { createGateway } from '../../src/index.ts';
import { hello, makeApi, makeUpstream, readEvents } from './support/convert.ts';

const BETA = 'context-1m-2025-08-07';

function send(
  platform: 'bedrock' | 'vertex',
  body: object,
  path = '/v1/messages?beta=true',
): Promise<Response> {
  const api = makeApi(platform, { respond: () => 'Hello to you.' });
  const gateway = createGateway({ upstreams: [makeUpstream(platform, { send: api.fetch })] });
  const headers = { 'anthropic-version': '2023-06-01', 'anthropic-beta': BETA, 'x-api-key': 'any' };
  const request = new Request(`http://localhost${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return gateway(request);
}

describe.each(['bedrock', 'vertex'] as const)('a gateway before %s', (platform) => {
  it('answers messages', async () => {
    const response = await send(platform, hello);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      content: [{ type: 'text', text: 'Hello to you.' }],
    });
  });

  it('streams', async () => {
    const events = await readEvents(await send(platform, { ...hello, stream: true }));
    expect([events[0]?.event, events.at(-1)?.event]).toEqual(['message_start', 'message_stop']);
  });

  it('counts tokens', async () => {
    const { max_tokens: _, ...body } = hello;
    const response = await send(platform, body, '/v1/messages/count_tokens');
    expect(await response.json()).toEqual({ input_tokens: expect.any(Number) });
  });

  it('sends nothing of the credential of the client', async () => {
    let seen = new Headers();
    const upstream = makeUpstream(platform, {
      send: async (_, init) => {
        seen = new Headers(init.headers);
        return Response.json({});
      },
    });
    const gateway = createGateway({ upstreams: [upstream] });
    const headers = { 'x-api-key': 'secret', authorization: 'Bearer secret' };
    const body = JSON.stringify(hello);
    await gateway(new Request('http://localhost/v1/messages', { method: 'POST', headers, body }));
    expect(JSON.stringify([...seen])).not.toContain('secret');
    expect(seen.get('authorization')).toBe('Bearer any');
  });
});
