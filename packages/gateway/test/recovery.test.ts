import { type BetaMemory, betaRecovery, inProcessMemory } from '@beta-headers/core/recovery';
import { createFakeApi } from '@beta-headers/fake-api';
import { describe, expect, it } from 'vitest';
import { createGateway } from '../src/index.ts';
import type { GatewayEvent, UpstreamAuth } from '../src/types.ts';
import { createUpstream, MESSAGE, post, setUp } from './setup.ts';

const REJECTED = 'context-management-2025-06-27';
const headers = { 'anthropic-beta': `${REJECTED},interleaved-thinking-2025-05-14` };

/** A memory that records its keys and its entries. */
function createMemory() {
  const inner = inProcessMemory();
  const keys = new Set<string>();
  const added: string[] = [];
  const memory: BetaMemory = {
    get: (key) => {
      keys.add(key);
      return inner.get(key);
    },
    add: (key, entries) => {
      added.push(...entries.map(({ beta }) => beta));
      return inner.add(key, entries);
    },
    remove: (key, betas) => inner.remove(key, betas),
  };
  return { memory, keys, added };
}

function setUpRecovery(memory: BetaMemory, auth?: UpstreamAuth) {
  const api = createFakeApi({ rejects: [REJECTED] });
  const events: GatewayEvent[] = [];
  const gateway = createGateway({
    upstreams: [createUpstream('claude-api', api.fetch, auth && { auth })],
    recover: betaRecovery({ memory }),
    onEvent: (event) => events.push(event),
  });
  return { api, gateway, events };
}

describe('the recovery', () => {
  it('sends a request again without the rejected beta, and remembers it', async () => {
    const { memory, added } = createMemory();
    const { api, gateway, events } = setUpRecovery(memory);
    const first = await gateway(post('/v1/messages', MESSAGE, headers));
    expect(first.status).toBe(200);
    expect(first.headers.get('x-beta-headers-dropped')).toBe(REJECTED);
    const second = await gateway(post('/v1/messages', MESSAGE, headers));
    expect(second.status).toBe(200);
    expect(api.requests.map(({ status }) => status)).toEqual([400, 200, 200]);
    expect(events.map(({ attempts }) => attempts)).toEqual([2, 1]);
    expect(added).toEqual([REJECTED]);
  });

  it('keeps workspaces apart that clients name under an operator’s credential', async () => {
    const { memory, keys } = createMemory();
    const { gateway } = setUpRecovery(memory);
    for (const workspace of ['one', 'two'])
      await gateway(
        post('/v1/messages', MESSAGE, { ...headers, 'anthropic-workspace-id': workspace }),
      );
    expect(keys.size).toBe(2);
  });

  it('passes on no error of a probe, and sends no second one for a minute', async () => {
    const { memory } = createMemory();
    const { now } = Date;
    let isDown = false;
    const { gateway, received } = setUp('claude-api', {
      recover: betaRecovery({ memory }),
      answer: (request) => {
        const isSent = request.headers.get('anthropic-beta')?.includes(REJECTED);
        if (!isSent) return Response.json({ type: 'message' });
        const message = `Unexpected value(s) \`${REJECTED}\` for the \`anthropic-beta\` header.`;
        const error = { type: 'invalid_request_error', message };
        return Response.json({ type: 'error', error }, { status: isDown ? 503 : 400 });
      },
    });
    const send = async () => (await gateway(post('/v1/messages', MESSAGE, headers))).status;
    try {
      expect(await send()).toBe(200);
      Date.now = () => now() + 61_000;
      isDown = true;
      expect([await send(), await send()]).toEqual([200, 200]);
      expect(received).toHaveLength(5);
    } finally {
      Date.now = now;
    }
  });

  it('shares what it learns among the clients of an operator’s credential', async () => {
    const { memory, keys } = createMemory();
    const { api, gateway } = setUpRecovery(memory);
    for (const key of ['one', 'two'])
      await gateway(post('/v1/messages', MESSAGE, { ...headers, 'x-api-key': key }));
    expect(keys.size).toBe(1);
    expect(api.requests).toHaveLength(3);
  });

  it('keeps what it learns apart for each client’s own credential', async () => {
    const { memory, keys } = createMemory();
    const { api, gateway } = setUpRecovery(memory, { mode: 'passthrough' });
    for (const key of ['one', 'two'])
      await gateway(post('/v1/messages', MESSAGE, { ...headers, 'x-api-key': key }));
    expect(keys.size).toBe(2);
    expect(api.requests).toHaveLength(4);
  });

  it('never drops the oauth beta of a client', async () => {
    const { memory } = createMemory();
    const sent: (string | null)[] = [];
    const { gateway } = setUp('claude-api', {
      recover: betaRecovery({ memory }),
      upstream: { auth: { mode: 'passthrough' } },
      answer: ({ headers: received }) => {
        sent.push(received.get('anthropic-beta'));
        const error = {
          type: 'invalid_request_error',
          message: 'Unexpected value(s) `oauth-2025-04-20` for the `anthropic-beta` header.',
        };
        return Response.json({ type: 'error', error }, { status: 400 });
      },
    });
    const oauth = { authorization: 'Bearer sk-ant-oat01-x', 'anthropic-beta': 'oauth-2025-04-20' };
    expect((await gateway(post('/v1/messages', MESSAGE, oauth))).status).toBe(400);
    expect(new Set(sent)).toEqual(new Set(['oauth-2025-04-20']));
  });

  it('returns the bytes of the error if nothing helps', async () => {
    const text =
      '{ "type":"error", "error":{"type":"invalid_request_error","message":"invalid beta flag"} }';
    const { memory, added } = createMemory();
    const { gateway } = setUp('claude-api', {
      recover: betaRecovery({ memory }),
      answer: () => new Response(text, { status: 400 }),
    });
    const response = await gateway(post('/v1/messages', MESSAGE, headers));
    expect(response.status).toBe(400);
    expect(await response.text()).toBe(text);
    expect(added).toEqual([]);
  });

  it.each([
    ['ECONNRESET', 502, 'api_error'],
    ['UND_ERR_BODY_TIMEOUT', 504, 'timeout_error'],
  ])('answers itself if the body of an error is lost by %s', async (code, status, type) => {
    const { memory } = createMemory();
    const { gateway, events } = setUp('claude-api', {
      recover: betaRecovery({ memory }),
      answer: () => {
        let isFirst = true;
        const body = new ReadableStream<Uint8Array>({
          pull(controller) {
            if (isFirst) controller.enqueue(new TextEncoder().encode('{"type":"err'));
            else controller.error(Object.assign(new Error('lost'), { code }));
            isFirst = false;
          },
        });
        return new Response(body, { status: 400 });
      },
    });
    const response = await gateway(post('/v1/messages', MESSAGE, headers));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { type } });
    expect(events[0]).toMatchObject({ status, attempts: 1 });
  });

  it('learns nothing from a refusal of the plan, from own errors, and from another gateway', async () => {
    const { memory, added } = createMemory();
    const recover = betaRecovery({ memory });
    const thread = { type: 'continue', previous_message_id: 'm' };
    const refusing = setUp('bedrock-mantle', { recover });
    const threads = { 'anthropic-beta': `message-threads-2026-08-12,${REJECTED}` };
    const refused = await refusing.gateway(post('/v1/messages', { ...MESSAGE, thread }, threads));
    expect(refused.status).toBe(400);
    expect(refusing.received).toHaveLength(0);
    const failing = setUp('claude-api', {
      recover,
      upstream: { auth: { mode: 'sign', sign: () => Promise.reject(new Error('expired')) } },
    });
    expect((await failing.gateway(post('/v1/messages', MESSAGE, headers))).status).toBe(502);
    const behind = setUp('claude-api', { recover, answer: () => refused.clone() });
    const passed = await behind.gateway(post('/v1/messages', MESSAGE, headers));
    expect(passed.headers.get('x-beta-headers')).toBe('refused');
    expect(behind.received).toHaveLength(1);
    expect(added).toEqual([]);
  });
});

