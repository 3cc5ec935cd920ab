/** Accepts any request, and keeps it unchanged. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

export interface Recorder {
  readonly url: string;
  /** The requests since the last call. */
  take(): Recorded[];
  close(): void;
}

const ANSWER = JSON.stringify({ id: 'x', type: 'message', content: [], data: [] });

export async function startRecorder(): Promise<Recorder> {
  const requests: Recorded[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '' } = request;
      requests.push({ method, url, body: Buffer.concat(parts).toString() });
      response.writeHead(200, { 'content-type': 'application/json' }).end(ANSWER);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    take: () => requests.splice(0),
    close: () => void server.close(),
  };
}
