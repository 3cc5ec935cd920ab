/** Starts servers for a test. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHostRules } from '../../../src/node/check-request.ts';
import { readLimits, type ServerLimits } from '../../../src/node/limits.ts';
import { createListener, type Local, type ServerObserver } from '../../../src/node/listener.ts';
import { type RunningServer, startServer } from '../../../src/node/server.ts';
import type { Gateway } from '../../../src/types.ts';

/** An upstream on this machine. */
export interface TestUpstream {
  readonly url: string;
  readonly port: number;
  readonly server: Server;
  close(): Promise<void>;
}

/** Starts a server of node:http on a free port. */
export async function listenUpstream(listener: RequestListener): Promise<TestUpstream> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    server,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Options of {@link listenGateway}. */
export interface TestGatewayOptions {
  readonly limits?: ServerLimits;
  readonly local?: Local;
  readonly observer?: ServerObserver;
  readonly allowedHosts?: readonly string[];
}

/** Serves a function as a gateway on a free port. */
export async function listenGateway(
  gateway: Gateway,
  { limits, local, observer, allowedHosts }: TestGatewayOptions = {},
): Promise<RunningServer> {
  let isClosing = false;
  const server = createListener({
    gateway,
    limits: readLimits(limits),
    hosts: createHostRules('127.0.0.1', allowedHosts),
    isClosing: () => isClosing,
    ...(local && { local }),
    ...(observer && { observer }),
  });
  const running = await startServer(server, '127.0.0.1', 0);
  return {
    ...running,
    close(ms) {
      isClosing = true;
      return running.close(ms);
    },
  };
}

/** A promise that a test resolves. */
export interface Gate {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

/** Creates a promise with its `resolve`. */
export function createGate(): Gate {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