describe('a dry run', () => {
  it('changes and retries nothing, and reports what it would do', async () => {
    const { memory, keys } = createMemory();
    const { gateway, received, events } = setUp('vertex', {
      dryRun: true,
      recover: betaRecovery({ memory }),
      answer: () => new Response('invalid beta flag', { status: 400 }),
    });
    const path = '/publishers/anthropic/models/claude-opus-5:rawPredict';
    const text = '{"mcp_servers": [{"type":"url","url":"http://a","name":"b"}],"messages":[]}';
    const response = await gateway(post(path, text, { 'anthropic-beta': 'oauth-2025-04-20' }));
    expect(response.status).toBe(400);
    expect(received).toHaveLength(1);
    expect(received[0]?.text).toBe(text);
    expect(received[0]?.headers.get('anthropic-beta')).toBe('oauth-2025-04-20');
    expect(response.headers.get('x-beta-headers-dropped')).toBe('oauth-2025-04-20');
    expect(events[0]?.changes.map(({ action }) => action)).toContain('dropped');
    expect(keys.size).toBe(0);
  });

  it.each([
    { beta: 'advanced-tool-use-2025-11-20', policy: undefined },
    { beta: 'not-a-known-beta-2026-01-01', policy: { unknownBeta: 'drop' } as const },
  ])('reports the decisions of a real run for $beta', async ({ beta, policy }) => {
    const request = () =>
      post(
        '/publishers/anthropic/models/claude-opus-5:rawPredict',
        { anthropic_version: 'vertex-2023-10-16', max_tokens: 1, speed: 'fast', messages: [] },
        { 'anthropic-beta': beta },
      );
    const real = setUp('vertex', policy && { policy });
    const dry = setUp('vertex', { dryRun: true, ...(policy && { policy }) });
    await real.gateway(request());
    const response = await dry.gateway(request());
    expect(real.events[0]?.changes).toContainEqual(expect.objectContaining({ beta }));
    expect(dry.events[0]?.changes).toEqual(real.events[0]?.changes);
    expect(response.headers.get('x-beta-headers-dropped')).toBe(beta);
    expect(real.received[0]?.headers.get('anthropic-beta')).toBeNull();
    expect(dry.received[0]?.headers.get('anthropic-beta')).toBe(beta);
  });

  it('forwards a request that a real run would refuse', async () => {
    const thread = { type: 'continue', previous_message_id: 'm' };
    const { gateway, received, events } = setUp('bedrock-mantle', { dryRun: true });
    const threads = { 'anthropic-beta': 'message-threads-2026-08-12' };
    const response = await gateway(post('/v1/messages', { ...MESSAGE, thread }, threads));
    expect([response.status, received.length]).toEqual([200, 1]);
    expect(response.headers.get('x-beta-headers-verdict')).toBe('refused');
    expect(events[0]?.changes.map(({ action }) => action)).toContain('refused');
  });

  it('forwards bodies that cannot be planned', async () => {
    const { gateway, received } = setUp('claude-api', { dryRun: true });
    expect((await gateway(post('/v1/messages', '{"a":'))).status).toBe(200);
    const encoded = post('/v1/messages', 'zip', { 'content-encoding': 'gzip' });
    expect((await gateway(encoded)).status).toBe(200);
    expect(received.map(({ text }) => text)).toEqual(['{"a":', 'zip']);
  });
});
