/** Tests the events of a recovery, and the plans that it reports. */
import { describe, expect, it } from 'vitest';
import { betaMiddleware } from '../../src/index.ts';
import { betaRecovery, type RecoveryEvent } from '../../src/recovery/index.ts';
import { accept, createClient, createRejector, reject, type Server } from './support/client.ts';
import { runWithClock } from './support/clock.ts';

const A = 'a-2027-01-01';
const platform = 'claude-api';

describe('events', () => {
  it('say what was sent again, learned, probed and forgotten', () =>
    runWithClock(async (clock) => {
      const events: RecoveryEvent[] = [];
      let server: Server = createRejector([A]);
      const onEvent = (event: RecoveryEvent): void => void events.push(event);
      const client = createClient((request) => server(request), { recovery: { onEvent } });
      await client.send({ betas: [A] });
      server = accept;
      clock.advance(60_000);
      await client.send({ betas: [A] });
      expect(events).toEqual([
        { type: 'retry', platform, betas: [] },
        { type: 'learned', platform, betas: [A] },
        { type: 'probe', platform, betas: [A] },
        { type: 'forgotten', platform, betas: [A] },
      ]);
    }));

  it('say that the budget is spent', () =>
    runWithClock(async () => {
      const types: string[] = [];
      const onEvent = ({ type }: RecoveryEvent): void => void types.push(type);
      const client = createClient(() => reject('invalid beta flag'), { recovery: { onEvent } });
      for (let i = 0; i < 15; i++) await client.send({ betas: [A] });
      expect(types.at(-1)).toBe('retry');
      for (let i = 0; i < 15; i++) await client.send({ betas: [A] });
      expect(types.at(-1)).toBe('budget-spent');
    }));

  it('hold no secret that was put into the header by mistake', async () => {
    const events: RecoveryEvent[] = [];
    const onEvent = (event: RecoveryEvent): void => void events.push(event);
    const key = 'sk-ant-api03-abcdefghij';
    const client = createClient(createRejector([A]), { recovery: { onEvent } });
    await client.send({ betas: [A, key], key, body: { system: key } });
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toContain(key);
  });

  it.each([
    () => {
      throw new Error('no');
    },
    () => Promise.reject(new Error('no')),
  ])('fail no request if the hook fails', async (onEvent) => {
    const client = createClient(createRejector([A]), { recovery: { onEvent } });
    expect((await client.send({ betas: [A] })).status).toBe(200);
  });

  it('go to a function', () => {
    expect(() => betaRecovery({ onEvent: 'log' as never })).toThrow(/onEvent: give a function/);
  });
});

describe('what is returned', () => {
  it('is an unread stream, at the first request and after a retry', async () => {
    const frames = 'event: message_start\ndata: {}\n\nevent: message_stop\ndata: {}\n\n';
    const client = createClient((request) =>
      request.betas.includes(A) ? reject(`Unsupported beta header: ${A}`) : new Response(frames),
    );
    for (let i = 0; i < 2; i++) {
      const response = await client.send({ betas: [A], body: { stream: true } });
      expect(response.bodyUsed).toBe(false);
      expect(await response.text()).toBe(frames);
    }
    expect(client.sent).toHaveLength(3);
  });

  it.each([
    'betas: Extra inputs are not permitted',
    '`agent-memory-2026-07-22` and `managed-agents-2026-04-01` cannot be used together in the anthropic-beta header.',
    'anthropic-beta header must not be empty',
    'prompt is too long',
    'temprature: Extra inputs are not permitted',
  ])('is the first answer if no retry can help: %s', async (message) => {
    const client = createClient(() => reject(message));
    const response = await client.send({ betas: [A, 'b-2027-01-01'] });
    expect([response.status, response.bodyUsed, client.sent.length]).toEqual([400, false, 1]);
  });
});

describe('a middleware', () => {
  it('calls next again, each time with headers of its own', async () => {
    const given = new Headers({ 'anthropic-beta': `${A},b-2027-01-01`, 'x-api-key': 'k' });
    const seen: Headers[] = [];
    const request = {
      url: 'https://api.anthropic.com/v1/messages',
      method: 'post',
      headers: given,
      body: '{"model":"claude-opus-5-5","messages":[]}',
    };
    const next = async (sent: typeof request): Promise<Response> => {
      seen.push(sent.headers);
      const isBad = sent.headers.get('anthropic-beta')?.includes(A);
      return isBad ? reject(`Unsupported beta header: ${A}`) : accept();
    };
    const send = betaMiddleware({ recover: betaRecovery() });
    expect((await send(request, next)).status).toBe(200);
    expect(seen.map((headers) => headers.get('anthropic-beta'))).toEqual([
      `${A},b-2027-01-01`,
      'b-2027-01-01',
    ]);
    expect(new Set(seen).size).toBe(2);
    expect(seen.every((headers) => headers.get('x-api-key') === 'k')).toBe(true);
    expect(given.get('anthropic-beta')).toBe(`${A},b-2027-01-01`);
  });

  it('adds the beta that an answer requires, in the place of the platform', async () => {
    const beta = 'mcp-client-2025-11-20';
    const bodies: string[] = [];
    const request = {
      url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-opus-5-5/invoke',
      method: 'POST',
      headers: new Headers(),
      body: '{"anthropic_version":"bedrock-2023-05-31","messages":[]}',
    };
    const next = async (sent: typeof request): Promise<Response> => {
      bodies.push(sent.body);
      return sent.body.includes(beta)
        ? accept()
        : reject(`This endpoint requires the \`anthropic-beta: ${beta}\` header.`);
    };
    const response = await betaMiddleware({ recover: betaRecovery() })(request, next);
    expect(response.status).toBe(200);
    expect(JSON.parse(bodies[1] ?? '')).toMatchObject({ anthropic_beta: [beta] });
  });
});
