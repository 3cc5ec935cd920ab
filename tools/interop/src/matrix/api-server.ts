/** Serves any number of test APIs over HTTP, so that each runtime uses a transport of its own. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createFakeApi, type FakeApi } from '@beta-headers/fake-api';
import type { Platform } from '@beta-headers/node';

/** A running server. The path of a request begins with the platform, the behaviour and a number. */
export interface ApiServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The beta that the behaviour `rejects` rejects, which the manifest has as accepted. */
export const REJECTED = 'interleaved-thinking-2025-05-14';

const PREFIX = /^\/([\w-]+)\/(accepts|rejects)\/(\d+)(?=\/)/;

/** Starts the server on a free port of 127.0.0.1. */
export async function startApiServer(): Promise<ApiServer> {
  const apis = new Map<string, FakeApi>();
  const server = createServer((request, response) => {
    answer(apis, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  apis: Map<string, FakeApi>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const [prefix, platform, behaviour] = PREFIX.exec(incoming.url ?? '') ?? [];
  if (prefix === undefined) {
    outgoing.writeHead(404).end();
    return;
  }
  const path = (incoming.url ?? '').slice(prefix.length);
  const api = apis.get(prefix) ?? createApi(platform as Platform, behaviour === 'rejects');
  if (path === '/requests') {
    apis.delete(prefix);
    outgoing.setHeader('content-type', 'application/json');
    outgoing.end(JSON.stringify(api.requests));
    return;
  }
  apis.set(prefix, api);
  await send(await api.fetch(await toRequest(incoming, path)), outgoing);
}

const createApi = (platform: Platform, rejects: boolean): FakeApi =>
  createFakeApi({ platform, ...(rejects && { rejects: [REJECTED] }) });

async function toRequest(incoming: IncomingMessage, path: string): Promise<Request> {
  const { method = 'GET' } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return new Request(`http://api.test${path}`, {
    method,
    headers: new Headers(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    ...(method !== 'GET' && method !== 'HEAD' && { body: Buffer.concat(chunks) }),
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
}
