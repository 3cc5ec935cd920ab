/** Sends one request of the soak and reads its response at a given speed. */
import { Agent, type IncomingMessage, request as startRequest } from 'node:http';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { PatternChecker } from './protocol.ts';

/** A request, and the behaviour of its client. */
export interface Call {
  readonly name?: string;
  readonly url: string;
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** Sends no more than this part of the body, and then waits. */
  readonly sendBytes?: number;
  /** Sends the body in pieces without a length. */
  readonly isChunked?: boolean;
  /** Reads nothing for this time after the headers. */
  readonly pauseMs?: number;
  /**
   * Opens a connection for this call. The system enlarges the receive buffer of one that has taken
   * big responses, up to 32 MB, and then takes a whole response although the client reads nothing.
   */
  readonly isOwnConnection?: boolean;
  /** Leaves after this time. */
  readonly abortAfterMs?: number;
  /** Checks that the response's body repeats this id, and does not keep it. */
  readonly pattern?: string;
}

/** The result of a request. */
export interface Outcome {
  /** 0 if there was no response. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly pattern: PatternChecker | undefined;
  /** True if the response ended as HTTP says. */
  readonly isComplete: boolean;
  /** The code of an error without a response. */
  readonly error: string | undefined;
}

/** The time after which a request counts as unanswered. */
const HANG_MS = 60_000;

/** Sends requests over connections that are kept. */
export class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  /** The requests that met a kept connection as the server closed it, with the ones before. */
  readonly stale: string[] = [];
  readonly #previous = new WeakMap<object, string>();

  /** Closes the idle connections. */
  closeConnections(): void {
    this.#agent.destroy();
    this.#agent = new Agent({ keepAlive: true, maxSockets: 64 });
  }

  /** Sends a request. Sends it again if its kept connection was just closed. */
  async send(call: Call): Promise<Outcome> {
    const { isStale, ...outcome } = await this.#sendOnce(call);
    if (!isStale) return outcome;
    return this.#sendOnce(call);
  }

  #sendOnce(call: Call): Promise<Outcome & { readonly isStale: boolean }> {
    const { url, method = 'POST', headers, body, abortAfterMs } = call;
    return new Promise((resolve) => {
      const length = body && !call.isChunked ? { 'content-length': String(body.length) } : {};
      const request = startRequest(url, {
        method,
        headers: { ...headers, ...length },
        agent: call.isOwnConnection ? false : this.#agent,
      });
      const timers = [setTimeout(() => request.destroy(new Error('HANG')), HANG_MS)];
      if (abortAfterMs !== undefined)
        timers.push(setTimeout(() => request.destroy(), abortAfterMs));
      const finish = (outcome: Partial<Outcome>, isStale = false): void => {
        for (const timer of timers) clearTimeout(timer);
        const none = { status: 0, headers: {}, text: '', pattern: undefined, error: undefined };
        resolve({ ...none, isComplete: false, ...outcome, isStale });
      };
      let response: IncomingMessage | undefined;
      request.on('response', (received) => {
        response = received;
        const { socket } = received;
        const end = (outcome: Partial<Outcome>): void => {
          // A server may answer before it has received the whole body.
          if (!request.writableEnded) request.destroy();
          this.#previous.set(socket, `${call.name} (${outcome.status})`);
          finish(outcome);
        };
        readResponse(received, call).then(end, (error) => end({ error: String(error) }));
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        if (response) return;
        const code = error.code ?? error.message;
        const isStale = request.reusedSocket && code === 'ECONNRESET' && abortAfterMs === undefined;
        if (isStale) this.stale.push(`${this.#previous.get(request.socket ?? {})} > ${call.name}`);
        finish({ error: code }, isStale);
      });
      request.on('close', () => response || finish({ error: 'closed' }));
      writeBody(request, call);
    });
  }
}

type Outgoing = ReturnType<typeof startRequest>;

function writeBody(request: Outgoing, { body, sendBytes, isChunked }: Call): void {
  if (!body) request.end();
  else if (sendBytes !== undefined) request.write(body.subarray(0, sendBytes));
  else if (isChunked) void writePieces(request, body);
  else request.end(body);
}

const PIECE_BYTES = 65_536;

async function writePieces(request: Outgoing, body: Buffer): Promise<void> {
  for (let at = 0; at < body.length && !request.destroyed; at += PIECE_BYTES) {
    request.write(body.subarray(at, at + PIECE_BYTES));
    await setImmediate();
  }
  if (!request.destroyed) request.end();
}

async function readResponse(response: IncomingMessage, call: Call): Promise<Partial<Outcome>> {
  const pattern = call.pattern === undefined ? undefined : new PatternChecker(call.pattern);
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve) => {
    response.on('close', resolve).on('error', () => resolve());
  });
  if (call.pauseMs !== undefined) await wait(call.pauseMs);
  response.on('data', (chunk: Buffer) => {
    if (pattern) pattern.add(chunk);
    else chunks.push(chunk);
  });
  await ended;
  return {
    status: response.statusCode ?? 0,
    headers: response.headers as Record<string, string | undefined>,
    text: Buffer.concat(chunks).toString(),
    pattern,
    isComplete: response.complete,
  };
}
