import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import Anthropic from '@anthropic-ai/sdk';
import { betaMiddleware } from '@beta-headers/node';
import { type Bench, median } from './metric.ts';

const WORDS = 500;
/**
 * Uncounted rounds. A call runs the client's code for each word and the middleware's once,
 * so the middleware's code is optimized only after many calls.
 */
const WARM_UP = 3000;
const ROUNDS = 600;

if (!isMainThread) startServer();

/** Compares a streamed SDK call to a local server with and without the middleware. */
export const measureStream: Bench = async (report) => {
  report('a streamed call, with and without the middleware');
  // The server runs in its own thread, so that its work is not measured.
  const server = new Worker(new URL(import.meta.url));
  try {
    const port = await new Promise<number>((resolve, reject) =>
      server.once('message', resolve).once('error', reject),
    );
    const options = { apiKey: 'none', baseURL: `http://127.0.0.1:${port}`, maxRetries: 0 };
    const bare = new Anthropic(options);
    const ours = new Anthropic({ ...options, middleware: [betaMiddleware()] });
    const bareTimes: number[] = [];
    const differences: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      // The calls run in pairs, so that a slower machine affects both. They alternate in order,
      // because the first one may pay for the garbage of the other.
      const [a, b] =
        round % 2 === 0
          ? [await timeCall(bare), await timeCall(ours)]
          : [await timeCall(ours), await timeCall(bare)].reverse();
      if (round < WARM_UP) continue;
      bareTimes.push(a as number);
      differences.push((b as number) - (a as number));
    }
    const [base, extra] = [median(bareTimes), median(differences)];
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

async function timeCall(client: Anthropic): Promise<number> {
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

/** Responds to every request with the same stream. Sends its port to the main thread. */
function startServer(): void {
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
