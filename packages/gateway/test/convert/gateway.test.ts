import { describe, expect, it } from 'vitest';
import { createGateway } from '../../src/index.ts';
import type { GatewayOptions } from '../../src/types.ts';
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

describe('an error in a converted response', () => {
  const DENIED = 'User: arn:aws:iam::123456789012:role/gw may not call bedrock:InvokeModel';

  const sendTo = async (
    send: () => Promise<Response>,
    options: Partial<GatewayOptions> = {},
  ): Promise<{ status: number; text: string }> => {
    const upstreams = [makeUpstream('bedrock', { send })];
    const body = JSON.stringify(hello);
    const headers = { 'anthropic-beta': BETA };
    const response = await createGateway({ upstreams, ...options })(
      new Request('http://localhost/v1/messages', { method: 'POST', headers, body }),
    );
    return { status: response.status, text: await response.text() };
  };
  const deny = async (): Promise<Response> => Response.json({ message: DENIED }, { status: 403 });

  it('names no account by default', async () => {
    const { status, text } = await sendTo(deny);
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({
      type: 'error',
      error: { type: 'permission_error', message: 'The upstream denied access.' },
    });
  });

  it('has the text of the upstream with `verbatim`', async () => {
    const { text } = await sendTo(deny, { errors: 'verbatim' });
    expect(JSON.parse(text)).toMatchObject({ error: { message: DENIED } });
  });

  it('is hidden after the recovery has read it', async () => {
    const named = `The value \`${BETA}\` is an invalid beta flag for account 123456789012`;
    const send = async (): Promise<Response> => Response.json({ message: named }, { status: 400 });
    const seen: string[] = [];
    const { text } = await sendTo(send, {
      recover: async (exchange) => {
        const response = await exchange.send(exchange.plan([]));
        seen.push(await response.clone().text());
        return response;
      },
    });
    expect(seen[0]).toContain('123456789012');
    expect(text).not.toContain('123456789012');
  });

  it('keeps its bytes if the request was not converted', async () => {
    const upstreams = [makeUpstream('bedrock', { send: deny })];
    const response = await createGateway({ upstreams })(
      new Request('http://localhost/model/anthropic.claude-opus-4-8/invoke', {
        method: 'POST',
        body: JSON.stringify({ max_tokens: 1, messages: [] }),
      }),
    );
    expect(await response.text()).toBe(JSON.stringify({ message: DENIED }));
  });
});
