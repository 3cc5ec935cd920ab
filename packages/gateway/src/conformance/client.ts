/** Sends requests to the gateway, with every header exactly as given. */
import { once } from 'node:events';
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { Mismatch } from './types.ts';

/** A header field: its name and its value, or its values in one line each. */
export type HeaderFields = Readonly<Record<string, string | readonly string[]>>;

/** A request of a client. */
export interface ClientCall {
  readonly method?: string;
  /** The path and the query below the gateway's base URL. */
  readonly path: string;
  readonly headers?: HeaderFields;
  readonly body?: string | Buffer;
  /** The longest wait, in milliseconds. Default: that of the run. */
  readonly timeoutMs?: number;
}

/** A complete answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** False if the connection broke before the end of the body. */
  readonly complete: boolean;
}

/** An answer that is read piece by piece. */
export interface OpenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Reads until the text received so far matches, and returns all of it. */
  readonly readUntil: (pattern: string, timeoutMs: number) => Promise<Buffer>;
  /** Reads to the end. */
  readonly readAll: () => Promise<Answer>;
  /** Closes the connection. */
  readonly abort: () => void;
}

/** Sends requests to one gateway over a few kept-alive connections. */
export class GatewayClient {
  readonly #base: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #timeoutMs: number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4 });

  /** `headers` are those of every request; they win over those of a call. */
  constructor(base: string, headers: Readonly<Record<string, string>>, timeoutMs: number) {
    this.#base = new URL(base);
    this.#headers = headers;
    this.#timeoutMs = timeoutMs;
  }

  /** Sends a request and reads the whole answer. */
  async send(call: ClientCall): Promise<Answer> {
    const open = await this.open(call);
    return open.readAll();
  }

  /** Sends a request and returns when the headers of the answer are there. */
  open(call: ClientCall): Promise<OpenAnswer> {
    const timeoutMs = call.timeoutMs ?? this.#timeoutMs;
    return new Promise((resolve, reject) => {
      const { req, timer } = this.#start(call, timeoutMs, reject);
      req.on('response', (response) => resolve(readAnswer(response, timer, timeoutMs)));
      req.end(call.body);
    });
  }

  /** Sends a request, and returns a function that closes its connection. */
  fire(call: ClientCall): () => void {
    const { req, timer } = this.#start(call, this.#timeoutMs, () => undefined);
    req.on('response', (response) => response.on('error', () => undefined).resume());
    req.on('close', () => clearTimeout(timer));
    req.end(call.body);
    return () => req.destroy();
  }

  /** Throws the error of the system if the gateway cannot be connected to. */
  async probe(): Promise<void> {
    const socket = connect(this.#port, this.#host);
    try {
      await once(socket, 'connect');
    } finally {
      socket.destroy();
    }
  }

  /** Closes the idle connections. */
  close(): void {
    this.#agent.destroy();
  }

  get #host(): string {
    return this.#base.hostname.replace(/^\[|\]$/g, '');
  }

  get #port(): number {
    return this.#base.port === '' ? 80 : Number(this.#base.port);
  }

  #start(call: ClientCall, timeoutMs: number, fail: (error: Error) => void): Started {
    const prefix = this.#base.pathname.replace(/\/$/, '');
    const req = request({
      agent: this.#agent,
      host: this.#host,
      port: this.#port,
      method: call.method ?? 'POST',
      path: prefix + call.path,
      headers: this.#mergeHeaders(call),
    });
    const timer = setTimeout(() => {
      req.destroy();
      fail(new Mismatch(`an answer within ${timeoutMs} ms`, 'none'));
    }, timeoutMs);
    req.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      fail(new Mismatch('an answer', describeError(error)));
    });
    return { req, timer };
  }

  #mergeHeaders(call: ClientCall): Record<string, string | string[]> {
    const merged: Record<string, string | string[]> = {};
    for (const [name, value] of Object.entries(call.headers ?? {})) {
      merged[name.toLowerCase()] = typeof value === 'string' ? value : [...value];
    }
    Object.assign(merged, this.#headers);
    if (call.body !== undefined) merged['content-length'] = `${Buffer.byteLength(call.body)}`;
    return merged;
  }
}

interface Started {
  readonly req: ClientRequest;
  readonly timer: NodeJS.Timeout;
}

function describeError(error: NodeJS.ErrnoException): string {
  return `a broken connection (${error.code ?? error.message})`;
}

function readAnswer(
  response: IncomingMessage,
  timer: NodeJS.Timeout,
  timeoutMs: number,
): OpenAnswer {
  clearTimeout(timer);
  const body = new BodyReader(response);
  const status = response.statusCode ?? 0;
  const headers = joinHeaders(response);
  return {
    status,
    headers,
    readUntil: (pattern, limitMs) => body.readUntil(pattern, limitMs),
    async readAll() {
      const complete = await body.readAll(timeoutMs);
      return { status, headers, body: body.received, complete };
    },
    abort: () => response.destroy(),
  };
}

function joinHeaders(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headersDistinct).map(([name, values]) => [
      name,
      (values ?? []).join(', '),
    ]),
  );
}

/** Collects a body as it arrives. */
class BodyReader {
  readonly #response: IncomingMessage;
  readonly #chunks: Buffer[] = [];
  #ended = false;

  constructor(response: IncomingMessage) {
    this.#response = response;
    response.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    response.on('error', () => undefined);
    response.on('close', () => {
      this.#ended = true;
    });
  }

  get received(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  async readUntil(pattern: string, timeoutMs: number): Promise<Buffer> {
    const isThere = (): boolean => this.received.includes(pattern);
    await this.#waitFor(() => isThere() || this.#ended, timeoutMs);
    if (isThere()) return this.received;
    throw new Mismatch(
      `${JSON.stringify(pattern)} within ${timeoutMs} ms`,
      this.received.length === 0 ? 'no byte of the body' : `${this.received.length} other bytes`,
    );
  }

  /** Returns false if the connection broke. */
  async readAll(timeoutMs: number): Promise<boolean> {
    await this.#waitFor(() => this.#ended, timeoutMs);
    if (this.#ended) return this.#response.complete;
    this.#response.destroy();
    throw new Mismatch(`the end of the body within ${timeoutMs} ms`, 'no end');
  }

  #waitFor(isDone: () => boolean, timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        this.#response.off('data', check);
        this.#response.off('close', finish);
        resolve();
      };
      const check = (): void => {
        if (isDone()) finish();
      };
      const timer = setTimeout(finish, timeoutMs);
      this.#response.on('data', check);
      this.#response.on('close', finish);
      check();
    });
  }
}
