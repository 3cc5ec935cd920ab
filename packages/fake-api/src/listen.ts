/** Serves a test double over HTTP. */
import type { AddressInfo } from 'node:net';
import type { HttpBindings, serve as Serve, ServerType } from '@hono/node-server';
import { checkOptionNames } from './names.ts';

/** Options of `api.listen`. */
export interface ListenOptions {
  /** Default: 0, a free port. */
  readonly port?: number;
  /** Default: `127.0.0.1`, this machine only. */
  readonly host?: string;
}

/** A test double that listens. */
export interface Listening {
  /** The base URL, `http://127.0.0.1:41234`. */
  readonly url: string;
  /** Closes the server and its connections. */
  close(): Promise<void>;
}

/** Answers a request; `disconnect` cuts its connection. */
type Answer = (request: Request, disconnect: () => void) => Promise<Response>;

/**
 * Listens on a port.
 * @throws {TypeError} for an option that does not exist
 */
export async function listen(answer: Answer, options: ListenOptions = {}): Promise<Listening> {
  checkOptionNames('listen', options, ['port', 'host']);
  const { port = 0, host = '127.0.0.1' } = options;
  const serve = await importServe();
  const fetch = async (request: Request, { incoming }: HttpBindings): Promise<Response> => {
    let isCut = false;
    const disconnect = (): void => {
      isCut = true;
      incoming.socket.destroy();
    };
    try {
      return await answer(request, disconnect);
    } catch (error) {
      // The client has disconnected, so no answer can arrive.
      if (isCut || incoming.socket.destroyed) return new Response(null, { status: 499 });
      throw error;
    }
  };
  const server = await new Promise<ServerType>((resolve, reject) => {
    const started = serve(
      {
        fetch: fetch as (request: Request, env: unknown) => Promise<Response>,
        hostname: host,
        port,
        // The test owns the globals of the process.
        overrideGlobalObjects: false,
      },
      () => resolve(started),
    );
    started.once('error', reject);
  });
  return { url: formatUrl(server), close: () => close(server) };
}

/** Loads the server; its name is not a literal, so that bundles for a browser leave it out. */
async function importServe(): Promise<typeof Serve> {
  const name = '@hono/node-server';
  const module = (await import(/* @vite-ignore */ /* webpackIgnore: true */ name)) as {
    readonly serve: typeof Serve;
  };
  return module.serve;
}

function formatUrl(server: ServerType): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Clients keep connections open; nothing is lost by cutting them.
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
