/** A process that serves one of the servers of the gateway's benchmarks. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdapter } from '@beta-headers/core/adapter';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { buildGateway } from '../../../../packages/gateway/src/gateway.ts';
import { serveWith } from '../../../../packages/gateway/src/node/serve.ts';
import type { CreateAdapter } from '../../../../packages/gateway/src/planned.ts';
import { createForwarder, createIdentity } from './identity.ts';

/** The gateway as it is, without its plans, and without all that its adapters do. */
type AdapterKind = 'gateway' | 'identity' | 'forwarder';

const ADAPTERS: { readonly [K in AdapterKind]: CreateAdapter } = {
  gateway: createAdapter,
  identity: createIdentity,
  forwarder: createForwarder,
};

/** The servers of the benchmarks. */
export type ServerKind = 'upstream' | AdapterKind | 'hono';

/** The memory of a process, after a garbage collection. */
export interface Memory {
  readonly rssBytes: number;
  readonly heapBytes: number;
}

/** The answers of a process, by message. */
export interface Answers {
  readonly memory: Memory;
  /** The CPU time since its start, in microseconds. */
  readonly cpu: number;
}

const EVENT = 'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":';
const [kind, upstream = ''] = process.argv.slice(2) as [ServerKind, string?];

const port = await start(kind);
process.on('message', (message: keyof Answers) =>
  process.send?.(message === 'cpu' ? readCpu() : readMemory()),
);
process.on('disconnect', () => process.exit());
process.send?.({ port });

async function start(server: ServerKind): Promise<number> {
  if (server === 'upstream') return startUpstream();
  if (server === 'hono') return startHono();
  const running = await serveWith((options) => buildGateway(options, ADAPTERS[server]), {
    gateway: {
      upstreams: [
        {
          name: 'upstream',
          platform: 'claude-api',
          url: upstream,
          auth: { mode: 'replace', header: 'x-api-key', value: 'none' },
        },
      ],
    },
    port: 0,
    metrics: false,
  });
  return running.port;
}

/** Answers with a message, or with as many bytes of a stream as `x-bytes` asks for. */
function startUpstream(): Promise<number> {
  const message = JSON.stringify({ id: 'msg_1', type: 'message', content: [], usage: {} });
  const event = `${EVENT}{"type":"text_delta","text":"${'word '.repeat(180)}"}}\n\n`;
  const server = createServer((request, response) => {
    const size = Number(request.headers['x-bytes'] ?? 0);
    request.resume().on('end', () => {
      response.writeHead(200, {
        'content-type': size > 0 ? 'text/event-stream' : 'application/json',
      });
      if (size === 0) return void response.end(message);
      let left = size;
      const write = (): void => {
        while (left > 0) {
          left -= event.length;
          if (!response.write(event)) return void response.once('drain', write);
        }
        response.end();
      };
      write();
    });
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
}

function startHono(): Promise<number> {
  const app = new Hono();
  app.all('*', (context) => {
    const { pathname, search } = new URL(context.req.url);
    return proxy(`${upstream}${pathname}${search}`, context.req);
  });
  return new Promise((resolve) =>
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port)),
  );
}

function readCpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function readMemory(): Memory {
  (globalThis as { gc?: () => void }).gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rssBytes: rss, heapBytes: heapUsed };
}
