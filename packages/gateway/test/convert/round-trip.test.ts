import { fault, type RespondAnswer, text, thinking, toolUse } from '@beta-headers/fake-api';
import { describe, expect, it } from 'vitest';
import {
  hello,
  MODEL,
  makeApi,
  makeUpstream,
  type Options,
  readEvents,
  roundTrip,
  type Sent,
  type SentEvent,
} from './support/convert.ts';

const CONVERTED = ['bedrock', 'vertex'] as const;
const ALL = [
  ...CONVERTED,
  'bedrock-mantle',
  'foundry',
  'claude-on-aws',
  'claude-on-google-cloud',
] as const;
const COUNT = '/v1/messages/count_tokens';

const tools = [
  {
    name: 'get_weather',
    description: 'Reports the weather.',
    input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
];

/** Requests, with what the model answers to each. */
const CASES: readonly (readonly [name: string, body: object, answer: RespondAnswer])[] = [
  ['text', hello, 'Hello, and good morning to you all: é 😀 "quoted"\n\nand more lines.'],
  ['an empty answer', hello, { content: [], stop_reason: 'end_turn' }],
  [
    'a call of a tool',
    { ...hello, tools },
    { content: [text('Let me see.'), toolUse('get_weather', { city: 'Zürich' }, 'toolu_1')] },
  ],
  [
    'the result of a tool',
    {
      ...hello,
      tools,
      messages: [
        { role: 'user', content: 'How is the weather?' },
        {
          role: 'assistant',
          content: [{ type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'X' } }],
        },
        {
          role: 'user',
          content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'Sunny' }],
        },
      ],
    },
    'It is sunny.',
  ],
  [
    'thinking',
    { ...hello, max_tokens: 4096, thinking: { type: 'adaptive' } },
    { content: [thinking('Let me think about this for a moment.'), text('Done.')] },
  ],
];

/** Replaces the ids, in which platforms differ, and the counts, which depend on the body's size. */
const normalize = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value)
      .replace(/"(msg|req)_(?:bdrk_|vrtx_)?/g, '"$1_')
      .replace(/"input_tokens":\d+/g, '"input_tokens":0'),
  );

const send = (
  platform: (typeof ALL)[number] | 'claude-api',
  answer: RespondAnswer,
  sent: Sent,
  options: Options = {},
): Promise<Response> =>
  roundTrip(makeApi(platform, { respond: () => answer }), makeUpstream(platform), sent, options);

describe.each(ALL)('through %s', (platform) => {
  it.each(CASES)('a message is that of the Claude API: %s', async (_, body, answer) => {
    const response = await send(platform, answer, { body });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    const expected = await send('claude-api', answer, { body });
    expect(normalize(await response.json())).toEqual(normalize(await expected.json()));
    expect(response.headers.has('request-id')).toBe(true);
  });

  it.each(CASES)('a stream has the events of the Claude API: %s', async (_, params, answer) => {
    const body = { ...params, stream: true };
    const response = await send(platform, answer, { body });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const events = await readEvents(response);
    const expected = await readEvents(await send('claude-api', answer, { body }));
    expect(events.length).toBeGreaterThan(3);
    expect(normalize(events)).toEqual(normalize(expected));
  });
});

describe.each(ALL)('the counting of tokens through %s', (platform) => {
  it('answers as the Claude API does', async () => {
    const api = makeApi(platform);
    const { max_tokens: _, ...body } = hello;
    const response = await roundTrip(api, makeUpstream(platform), { path: COUNT, body });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ input_tokens: expect.any(Number) });
  });
});

describe('what the upstream receives', () => {
  it('is the form of Bedrock, with the betas in the body', async () => {
    const api = makeApi('bedrock');
    const headers = { 'anthropic-beta': 'context-1m-2025-08-07' };
    const body = { ...hello, stream: true };
    await roundTrip(api, makeUpstream('bedrock'), { headers, body });
    expect(api.requests[0]).toMatchObject({
      path: `/model/${MODEL}/invoke-with-response-stream`,
      betaHeader: undefined,
      betas: ['context-1m-2025-08-07'],
      bodyKeys: ['max_tokens', 'messages', 'anthropic_version', 'anthropic_beta'],
    });
  });

  it('is the form of Vertex, with the betas in the header', async () => {
    const api = makeApi('vertex');
    const headers = { 'anthropic-beta': 'context-1m-2025-08-07' };
    await roundTrip(api, makeUpstream('vertex'), { headers });
    expect(api.requests[0]).toMatchObject({
      path: `/v1/projects/my-project/locations/global/publishers/anthropic/models/${MODEL}:rawPredict`,
      betaHeader: 'context-1m-2025-08-07',
      bodyKeys: ['max_tokens', 'messages', 'anthropic_version'],
    });
  });
});

