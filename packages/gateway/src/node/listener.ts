/** Serves a gateway by node:http. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Gateway } from '../types.ts';
import { checkRequest, type HostRules } from './check-request.ts';
import { toRequest, writeResponse } from './exchange.ts';
import type { ServerLimits } from './limits.ts';
import { formatError, formatRefusal, type Refusal, readParseError } from './refusals.ts';

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
  server.on('request', (incoming, outgoing) => handle(incoming, outgoing, options, false));
  server.on('checkContinue', (incoming, outgoing) => handle(incoming, outgoing, options, true));
  server.on('clientError', (error, socket) => onClientError(error, socket as Socket, options));
  server.on('connect', (_incoming, socket) => onConnect(socket as Socket, options));
  return server;
}

function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: ListenerOptions,
  expectsContinue: boolean,
): void {
  outgoing.on('error', () => {});
  trackResponse(outgoing);
  const refusal = checkRequest(incoming, options.limits, options.hosts);
  if (refusal) {
    options.observer?.onRefusal?.(refusal);
    outgoing.writeHead(refusal.status, {
      'content-type': 'application/json',
      connection: 'close',
    });
    outgoing.end(formatError(refusal));
    dropBody(incoming, outgoing);
    return;
  }
  void answer(incoming, outgoing, options, expectsContinue).catch(() => outgoing.destroy());
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: ListenerOptions,
  expectsContinue: boolean,
): Promise<void> {
  const abort = new AbortController();
  let id: string | undefined;
  const path = (incoming.url as string).split('?', 1)[0] as string;
  const local = options.local?.(incoming.method ?? '', path);
  const observer = local ? undefined : options.observer?.onRequest?.();
  let mayContinue = expectsContinue;
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) abort.abort(createAbortError());
    observer?.onEnd(id, outgoing.writableFinished);
  });
  const onRead = (): void => {
    if (mayContinue && !outgoing.headersSent) outgoing.writeContinue();
    mayContinue = false;
  };
  const response = await (local ??
    callGateway(
      options.gateway,
      toRequest(incoming, abort.signal, expectsContinue ? onRead : undefined),
    ));
  id = response.headers.get(ID_HEADER) ?? undefined;
  // A client that was not told to continue may send its body or not.
  const close = options.isClosing() || mayContinue;
  dropBody(incoming, outgoing);
  await writeResponse(response, outgoing, {
    writeTimeoutMs: options.limits.writeTimeoutMs,
    close,
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

const createAbortError = (): DOMException =>
  new DOMException('The client closed the connection.', 'AbortError');

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

/** The responses in progress on one connection. */
interface Connection {
  readonly open: Set<ServerResponse>;
  /** Answers what could not be parsed, after the responses before it. */
  last?: Refusal;
}

const connections = new WeakMap<Socket, Connection>();

/** Notes a response in progress, so that nothing else is written within or before it. */
function trackResponse(outgoing: ServerResponse): void {
  const { socket } = outgoing.req;
  const connection = connections.get(socket) ?? { open: new Set() };
  connections.set(socket, connection);
  connection.open.add(outgoing);
  outgoing.on('close', () => {
    connection.open.delete(outgoing);
    if (connection.last && connection.open.size === 0) endSocket(socket, connection.last);
  });
}

function onClientError(
  error: NodeJS.ErrnoException & { rawPacket?: Buffer },
  socket: Socket,
  { observer }: ListenerOptions,
): void {
  socket.on('error', () => {});
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = readParseError(error);
  observer?.onRefusal?.(refusal);
  const connection = connections.get(socket) ?? { open: new Set() };
  const open = [...connection.open];
  if (open.every(({ req }) => req.complete) && open.length > 0) connection.last = refusal;
  else if (open.length > 1 || open[0]?.headersSent) socket.destroy();
  else endSocket(socket, refusal);
}

function onConnect(socket: Socket, { observer }: ListenerOptions): void {
  socket.on('error', () => {});
  const refusal: Refusal = {
    status: 405,
    reason: 'connect',
    message: 'The gateway is no proxy; it does not take CONNECT.',
  };
  observer?.onRefusal?.(refusal);
  if (connections.get(socket)?.open.size) socket.destroy();
  else endSocket(socket, refusal);
}

function endSocket(socket: Socket, refusal: Refusal): void {
  if (socket.writable) socket.end(formatRefusal(refusal), () => socket.destroy());
  else socket.destroy();
}
