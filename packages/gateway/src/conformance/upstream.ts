/** The upstream of the suite: answers as scripted, and records what it receives. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { answerByPath } from './upstream-answers.ts';

/** A request as the upstream received it. */
export interface ReceivedRequest {
  readonly method: string;
  /** The path and the query. */
  readonly url: string;
  /** Names in lower case, with the values of repeated fields in one line. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Answers a request. */
export type Script = (request: ReceivedRequest, response: ServerResponse) => void | Promise<void>;

/** A scripted server that records requests. */
export class RecordingUpstream {
  /** The requests since the last {@link reset}. */
  readonly requests: ReceivedRequest[] = [];
  /** The number of requests of the whole run. */
  total = 0;
  /** The number of connections that closed before the answer ended, since the last reset. */
  aborted = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #script: Script = answerByPath;

  constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    this.#server.keepAliveTimeout = 60_000;
  }

  /** Listens, and returns the URL. Rejects if the port is in use. */
  listen(port: number, host: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        const address = this.#server.address() as AddressInfo;
        const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
        resolve(`http://${name}:${address.port}`);
      });
    });
  }

  /** Forgets the requests, and answers the next ones with the script. */
  reset(script: Script = answerByPath): void {
    this.requests.length = 0;
    this.aborted = 0;
    this.#script = script;
  }

  /** Closes all connections. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    response.on('close', () => {
      if (!response.writableFinished) this.aborted += 1;
    });
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const request = describeRequest(incoming, Buffer.concat(chunks));
      this.requests.push(request);
      this.total += 1;
      await this.#script(request, response);
    } catch {
      response.destroy();
    }
  }
}

function describeRequest(incoming: IncomingMessage, body: Buffer): ReceivedRequest {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    headers[name] = (values ?? []).join(', ');
  }
  return { method: incoming.method ?? '', url: incoming.url ?? '', headers, body };
}
