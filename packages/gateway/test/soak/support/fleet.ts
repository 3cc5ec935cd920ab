/** Eight replicas of a gateway that share a memory, behind a load balancer, and their upstream. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Upstream, UpstreamAuth } from '../../../src/types.ts';
import { listenUpstream } from '../../node/support/listen.ts';
import { findFreePort, startRedis } from '../../node/support/redis.ts';
import { type Replica, serveReplica } from './replica.ts';

/** The number of replicas. */
export const REPLICAS = 8;

/** A request as the upstream receives it. */
export interface Received {
  /** The credential: that of an upstream, or of a client. */
  readonly key: string;
  readonly path: string;
  readonly model: string;
  readonly betas: readonly string[];
  readonly text: string;
  readonly status: number;
}

/** Answers a request with a 400 and this text, or with a success. */
export type Judge = (request: Omit<Received, 'status'>) => string | undefined;

/** A request of a client. */
export interface FleetCall {
  readonly model: string;
  readonly betas: readonly string[];
  readonly key?: string;
  readonly path?: string;
  readonly body?: object;
}

/** A fleet with its upstream. */
export interface Fleet {
  /** All requests that the upstream received. */
  readonly received: Received[];
  /** Decides the answers of the upstream from now on. */
  judge: Judge;
  /** The URL of the shared memory. */
  readonly redis: string;
  /** Sends a request to a replica, or to the next one. Returns the status. */
  send(call: FleetCall, replica?: number): Promise<number>;
  close(): Promise<void>;
}

/** Options of {@link startFleet}. */
export interface FleetOptions {
  readonly replicas?: number;
  /** Runs each replica in its own process. Default: all in this one. */
  readonly isForked?: boolean;
  /** Makes the upstreams of each replica. */
  readonly listUpstreams: (url: string) => readonly Upstream[];
}

/** Starts a fleet. */
export async function startFleet(options: FleetOptions): Promise<Fleet> {
  const { replicas: count = REPLICAS, isForked = false, listUpstreams } = options;
  const received: Received[] = [];
  const upstream = await listenUpstream((request, response) => {
    void readRequest(request).then((one) => {
      const message = fleet.judge(one);
      received.push({ ...one, status: message === undefined ? 200 : 400 });
      response.writeHead(message === undefined ? 200 : 400, { 'content-type': 'application/json' });
      response.end(message === undefined ? '{"type":"message"}' : writeError(one.path, message));
    });
  });
  const port = await findFreePort();
  const stopRedis = await startRedis(port);
  const redis = `redis://127.0.0.1:${port}`;
  const settings = { redis, upstreams: listUpstreams(upstream.url) };
  const start = isForked ? forkReplica : serveReplica;
  const replicas = await Promise.all(Array.from({ length: count }, () => start(settings)));
  let next = 0;
  const fleet: Fleet = {
    received,
    judge: () => undefined,
    redis,
    async send(call, replica = next++ % count) {
      const { model, betas, key = 'client', path = '/v1/messages', body } = call;
      const response = await fetch(`${replicas[replica]?.url}${path}`, {
        method: 'POST',
        headers: {
          'x-api-key': key,
          'anthropic-version': '2023-06-01',
          'content-type': 'application/json',
          ...(betas.length > 0 && { 'anthropic-beta': betas.join(',') }),
        },
        body: JSON.stringify({ model, max_tokens: 8, messages: [], ...body }),
      });
      await response.arrayBuffer();
      return response.status;
    },
    async close() {
      await Promise.all(replicas.map((replica) => replica.close()));
      await Promise.all([upstream.close(), stopRedis()]);
    },
  };
  return fleet;
}

const PROGRAM = fileURLToPath(new URL('replica-process.ts', import.meta.url));

async function forkReplica(settings: object): Promise<Replica> {
  const child: ChildProcess = fork(PROGRAM, [JSON.stringify(settings)]);
  const exited = once(child, 'exit');
  const [url] = (await Promise.race([once(child, 'message'), exited])) as [unknown];
  if (typeof url !== 'string') throw new Error(`The replica ended with ${String(url)}`);
  return {
    url,
    async close() {
      child.send('close');
      await exited;
    },
  };
}

async function readRequest(request: IncomingMessage): Promise<Omit<Received, 'status'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const body = JSON.parse(text || '{}') as { model?: string; anthropic_beta?: string[] };
  const { url = '', headers } = request;
  const header = String(headers['anthropic-beta'] ?? '');
  return {
    key: String(headers['x-api-key']),
    path: url.split('?', 1)[0] as string,
    model: body.model ?? /^\/model\/([^/]+)/.exec(url)?.[1] ?? '',
    betas: body.anthropic_beta ?? header.split(',').filter(Boolean),
    text,
  };
}

const writeError = (path: string, message: string): string =>
  JSON.stringify(
    path.startsWith('/model/')
      ? { message }
      : { type: 'error', error: { type: 'invalid_request_error', message } },
  );

/** Describes rejected betas in the words of the API. */
export const describeUnexpected = (betas: readonly string[]): string =>
  `Unexpected value(s) ${betas.map((beta) => `\`${beta}\``).join(', ')} for the ` +
  '`anthropic-beta` header. Please consult our documentation.';

/** Makes the credential of an upstream. */
export const makeKey = (value: string): UpstreamAuth => ({
  mode: 'replace',
  header: 'x-api-key',
  value,
});
