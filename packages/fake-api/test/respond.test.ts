import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Anthropic from '@anthropic-ai/sdk';
import { EventStreamCodec } from '@smithy/core/event-streams';
import { describe, expect, it } from 'vitest';
import {
  type ContentBlock,
  createFakeApi,
  type FakeApiOptions,
  fault,
  type RespondRequest,
  text,
  thinking,
  toolUse,
} from '../src/index.ts';
import { get, hello, post, readJson } from './support/send.ts';

const today = '2026-11-30';
const params = { ...hello, messages: [{ role: 'user' as const, content: 'Hello' }] };
const weather = {
  name: 'weather',
  input_schema: {
    type: 'object' as const,
    properties: { city: { type: 'string' }, days: { type: 'integer', minimum: 1 } },
    required: ['city', 'days'],
  },
};

const clientFor = (options: FakeApiOptions): Anthropic =>
  new Anthropic({
    apiKey: 'any',
    fetch: createFakeApi({ today, ...options }).fetch,
    maxRetries: 0,
  });

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const BLOCKS: ContentBlock[] = [
  thinking('The user greets me, so I greet back.', 'sig'),
  text('Hello! Here is the weather in Malang.'),
  { type: 'redacted_thinking', data: 'xyz' },
  toolUse('weather', { city: 'Malang 🌦', days: 3 }, 'toolu_1'),
];

/** The params of `hello` that token counting has. */
const { max_tokens: _, ...counting } = hello;

