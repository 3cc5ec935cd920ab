/** Many calls with recovery over HTTP: the heap and the open handles stay as they are. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { betaFetch, betaRecovery } from '@beta-headers/node';
import { expect, it } from 'vitest';

const FEW = 10_000;
const MANY = 50_000;
const MEGABYTE = 1_000_000;
const PARALLEL = 8;
const REJECTED = 'x-2027-01-01';

it(`has the same heap and handles after ${FEW} and ${MANY} calls`, async () => {
  const server = await startServer();
  const send = betaFetch({ recover: betaRecovery(), hosts: [server.host], logger: false });
  let calls = 0;
  const call = async (): Promise<void> => {
    const number = calls++;
    const response = await send(`http://${server.host}/v1/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        // Another credential every hundred calls has to learn by itself.
        'x-api-key': number % 100 === 0 ? `key-${number}` : 'key',
        'anthropic-beta': `${REJECTED},interleaved-thinking-2025-05-14`,
      },
      body: JSON.stringify({ model: 'claude-opus-4-8', max_tokens: 8, messages: [] }),
    });
    expect(response.status).toBe(200);
    await response.text();
  };
  const callUntil = async (count: number): Promise<{ heap: number; handles: string[] }> => {
    const work = async (): Promise<void> => {
      while (calls < count) await call();
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
    // The pool keeps connections for later, more or fewer of them.
    await server.closeConnections();
    return { heap: measureHeap(), handles: process.getActiveResourcesInfo().sort() };
  };
  try {
    await callUntil(FEW / 10);
    const few = await callUntil(FEW);
    const many = await callUntil(MANY);
    console.log(`heap: ${few.heap} bytes after ${FEW} calls, ${many.heap} after ${MANY}`);
    console.log(`handles: ${few.handles.length} and ${many.handles.length}`);
    expect(many.heap - few.heap).toBeLessThan(MEGABYTE);
    expect(many.handles).toEqual(few.handles);
    // One retry for each credential that learns, and a few for those that start at once.
    expect(server.count() - MANY).toBeLessThanOrEqual(MANY / 100 + 2 * PARALLEL);
  } finally {
    await server.close();
  }
});

interface Server {
  readonly host: string;
  count(): number;
  /** Closes the connections that are open, and waits until both ends are gone. */
  closeConnections(): Promise<void>;
  close(): Promise<void>;
}

/** Rejects one beta in the words of the Claude API. */
async function startServer(): Promise<Server> {
  let count = 0;
  const message = `Unexpected value(s) \`${REJECTED}\` for the \`anthropic-beta\` header.`;
  const error = JSON.stringify({
    type: 'error',
    error: { type: 'invalid_request_error', message },
  });
  const server = createServer((request, response) => {
    count++;
    const isRejected = String(request.headers['anthropic-beta']).includes(REJECTED);
    response.writeHead(isRejected ? 400 : 200, { 'content-type': 'application/json' });
    request.resume().on('end', () => response.end(isRejected ? error : '{}'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => count,
    async closeConnections() {
      server.closeAllConnections();
      const isOpen = (): boolean => process.getActiveResourcesInfo().includes('TCPSocketWrap');
      for (let i = 0; i < 100 && isOpen(); i++) await setTimeout(50);
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Measures the heap after collections. */
function measureHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let i = 0; i < 5; i++) collect();
  return process.memoryUsage().heapUsed;
}
