/** The fake API as a test double: a tool loop, a stream and structured output with each client. */
import { createAnthropic } from '@ai-sdk/anthropic';
import Anthropic from '@anthropic-ai/sdk';
import { createFakeApi, type RespondRequest, thinking, toolUse } from '@beta-headers/fake-api';
import { ChatAnthropic } from '@langchain/anthropic';
import { HumanMessage, ToolMessage } from '@langchain/core/messages';
import {
  generateObject,
  generateText,
  type LanguageModel,
  stepCountIs,
  streamText,
  tool,
} from 'ai';
import { createAnthropic as createAnthropic2 } from 'ai-sdk-anthropic-2';
import { createAnthropic as createAnthropic3 } from 'ai-sdk-anthropic-3';
import Anthropic0 from 'anthropic-sdk-0-122';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const MODEL = 'claude-opus-4-8';

/** Calls the tool once, then answers with its result. */
const respond = ({ params, toolResults }: RespondRequest) => {
  const [result] = toolResults;
  if (result) return `The tool says: ${JSON.stringify(result.content)}`;
  const hasTool = Array.isArray(params.tools) && params.tool_choice === undefined;
  return hasTool
    ? { content: [thinking('A tool helps.'), toolUse('weather', { city: 'Malang' })] }
    : undefined;
};

describe.each<[string, (fetch: typeof globalThis.fetch) => LanguageModel]>([
  ['2', (fetch) => createAnthropic2({ apiKey: 'none', fetch })(MODEL)],
  ['3', (fetch) => createAnthropic3({ apiKey: 'none', fetch })(MODEL)],
  ['4', (fetch) => createAnthropic({ apiKey: 'none', fetch })(MODEL)],
])('@ai-sdk/anthropic %s', (_, createModel) => {
  const start = (options: Parameters<typeof createFakeApi>[0] = {}) => {
    const api = createFakeApi(options);
    return { api, model: createModel(api.fetch as typeof globalThis.fetch) };
  };
  const cities: string[] = [];
  const weather = tool({
    description: 'The weather',
    inputSchema: z.object({ city: z.string() }),
    execute: async ({ city }) => {
      cities.push(city);
      return 'sunny';
    },
  });
  const loop = {
    tools: { weather },
    stopWhen: stepCountIs(3),
    prompt: 'Hello',
    maxRetries: 0,
  };
  // Without `tool_choice` in the request the default of the AI SDK is auto.
  const autoRespond = (request: RespondRequest) => {
    const { tool_choice: _choice, ...params } = request.params;
    return respond({ ...request, params });
  };

  it('runs a tool loop, whole and streamed', async () => {
    const { model } = start({ respond: autoRespond });
    cities.length = 0;
    const { text } = await generateText({ ...loop, model } as never);
    expect(text).toContain('The tool says:');
    const streamed = streamText({ ...loop, model } as never);
    expect(await streamed.text).toContain('sunny');
    expect(cities).toEqual(['Malang', 'Malang']);
  });

  it('streams text', async () => {
    const { model } = start({ respond: () => 'Hello from a test, in several pieces.' });
    const { textStream } = streamText({ model, prompt: 'Hello', maxRetries: 0 });
    const pieces: string[] = [];
    for await (const piece of textStream) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe('Hello from a test, in several pieces.');
  });

  it('gets structured output that fits its schema', async () => {
    const { model } = start();
    const schema = z.object({ name: z.string(), age: z.number().int() });
    const { object } = await generateObject({ model, schema, prompt: 'Hello', maxRetries: 0 });
    expect(schema.parse(object)).toEqual({ name: 'text', age: 0 });
  });

  it('retries a limited request', async () => {
    const { api, model } = start();
    api.fault(429, { retryAfter: 0 });
    await generateText({ model, prompt: 'Hello', maxRetries: 1 });
    expect(api.requests.map(({ status }) => status)).toEqual([429, 200]);
  });
});

describe('@langchain/anthropic', () => {
  const start = (options: Parameters<typeof createFakeApi>[0] = {}) =>
    new ChatAnthropic({
      model: MODEL,
      apiKey: 'none',
      maxRetries: 0,
      maxTokens: 64,
      clientOptions: { fetch: createFakeApi(options).fetch as never },
    });
  const weather = {
    name: 'weather',
    description: 'The weather',
    input_schema: { type: 'object' as const, properties: { city: { type: 'string' } } },
  };

  it('runs a tool loop', async () => {
    const model = start({ respond }).bindTools([weather]);
    const question = new HumanMessage('Hello');
    const called = await model.invoke([question]);
    const [call] = called.tool_calls ?? [];
    expect(call).toMatchObject({ name: 'weather', args: { city: 'Malang' } });
    const result = new ToolMessage({ content: 'sunny', tool_call_id: call?.id ?? '' });
    const answer = await model.invoke([question, called, result]);
    expect(answer.text).toContain('sunny');
  });

  it('streams text and the input of a tool', async () => {
    const pieces: string[] = [];
    for await (const chunk of await start({ respond: () => 'Hello in some pieces.' }).stream('Hi'))
      pieces.push(chunk.text);
    expect(pieces.join('')).toBe('Hello in some pieces.');
    const chunks = await start({ respond }).bindTools([weather]).stream('Hi');
    let whole: { tool_calls?: readonly object[] } | undefined;
    for await (const chunk of chunks) whole = whole ? (whole as typeof chunk).concat(chunk) : chunk;
    expect(whole?.tool_calls).toMatchObject([{ name: 'weather', args: { city: 'Malang' } }]);
  });

  it('gets structured output that fits its schema', async () => {
    const schema = z.object({ name: z.string() });
    expect(await start().withStructuredOutput(schema).invoke('Hi')).toEqual({ name: 'text' });
  });
});

describe.each<[string, (fetch: never) => Anthropic]>([
  ['0.122', (fetch) => new Anthropic0({ apiKey: 'none', fetch, maxRetries: 0 }) as never],
  ['1.x', (fetch) => new Anthropic({ apiKey: 'none', fetch, maxRetries: 0 })],
])('@anthropic-ai/sdk %s', (_, clientOf) => {
  const start = (options: Parameters<typeof createFakeApi>[0] = {}): Anthropic =>
    clientOf(createFakeApi(options).fetch as never);
  const base = {
    model: MODEL,
    max_tokens: 64,
    messages: [{ role: 'user' as const, content: 'Hello' }],
  };

  it('runs a tool loop', async () => {
    const final = await start({ respond }).beta.messages.toolRunner({
      ...base,
      tools: [
        {
          name: 'weather',
          description: 'The weather',
          input_schema: { type: 'object' as const },
          run: () => 'sunny',
          parse: (input: unknown) => input,
        },
      ],
    } as never);
    expect(JSON.stringify(final.content)).toContain('sunny');
  });

  it('streams text', async () => {
    const stream = start({ respond: () => 'Hello in some pieces.' }).messages.stream(base);
    const pieces: string[] = [];
    stream.on('text', (piece) => pieces.push(piece));
    expect(await stream.finalText()).toBe('Hello in some pieces.');
    expect(pieces.length).toBeGreaterThan(1);
  });

  it('gets structured output that fits its schema', async () => {
    const schema = { type: 'object', properties: { a: { const: 1 } }, required: ['a'] };
    const output_config = { format: { type: 'json_schema' as const, schema } };
    const { content } = await start().messages.create({ ...base, output_config });
    expect(content).toMatchObject([{ type: 'text', text: '{"a":1}' }]);
  });
});