describe('respond', () => {
  it('answers with text, and completes the message', async () => {
    const message = await clientFor({ respond: () => 'Hi!' }).messages.create(params);
    expect(message).toMatchObject({
      id: 'msg_011fake000001',
      model: 'claude-opus-5',
      content: [{ type: 'text', text: 'Hi!' }],
      stop_reason: 'end_turn',
      usage: { service_tier: 'standard' },
    });
    expect(message.content[0]).not.toHaveProperty('citations');
  });

  it('merges the fields of a message into the defaults', async () => {
    const respond = () => ({ stop_reason: 'max_tokens', usage: { output_tokens: 64 } });
    const message = await clientFor({ respond }).messages.create(params);
    expect(message.stop_reason).toBe('max_tokens');
    expect(message.usage).toMatchObject({ output_tokens: 64, cache_read_input_tokens: 0 });
    expect(message.content).toHaveLength(1);
    const refusal = await clientFor({ respond: () => ({ stop_reason: 'refusal' }) });
    expect((await refusal.messages.create(params)).content).toEqual([]);
  });

  it('streams every kind of block so that the SDK puts the same message together', async () => {
    const client = clientFor({ respond: () => ({ content: BLOCKS }) });
    const whole = await client.messages.create(params);
    const streamed = await client.messages.stream(params).finalMessage();
    expect(whole.content).toEqual(BLOCKS);
    expect(whole.stop_reason).toBe('tool_use');
    const { parsed_output: _, usage, ...rest } = streamed;
    expect({ ...rest, usage: { ...usage, input_tokens: whole.usage.input_tokens } }).toEqual({
      ...whole,
      id: 'msg_011fake000002',
    });
  });

  it('streams citations and compaction', async () => {
    const citation = { type: 'char_location', cited_text: 'a', document_index: 0 };
    const content = [
      { type: 'text', text: 'A cited sentence.', citations: [citation] },
      { type: 'compaction', content: 'So far: nothing.' },
    ];
    const client = clientFor({ respond: () => ({ content }) });
    const streamed = await client.beta.messages.stream(params).finalMessage();
    expect(streamed.content).toEqual(content);
  });

  it('runs a tool loop by the results in the request', async () => {
    const seen: RespondRequest[] = [];
    const client = clientFor({
      respond: (request) => {
        seen.push(request);
        const [result] = request.toolResults;
        return result
          ? `It is ${JSON.stringify(result.content)}.`
          : { content: [toolUse('weather', { city: 'Malang', days: 1 })] };
      },
    });
    const runner = client.beta.messages.toolRunner({
      ...params,
      tools: [
        {
          ...weather,
          type: 'custom' as const,
          run: (input: unknown) => `sunny in ${(input as { city: string }).city}`,
          parse: (input: unknown) => input,
        },
      ],
    });
    const final = await runner;
    expect(final.content).toMatchObject([{ text: 'It is "sunny in Malang".' }]);
    expect(seen.map(({ toolResults }) => toolResults.length)).toEqual([0, 1]);
    expect(seen[1]?.toolResults).toMatchObject([{ tool_use_id: 'toolu_011fake000001' }]);
  });

  it('is called only for requests that pass the gate, with their facts', async () => {
    const seen: RespondRequest[] = [];
    const api = createFakeApi({
      today,
      respond: (request) => void seen.push(request) as undefined,
    });
    expect((await post(api, { ...hello, mcp_servers: [{}] })).status).toBe(400);
    expect((await post(api, hello)).status).toBe(200);
    expect((await get(api, '/v1/models/claude-opus-5')).status).toBe(200);
    expect(seen).toMatchObject([
      { method: 'POST', path: '/v1/messages', model: 'claude-opus-5', stream: false, body: hello },
      { method: 'GET', path: '/v1/models/claude-opus-5', params: {}, messages: [] },
    ]);
    expect(seen[0]?.messages).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'Hello' }] },
    ]);
  });

  it('sends a Response unchanged, from any endpoint', async () => {
    const api = createFakeApi({
      respond: async ({ path }) =>
        path === '/v1/messages'
          ? new Response('teapot', { status: 418, headers: { 'x-mine': '1' } })
          : Response.json({ input_tokens: 7 }),
    });
    const response = await post(api);
    expect([response.status, response.headers.get('x-mine'), await response.text()]).toEqual([
      418,
      '1',
      'teapot',
    ]);
    expect(response.headers.get('request-id')).toMatch(/^req_/);
    const counted = await readJson(await post(api, counting, '/v1/messages/count_tokens'));
    expect(counted).toEqual({ input_tokens: 7 });
  });

  it('leaves the answers of other endpoints as they are', async () => {
    const api = createFakeApi({ respond: () => 'Hi' });
    const counted = await readJson(await post(api, counting, '/v1/messages/count_tokens'));
    expect(Object.keys(counted)).toEqual(['input_tokens']);
  });

  it('refuses a field that token counting does not have, as the API does', async () => {
    const refused = await readJson(await post(createFakeApi(), hello, '/v1/messages/count_tokens'));
    expect(refused).toMatchObject({
      error: { message: 'max_tokens: Extra inputs are not permitted' },
    });
  });

  it('answers a request with a fault', async () => {
    const client = clientFor({ respond: ({ model }) => fault(model === 'x' ? 400 : 529) });
    await expect(client.messages.create(params)).rejects.toMatchObject({ status: 529 });
  });

  it('answers each item of a batch', async () => {
    const client = clientFor({
      respond: ({ customId, messages }) =>
        customId === 'b'
          ? Response.json({ type: 'error', error: { type: 'api_error' } }, { status: 500 })
          : `${customId}: ${messages[0]?.content[0]?.text}`,
    });
    const requests = ['a', 'b'].map((custom_id) => ({ custom_id, params }));
    const { id } = await client.messages.batches.create({ requests });
    const batch = await client.messages.batches.retrieve(id);
    expect(batch.request_counts).toMatchObject({ succeeded: 1, errored: 1 });
    const results: unknown[] = [];
    for await (const { result } of await client.messages.batches.results(id)) results.push(result);
    expect(results).toMatchObject([
      { type: 'succeeded', message: { content: [{ text: 'a: Hello' }] } },
      { type: 'errored', error: { error: { type: 'api_error' } } },
    ]);
  });

  it('reports what is wrong with an answer, in an error that clients do not retry', async () => {
    const readMessage = async (respond: () => unknown): Promise<string> => {
      const response = await post(createFakeApi({ respond: respond as never }));
      expect([response.status, response.headers.get('x-should-retry')]).toEqual([500, 'false']);
      return (await readJson<{ error: { message: string } }>(response)).error.message;
    };
    const thrown = (): never => {
      throw new Error('no such case');
    };
    expect(await readMessage(thrown)).toBe('respond: it threw Error: no such case');
    expect(await readMessage(() => 5)).toMatch(/^respond: give text, the fields of a message/);
    expect(await readMessage(() => ({ content: [{}] }))).toMatch(
      /^respond: content: give text, or/,
    );
  });

  it('is no longer awaited when the caller gives up, even after a garbage collection', async () => {
    const api = createFakeApi({ respond: () => new Promise<never>(() => {}) });
    const answer = post(api, hello, undefined, { signal: AbortSignal.timeout(50) });
    const collecting = setInterval(collectGarbage, 10);
    try {
      await expect(answer).rejects.toMatchObject({ name: 'TimeoutError' });
    } finally {
      clearInterval(collecting);
    }
  }, 10_000);
});

describe('without respond', () => {
  const client = clientFor({});

  it('calls the tool that the request forces, with an input that fits', async () => {
    const tools = [{ name: 'other', input_schema: { type: 'object' as const } }, weather];
    const call = async (tool_choice: Anthropic.ToolChoice): Promise<unknown> =>
      (await client.messages.create({ ...params, tools, tool_choice })).content;
    expect(await call({ type: 'any' })).toMatchObject([{ name: 'other', input: {} }]);
    expect(await call({ type: 'tool', name: 'weather' })).toMatchObject([
      { type: 'tool_use', name: 'weather', input: { city: 'text', days: 1 } },
    ]);
    expect(await call({ type: 'auto' })).toMatchObject([{ type: 'text' }]);
  });

  it('answers structured output with JSON that fits the schema', async () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } } },
      required: ['name', 'tags'],
    };
    const format = { type: 'json_schema' as const, schema };
    const message = await client.messages.parse({ ...params, output_config: { format } });
    expect(message.parsed_output).toEqual({ name: 'text', tags: [] });
  });
});

