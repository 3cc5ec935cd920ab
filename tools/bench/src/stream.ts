import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import Anthropic from '@anthropic-ai/sdk';
import { betaMiddleware } from '@beta-headers/node';
import { type Bench, median } from './figure.ts';

const WORDS = 500;
/** A call runs the client's code for each word, and the middleware's once: until both are compiled, the two would not be told apart from how long they have run. */
const WARM_UP = 3000;
const ROUNDS = 600;

if (!isMainThread) serve();

/** A streamed call of the SDK to a server on this machine: through the middleware, and without it. */
export const streaming: Bench = async (say) => {
  say('a streamed call, through the middleware and without it');
  // In a thread of its own: what the server does is no part of either call.
  const server = new Worker(new URL(import.meta.url));
  try {
    const port = await new Promise<number>((resolve, reject) =>
      server.once('message', resolve).once('error', reject),
    );
    const options = { apiKey: 'none', baseURL: `http://127.0.0.1:${port}`, maxRetries: 0 };
    const bare = new Anthropic(options);
    const ours = new Anthropic({ ...options, middleware: [betaMiddleware()] });
    const alone: number[] = [];
    const more: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      // In pairs, and by turns first: a machine that slows down slows both, and whoever goes first pays for what the other left behind.
      const [a, b] =
        round % 2 === 0
          ? [await time(bare), await time(ours)]
          : [await time(ours), await time(bare)].reverse();
      if (round < WARM_UP) continue;
      alone.push(a as number);
      more.push((b as number) - (a as number));
    }
    const [base, extra] = [median(alone), median(more)];
    return [
      {
        name: 'a streamed call through the middleware',
        value: `${(base + extra).toFixed(2)} ms`,
        number: (base + extra) / base,
        bound: 1.02,
        against: `the bare call, ${base.toFixed(2)} ms; ${WORDS} words, ${ROUNDS} pairs`,
      },
    ];
  } finally {
    await server.terminate();
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

/** Answers every request with the same stream, and tells the main thread the port. */
function serve(): void {
  const usage = { input_tokens: 1, output_tokens: WORDS };
  const message = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-opus-5-5',
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage,
  };
  const events: { type: string; [field: string]: unknown }[] = [
    { type: 'message_start', message },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    ...Array.from({ length: WORDS }, (_, i) => ({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text: `word ${i} ` },
    })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage },
    { type: 'message_stop' },
  ];
  const chunks = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const chunk of chunks) response.write(chunk);
      response.end();
    });
  });
  server.listen(0, '127.0.0.1', () =>
    parentPort?.postMessage((server.address() as AddressInfo).port),
  );
}
