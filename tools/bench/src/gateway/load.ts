/** Sends load to a server. */
import { request as send } from 'node:http';
import autocannon from 'autocannon';
import type { ServerProcess } from './process.ts';

/** One kind of load. */
export interface Load {
  readonly body: string;
  readonly connections: number;
  /** The number of requests, or the time in seconds. */
  readonly amount?: number;
  readonly seconds?: number;
}

/** The result of one load. Latencies are in milliseconds. */
export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const HEADERS = {
  'content-type': 'application/json',
  'anthropic-version': '2023-06-01',
  'anthropic-beta': 'context-management-2025-06-27,mcp-client-2025-11-20',
  'x-api-key': 'none',
};

/** Loads a server. @throws {Error} if a request failed */
export async function load(server: ServerProcess, options: Load): Promise<LoadResult> {
  const { body, connections, amount, seconds } = options;
  const result = await autocannon({
    url: `${server.url}/v1/messages`,
    method: 'POST',
    headers: { ...HEADERS, ...server.headers },
    body,
    connections,
    // A number of requests ends at a sample: at one a second, most of a short load is waiting.
    ...(amount === undefined ? { duration: seconds ?? 1 } : { amount, sampleInt: 50 }),
  });
  const failed = result.non2xx + result.errors;
  if (failed > 0) throw new Error(`${failed} requests failed at ${connections} connections`);
  const { latency, requests } = result;
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99 };
}

/** The times of one streamed response, in milliseconds. */
export interface StreamTimes {
  readonly firstByteMs: number;
  readonly totalMs: number;
  readonly bytes: number;
}

/** Streams a response of `bytes` bytes, and reads all of it. */
export function stream(
  server: ServerProcess,
  body: string,
  bytes: number,
  onData?: (read: number) => void,
): Promise<StreamTimes> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { ...HEADERS, ...server.headers, 'x-bytes': bytes };
    const call = send(`${server.url}/v1/messages`, { method: 'POST', headers }, (response) => {
      let firstByteMs = 0;
      let read = 0;
      response.on('data', (chunk: Buffer) => {
        if (read === 0) firstByteMs = performance.now() - start;
        read += chunk.length;
        onData?.(read);
      });
      response.on('end', () =>
        resolve({ firstByteMs, totalMs: performance.now() - start, bytes: read }),
      );
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}