describe('other platforms', () => {
  const respond = ({ messages, toolResults }: RespondRequest) =>
    toolResults.length > 0
      ? `Seen: ${JSON.stringify(messages.at(-1))}`
      : { content: BLOCKS.filter(({ type }) => type !== 'redacted_thinking') };
  const api = createFakeApi({ platform: 'bedrock', today, respond });
  const codec = new EventStreamCodec(
    (bytes) => new TextDecoder().decode(bytes as Uint8Array),
    (value) => new TextEncoder().encode(value),
  );
  const readFrames = async (response: Response): Promise<[unknown, Record<string, unknown>][]> => {
    const bytes = new Uint8Array(await response.arrayBuffer());
    const frames: [unknown, Record<string, unknown>][] = [];
    for (let at = 0; at < bytes.length; ) {
      const length = new DataView(bytes.buffer).getUint32(at);
      const { headers, body } = codec.decode(bytes.slice(at, at + length));
      frames.push([headers[':event-type']?.value, JSON.parse(new TextDecoder().decode(body))]);
      at += length;
    }
    return frames;
  };

  it('wraps the events of InvokeModel in chunks', async () => {
    const response = await post(api, hello, '/model/claude-opus-5/invoke-with-response-stream');
    const events = (await readFrames(response)).map(([, { bytes }]) =>
      JSON.parse(
        new TextDecoder().decode(Uint8Array.from(atob(String(bytes)), (c) => c.charCodeAt(0))),
      ),
    );
    const partial = events.map(({ delta }) => delta?.partial_json ?? '').join('');
    expect(JSON.parse(partial)).toEqual({ city: 'Malang 🌦', days: 3 });
    expect(events.at(-1)).toEqual({ type: 'message_stop' });
  });

  it('answers Converse in its form, whole and streamed', async () => {
    const body = { messages: [{ role: 'user', content: [{ text: 'Hello' }] }] };
    const whole = await readJson(await post(api, body, '/model/claude-opus-5/converse'));
    expect(whole).toMatchObject({
      stopReason: 'tool_use',
      output: {
        message: {
          content: [
            { reasoningContent: { reasoningText: { signature: 'sig' } } },
            { text: 'Hello! Here is the weather in Malang.' },
            { toolUse: { toolUseId: 'toolu_1', name: 'weather', input: { days: 3 } } },
          ],
        },
      },
    });
    const frames = await readFrames(await post(api, body, '/model/claude-opus-5/converse-stream'));
    const input = frames.flatMap(([type, { delta }]) =>
      type === 'contentBlockDelta'
        ? [(delta as { toolUse?: { input: string } }).toolUse?.input ?? '']
        : [],
    );
    expect(JSON.parse(input.join(''))).toEqual({ city: 'Malang 🌦', days: 3 });
    expect(frames.map(([type]) => type).slice(-2)).toEqual(['messageStop', 'metadata']);
  });

  it('reads Converse requests in the form of the API', async () => {
    const toolResult = { toolUseId: 't', content: [{ json: { sun: true } }], status: 'success' };
    const messages = [{ role: 'user', content: [{ toolResult }] }];
    const path = '/model/claude-opus-5/converse';
    expect(JSON.stringify(await readJson(await post(api, { messages }, path)))).toContain('sun');
    const forced = createFakeApi({ platform: 'bedrock-converse', today });
    const toolSpec = { name: 'weather', inputSchema: { json: weather.input_schema } };
    const toolConfig = { tools: [{ toolSpec }], toolChoice: { tool: { name: 'weather' } } };
    expect(await readJson(await post(forced, { messages: [], toolConfig }, path))).toMatchObject({
      output: { message: { content: [{ toolUse: { input: { city: 'text', days: 1 } } }] } },
    });
    const structure = { jsonSchema: { schema: JSON.stringify({ const: { a: 1 } }) } };
    const outputConfig = { textFormat: { type: 'json_schema', structure } };
    expect(await readJson(await post(forced, { messages: [], outputConfig }, path))).toMatchObject({
      output: { message: { content: [{ text: '{"a":1}' }] } },
    });
  });

  it('reports a block that Converse has no form for', async () => {
    const content = [{ type: 'mcp_tool_use', name: 'x', input: {} }];
    const other = createFakeApi({ platform: 'bedrock-converse', respond: () => ({ content }) });
    const response = await post(other, { messages: [] }, '/model/claude-opus-5/converse');
    expect([response.status, JSON.stringify(await readJson(response))]).toEqual([
      500,
      expect.stringContaining('Converse has no form for a block of type'),
    ]);
  });
});
