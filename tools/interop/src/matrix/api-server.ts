/** Serves any number of test APIs over HTTP, so that each runtime uses a transport of its own. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttp2Server, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo, Server } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createFakeApi, type FakeApi } from '@beta-headers/fake-api';
import type { Platform } from '@beta-headers/node';

/** A running server. The path of a request begins with the platform, the behaviour and a number. */
export interface ApiServer {
  readonly url: string;
  /** The same APIs over HTTP/2 without TLS, which AWS's client uses for Bedrock. */
  readonly http2Url: string;
  close(): Promise<void>;
}

/** The beta that the behaviour `rejects` rejects, which the manifest has as accepted. */
export const REJECTED = 'interleaved-thinking-2025-05-14';

const PREFIX = /^\/([\w-]+)\/(accepts|rejects)\/(\d+)(?=\/)/;

/** Starts the server on free ports of 127.0.0.1. */
export async function startApiServer(): Promise<ApiServer> {
  const apis = new Map<string, FakeApi>();
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    answer(apis, request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  };
  const http1 = createServer(listener);
  const http2 = createHttp2Server();
  const sessions = new Set<ServerHttp2Session>();
  http2.on('session', (session) => sessions.add(session));
  http2.on('request', (request, response) => listener(request as never, response as never));
  return {
    url: await listen(http1),
    http2Url: await listen(http2),
    async close() {
      for (const session of sessions) session.destroy();
      http1.closeAllConnections();
      await Promise.all([close(http1), close(http2)]);
    },
  };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  await closed;
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
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
      // HTTP/2 has the method and the path among the headers.
      Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
        name.startsWith(':') ? [] : [[name, String(value)]],
      ),
    ),
    ...(method !== 'GET' && method !== 'HEAD' && { body: Buffer.concat(chunks) }),
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) outgoing.end();
  else await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
}