describe.each(CONVERTED)('failures of %s', (platform) => {
  const stream = { ...hello, stream: true };
  const sendFault = (kind: Parameters<typeof fault>, options: Options = {}): Promise<Response> =>
    roundTrip(
      makeApi(platform, { faults: [fault(...kind)] }),
      makeUpstream(platform),
      { body: stream },
      { errors: 'verbatim', ...options },
    );

  it.each([
    [400, 'invalid_request_error'],
    [401, 'authentication_error'],
    [403, 'permission_error'],
    [404, 'not_found_error'],
    [429, 'rate_limit_error'],
    [500, 'api_error'],
  ] as const)('have the status %i and the type %s before the stream', async (status, type) => {
    const response = await sendFault([status, { message: 'On purpose.', retryAfter: 3 }]);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('retry-after')).toBe('3');
    expect(await response.json()).toEqual({
      type: 'error',
      error: { type, message: 'On purpose.' },
      request_id: response.headers.get('request-id'),
    });
  });

  it.each([
    [529, platform === 'bedrock' ? 'api_error' : 'overloaded_error'],
    [500, 'api_error'],
    [400, 'invalid_request_error'],
  ] as const)('are error events inside of the stream: %i is %s', async (status, type) => {
    const events = await readEvents(await sendFault([status, { after: 2, message: 'Oh.' }]));
    expect(events.map(({ event }) => event)).toEqual([
      'message_start',
      'content_block_start',
      'error',
    ]);
    expect(events[2]?.data).toMatchObject({ type: 'error', error: { type, message: 'Oh.' } });
  });
});

describe('a stream of Bedrock that breaks', () => {
  const sendFault = (...kind: Parameters<typeof fault>): Promise<Response> =>
    roundTrip(makeApi('bedrock', { faults: [fault(...kind)] }), makeUpstream('bedrock'), {
      body: { ...hello, stream: true },
    });
  const readLast = async (response: Response): Promise<SentEvent | undefined> =>
    (await readEvents(response)).at(-1);

  it('has the type of a limit of the API', async () => {
    const last = await readLast(
      await sendFault(429, { after: 2, message: 'Account 123456789012' }),
    );
    expect(last?.data).toEqual({
      type: 'error',
      error: {
        type: 'rate_limit_error',
        message: 'The rate limit of the upstream is exceeded.',
      },
    });
  });

  it('ends with an error event if it is truncated', async () => {
    expect((await readLast(await sendFault('truncate-stream')))?.data).toEqual({
      type: 'error',
      error: { type: 'api_error', message: expect.stringContaining('in the middle') },
    });
  });

  it('ends with an error event if the connection is lost', async () => {
    expect((await readLast(await sendFault('reset', { after: 2 })))?.data).toEqual({
      type: 'error',
      error: { type: 'api_error', message: expect.stringContaining('ECONNRESET') },
    });
  });

  it('is pinged while it is slow', async () => {
    const api = makeApi('bedrock', { faults: [fault('slow', { ms: 40 })], respond: () => 'Hi' });
    const body = { ...hello, stream: true };
    const options = { pingMs: 10 };
    const events = await readEvents(
      await roundTrip(api, makeUpstream('bedrock'), { body }, options),
    );
    const pings = events.filter(({ event }) => event === 'ping');
    expect(pings.length).toBeGreaterThan(5);
    expect(events[0]?.event).toBe('message_start');
    expect(events.at(-1)?.event).toBe('message_stop');
  });

  it('is aborted with the request of the client', async () => {
    const aborter = new AbortController();
    const api = makeApi('bedrock', { faults: [fault('slow', { ms: 5000 })] });
    const body = { ...hello, stream: true };
    const response = await roundTrip(api, makeUpstream('bedrock'), { body }, {}, aborter.signal);
    const start = performance.now();
    const reading = response.text();
    aborter.abort();
    await reading;
    expect(performance.now() - start).toBeLessThan(4000);
  });
});
