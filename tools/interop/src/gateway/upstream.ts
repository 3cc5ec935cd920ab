/** A fake API on a port, which keeps each request byte for byte. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createFakeApi, type FakeApi } from '@beta-headers/fake-api';
import type { Platform } from '@beta-headers/node';

/** The text of every message that the fake APIs answer with. */
export const ANSWER = 'An answer of the upstream.';

/** A request as it arrived on the socket. */
export interface Arrived {
  readonly method: string;
  /** The path with its query. */
  readonly target: string;
  /** The headers by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly status: number;
}

/** A platform's API that listens. */
export interface FakeUpstream {
  readonly url: string;
  /** Returns the requests since the last call. */
  take(): readonly Arrived[];
  close(): Promise<void>;
}

/** Starts the API of a platform on a free port of 127.0.0.1. */
export async function startUpstream(platform: Platform): Promise<FakeUpstream> {
  // Judges by today, as the gateway does.
  const api = createFakeApi({ platform, respond: () => ANSWER });
  let arrived: Arrived[] = [];
  const server = createServer((incoming, outgoing) => {
    const record = (one: Arrived): unknown => arrived.push(one);
    answer(api, incoming, outgoing, record).catch((error: unknown) =>
      outgoing.destroy(error instanceof Error ? error : undefined),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = arrived;
      arrived = [];
      return taken;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  api: FakeApi,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  record: (one: Arrived) => unknown,
): Promise<void> {
  const { method = 'GET', url: target = '/' } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
  );
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const response = await api.fetch(`http://api.test${target}`, {
    method,
    headers,
    ...(hasBody && { body }),
  });
  const { status } = response;
  // A client may go on as soon as it has the response.
  record({ method, target, headers, body, status });
  outgoing.writeHead(status, Object.fromEntries(response.headers));
  if (response.body === null) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
}
