/** The responses to clients that stop reading. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { writeResponse } from '../../src/node/write-response.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Serves one response to a client that reads nothing. Resolves when its connection is closed. */
async function serveStopped(makeBody: (outgoing: ServerResponse) => ReadableStream<Uint8Array>) {
  const server = createServer().listen(0, '127.0.0.1');
  stops.push(() => server.close());
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  client.on('error', () => {});
  stops.push(() => client.destroy());
  client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  const [, outgoing] = (await once(server, 'request')) as [unknown, ServerResponse];
  const closed = once(outgoing, 'close');
  const response = new Response(makeBody(outgoing));
  await writeResponse(response, outgoing, { writeTimeoutMs: 100, close: false });
  await closed;
  return outgoing;
}

const CHUNK = new Uint8Array(8000);

it('cuts a response whose client takes nothing', async () => {
  const outgoing = await serveStopped(
    () => new ReadableStream({ pull: (controller) => controller.enqueue(CHUNK) }),
  );
  expect(outgoing.writableFinished).toBe(false);
});

it('cuts a response whose client does not take the end', async () => {
  const outgoing = await serveStopped(
    (response) =>
      new ReadableStream({
        async pull(controller) {
          // Node writes at the end of a turn. After it, the queue holds what the system does not.
          await setImmediate();
          if (response.writableLength > 0) controller.close();
          else controller.enqueue(CHUNK);
        },
      }),
  );
  expect(outgoing.writableEnded).toBe(true);
  expect(outgoing.writableFinished).toBe(false);
});
