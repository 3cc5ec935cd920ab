import { plan } from '@beta-headers/core';
import { Bench as Tinybench } from 'tinybench';
import type { Bench } from './metric.ts';

const TEXT =
  'The quick brown fox jumps over the lazy dog, and the dog does not mind at all. '.repeat(8);

/** Compares `plan()` with `JSON.stringify` of the same body, which every request needs anyway. */
export const measurePlan: Bench = async (report) => {
  report('plan(), compared with JSON.stringify of the body');
  const body = createConversation(200, 20);
  const large = createConversation(2000, 20);
  const small = {
    model: 'claude-opus-5-5',
    max_tokens: 100,
    messages: [{ role: 'user', content: 'Hello' }],
  };
  const request = {
    method: 'POST',
    url: '/v1/messages',
    headers: { 'anthropic-beta': 'mcp-client-2025-11-20' },
  };
  const bench = new Tinybench({ time: 500 });
  bench.add('stringify', () => void JSON.stringify(body));
  bench.add('plan', () => void plan({ ...request, body }));
  bench.add('large', () => void plan({ ...request, body: large }));
  bench.add('small', () => void plan({ ...request, body: small }));
  await bench.run();
  const readMicroseconds = (name: string): number => {
    const { result } = bench.getTask(name) ?? {};
    if (!result || !('latency' in result))
      throw new Error(`tinybench returned no result for ${name}`);
    return result.latency.p50 * 1000;
  };
  return [
    {
      name: 'plan(), 200 messages, 20 tools',
      value: `${readMicroseconds('plan').toFixed(1)} µs`,
      number: (100 * readMicroseconds('plan')) / readMicroseconds('stringify'),
      bound: 10,
      against: `% of JSON.stringify, ${readMicroseconds('stringify').toFixed(0)} µs`,
    },
    {
      name: 'plan(), 2,000 messages',
      value: `${readMicroseconds('large').toFixed(0)} µs`,
      number: readMicroseconds('large') / readMicroseconds('plan'),
      bound: 11,
      against: 'times 200 messages',
    },
    {
      name: 'plan(), one message',
      value: `${readMicroseconds('small').toFixed(1)} µs`,
      number: readMicroseconds('small'),
      bound: 10,
      against: 'µs',
    },
  ];
};

function createConversation(messages: number, tools: number): object {
  return {
    model: 'claude-opus-5-5',
    max_tokens: 4096,
    system: [{ type: 'text', text: TEXT.repeat(4), cache_control: { type: 'ephemeral' } }],
    tools: Array.from({ length: tools }, (_, i) => ({
      name: `tool_${i}`,
      description: TEXT,
      input_schema: {
        type: 'object',
        properties: { path: { type: 'string', description: TEXT }, depth: { type: 'integer' } },
        required: ['path'],
      },
    })),
    messages: Array.from({ length: messages }, (_, i) =>
      i % 2 === 0
        ? {
            role: 'user',
            content: [
              {
                type: 'tool_result',
                tool_use_id: `t_${i}`,
                content: [{ type: 'text', text: TEXT.repeat(3) }],
              },
            ],
          }
        : {
            role: 'assistant',
            content: [
              { type: 'text', text: TEXT },
              {
                type: 'tool_use',
                id: `t_${i + 1}`,
                name: `tool_${i % tools}`,
                input: { path: TEXT },
              },
            ],
          },
    ),
  };
}
