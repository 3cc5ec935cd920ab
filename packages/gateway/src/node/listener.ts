/** Serves a gateway by node:http. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Gateway } from '../types.ts';
import { checkRequest, type HostRules } from './check-request.ts';
import type { ServerLimits } from './limits.ts';
import {
  formatError,
  formatRefusal,
  type ParseError,
  type Refusal,
  readParseError,
  UNKNOWN_EXPECTATION,
} from './refusals.ts';
import { writeResponse } from './write-response.ts';

/** Answers a path of the server itself, such as `/healthz`. `undefined` for all other paths. */
export type Local = (method: string, path: string) => Promise<Response> | undefined;

/** Observes a server. Its hooks must not throw. */
export interface ServerObserver {
  /** A request was refused before the gateway received it. */
  onRefusal?(refusal: Refusal): void;
  /** A request arrived. Returns an observer of it. */
  onRequest?(): RequestObserver;
}

/** Observes one request. */
export interface RequestObserver {
  /** The first byte of the response's body is written. */
  onFirstByte(): void;
  /** The response has ended, or the client has left. `id` is the gateway's id of the request. */
  onEnd(id: string | undefined, isComplete: boolean): void;
}

/** Options of {@link createListener}. */
export interface ListenerOptions {
  readonly gateway: Gateway;
  readonly limits: Required<ServerLimits>;
  readonly hosts: HostRules;
  readonly local?: Local;
  readonly observer?: ServerObserver;
  /** Tests if the server is closing, so that connections end with their response. */
  readonly isClosing: () => boolean;
}

/** The header of the gateway with the id of the request. */
const ID_HEADER = 'x-beta-headers-request-id';

/** Creates a server that listens nowhere yet. */
export function createListener(options: ListenerOptions): Server {
  const { limits } = options;
  const server = createServer({
    insecureHTTPParser: false,
    // `checkRequest` answers it, in the form of the API.
    requireHostHeader: false,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: Math.min(limits.headersTimeoutMs, limits.requestTimeoutMs),
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    connectionsCheckingInterval: Math.max(50, Math.min(limits.headersTimeoutMs / 2, 5_000)),
    noDelay: true,
  });
  server.maxConnections = limits.connections;
  // All headers are seen and counted; Node would ignore those after its own limit.
  server.maxHeadersCount = 0;
  const answer = getRequestListener(
    async (request, { incoming, outgoing }) => {
      await answerRequest(
        request,
        incoming as IncomingMessage,
        outgoing as ServerResponse,
        options,
      ).catch(() => outgoing.destroy());
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false },
  );
  const handle = (incoming: IncomingMessage, outgoing: ServerResponse, last?: Refusal): boolean => {
    outgoing.on('error', () => {});
    trackResponse(outgoing);
    const refusal = checkRequest(incoming, limits, options.hosts) ?? last;
    if (refusal) {
      options.observer?.onRefusal?.(refusal);
      writeRefusal(incoming, outgoing, refusal);
      return false;
    }
    // The client's `Host` must not choose where anything is sent.
    incoming.headers.host = 'gateway.invalid';
    void answer(incoming, outgoing);
    return true;
  };
  server.on('request', (incoming, outgoing) => handle(incoming, outgoing));
  server.on('checkExpectation', (incoming, outgoing) =>
    handle(incoming, outgoing, UNKNOWN_EXPECTATION),
  );
  server.on('checkContinue', (incoming, outgoing) => {
    if (handle(incoming, outgoing)) continueOnRead(incoming, outgoing);
  });
  server.on('clientError', (error, socket) => onClientError(error, socket as Socket, options));
  server.on('connect', (_incoming, socket) => onConnect(socket as Socket, options));
  return server;
}

