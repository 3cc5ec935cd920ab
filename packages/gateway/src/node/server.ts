/** Starts a server on a port, and closes it without losing requests. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens. */
export interface RunningServer {
  /** The base URL for clients. */
  readonly url: string;
  readonly port: number;
  /**
   * Stops accepting, waits for requests in flight, and cuts those that are left after `cutAfterMs`.
   * A further call can shorten the time. Resolves to the number of connections that were cut.
   */
  close(cutAfterMs: number): Promise<number>;
}

/** An error of listening, with the port and the fix. `code` is Node's, such as `EADDRINUSE`. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly code: string;

  constructor(message: string, code: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/**
 * Starts a server on an address.
 * @throws {ListenError} if the server cannot listen there
 */
export async function startServer(
  server: Server,
  host: string,
  port: number,
): Promise<RunningServer> {
  await listen(server, host, port);
  const address = server.address() as AddressInfo;
  let closing: Closing | undefined;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    close(cutAfterMs) {
      closing ??= closeServer(server);
      closing.cutAfter(cutAfterMs);
      return closing.closed;
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      const { code = '' } = error;
      reject(new ListenError(describeError(code, host, port), code, error));
    };
    server.once('error', onError);
    server.listen({ host, port }, () => {
      server.off('error', onError);
      resolve();
    });
  });
}

function describeError(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${host} is in use. Stop the other program, or choose another port.`;
  if (code === 'EACCES') return `Port ${port} needs more rights. Choose a port from 1024 up.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}. Choose 127.0.0.1, ::1, 0.0.0.0 or ::.`;
  return `Listening on ${host}, port ${port}, failed: ${code}.`;
}

interface Closing {
  readonly closed: Promise<number>;
  cutAfter(ms: number): void;
}

/** The interval for closing connections whose last response has ended. */
const IDLE_MS = 50;

function closeServer(server: Server): Closing {
  let cut = 0;
  let timer: NodeJS.Timeout | undefined;
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS);
  const closed = new Promise<number>((resolve) => {
    server.close(() => {
      clearInterval(idle);
      clearTimeout(timer);
      resolve(cut);
    });
  });
  return {
    closed,
    cutAfter(ms) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        server.getConnections((_error, count) => {
          cut = count ?? 0;
          server.closeAllConnections();
        });
      }, ms);
    },
  };
}
