import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Anthropic from '@anthropic-ai/sdk';
import { betaMiddleware } from '@beta-headers/node';
import { type Bench, median } from './figure.ts';

const CHUNKS = 200;
const WARM_UP = 30;
const ROUNDS = 300;

/** A streamed call of the SDK to a server on this machine: through the middleware, and without it. The two take turns, so that both meet the same machine. */
export const streaming: Bench = async (say) => {
  say('a streamed call, through the middleware and without it');
  const server = await serve();
  try {
    const { port } = server.address() as AddressInfo;
    const options = { apiKey: 'none', baseURL: `http://127.0.0.1:${port}`, maxRetries: 0 };
    const clients = { bare: new Anthropic(options), ours: new Anthropic({ ...options, middleware: [betaMiddleware()] }) };
    const taken: Record<keyof typeof clients, number[]> = { bare: [], ours: [] };
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      // Whoever goes first pays for what the other left behind.
      const order = round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const);
      for (const name of order) {
        const ms = await time(clients[name]);
        if (round >= WARM_UP) taken[name].push(ms);
      }
    }
    const [bare, ours] = [median(taken.bare), median(taken.ours)];
    return [
      {
        name: 'a streamed call through the middleware',
        value: `${ours.toFixed(2)} ms`,
        number: ours / bare,
        bound: 1.02,
        against: `the bare call, ${bare.toFixed(2)} ms; ${CHUNKS} chunks, medians of ${ROUNDS}`,
      },
    ];
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

async function time(client: Anthropic): Promise<number> {
  const start = performance.now();
  const stream = client.beta.messages.stream({
    model: 'claude-opus-5-5',
    max_tokens: 1024,
    messages: [{ role: 'user', content: 'Hello' }],
    betas: ['compact-2026-09-04'],
    compaction: { type: 'summarize' },
  });
  await stream.finalMessage();
  return performance.now() - start;
}

function serve(): Promise<Server> {
  const event = (data: { type: string }): string => `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
  const usage = { input_tokens: 1, output_tokens: CHUNKS };
  const message = { id: 'msg_1', type: 'message', role: 'assistant', model: 'claude-opus-5-5', content: [], stop_reason: null, stop_sequence: null, usage };
  const events = [
    event({ type: 'message_start', message } as never),
    event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } } as never),
    ...Array.from({ length: CHUNKS }, (_, i) => event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: `word ${i} ` } } as never)),
    event({ type: 'content_block_stop', index: 0 } as never),
    event({ type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage } as never),
    event({ type: 'message_stop' }),
  ];
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const chunk of events) response.write(chunk);
      response.end();
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