function writeRefusal(incoming: IncomingMessage, outgoing: ServerResponse, refusal: Refusal): void {
  const body = formatError(refusal);
  outgoing.writeHead(refusal.status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  outgoing.end(body);
  dropBody(incoming, outgoing);
}

/** The requests whose clients wait for `100 Continue` before they send the body. */
const waiting = new WeakSet<IncomingMessage>();

/** Continues a client when its body is read, so that a large body is not sent in vain. */
function continueOnRead(incoming: IncomingMessage, outgoing: ServerResponse): void {
  waiting.add(incoming);
  incoming.once('resume', () => {
    if (outgoing.headersSent) return;
    waiting.delete(incoming);
    outgoing.writeContinue();
  });
}

async function answerRequest(
  request: Request,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: ListenerOptions,
): Promise<void> {
  const path = (incoming.url as string).split('?', 1)[0] as string;
  const local = options.local?.(request.method, path);
  const observer = local ? undefined : options.observer?.onRequest?.();
  let response: Response | undefined;
  let hasClosed = false;
  // Waits for the response also if the client has left, because it has the id.
  const report = (): void => {
    const id = response?.headers.get(ID_HEADER) ?? undefined;
    if (response && hasClosed) observer?.onEnd(id, outgoing.writableFinished);
  };
  outgoing.on('close', () => {
    hasClosed = true;
    report();
  });
  response = await (local ?? callGateway(options.gateway, request));
  report();
  dropBody(incoming, outgoing);
  await writeResponse(response, outgoing, {
    writeTimeoutMs: options.limits.writeTimeoutMs,
    // Without `100 Continue`, a client may send its body or not. After an offer to upgrade, Node
    // drops what follows.
    close: options.isClosing() || waiting.has(incoming) || incoming.headers.upgrade !== undefined,
    ...(observer && { onFirstByte: () => observer.onFirstByte() }),
  });
}

async function callGateway(gateway: Gateway, request: Request): Promise<Response> {
  try {
    return await gateway(request);
  } catch {
    // A gateway never rejects. Its error is not shown, because it may quote the request.
    const body = formatError({ status: 500, message: 'The gateway failed. This is a bug in it.' });
    return new Response(body, { status: 500, headers: { 'content-type': 'application/json' } });
  }
}

/** The time for a client to finish a body that is not read, so that it can read the response. */
const DROP_MS = 10_000;

/** Ends a connection whose client still sends a body some time after the response. */
function dropBody(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (incoming.complete) return;
  outgoing.once('finish', () => {
    if (incoming.complete) return;
    const timer = setTimeout(() => incoming.destroy(), DROP_MS);
    incoming.once('close', () => clearTimeout(timer));
    incoming.once('end', () => clearTimeout(timer));
    incoming.removeAllListeners('data');
    incoming.resume();
  });
}

/** The responses of one connection. */
interface Connection {
  /** The responses in progress, in order. */
  readonly open: Set<ServerResponse>;
  /** The response of the request that was received last. */
  latest?: ServerResponse;
  /** Answers what could not be parsed, after the responses before it. */
  refusal?: Refusal;
}

const connections = new WeakMap<Socket, Connection>();

/** Notes a response in progress, so that nothing else is written within or before it. */
function trackResponse(outgoing: ServerResponse): void {
  const { socket } = outgoing.req;
  const connection = findConnection(socket);
  connection.open.add(outgoing);
  connection.latest = outgoing;
  outgoing.on('close', () => {
    connection.open.delete(outgoing);
    if (connection.refusal) refuseRest(socket, connection, connection.refusal);
  });
}

function findConnection(socket: Socket): Connection {
  const found = connections.get(socket);
  if (found) return found;
  const connection: Connection = { open: new Set() };
  connections.set(socket, connection);
  socket.on('error', () => {});
  socket.once('close', () => {
    // Node closes the response that is being written, and not those that wait for it.
    for (const outgoing of connection.open)
      if (!outgoing.socket) {
        outgoing.destroy();
        outgoing.emit('close');
      }
  });
  return connection;
}

/** Refuses what follows on a connection, once the responses before it are complete. */
function refuseRest(socket: Socket, connection: Connection, refusal: Refusal): void {
  connection.refusal = refusal;
  const { open, latest } = connection;
  // The error may be in the body of the latest request.
  const isWithin = latest?.req.complete === false;
  const before = isWithin && open.has(latest) ? open.size - 1 : open.size;
  if (before > 0) return;
  // A response that has begun cannot become another one.
  if (isWithin && (latest.headersSent || !open.has(latest))) socket.destroy();
  else endSocket(socket, refusal);
}

function onClientError(error: ParseError, socket: Socket, { observer }: ListenerOptions): void {
  const connection = findConnection(socket);
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = readParseError(error);
  observer?.onRefusal?.(refusal);
  refuseRest(socket, connection, refusal);
}

function onConnect(socket: Socket, { observer }: ListenerOptions): void {
  const refusal: Refusal = {
    status: 405,
    reason: 'connect',
    message: 'The gateway is no proxy; it does not take CONNECT.',
  };
  observer?.onRefusal?.(refusal);
  refuseRest(socket, findConnection(socket), refusal);
}

function endSocket(socket: Socket, refusal: Refusal): void {
  if (socket.writable) socket.end(formatRefusal(refusal), () => socket.destroy());
  else socket.destroy();
}
