import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runServer } from 'verdaccio';

/** A package registry of our own, for as long as a test lasts. */
export interface Registry {
  readonly url: string;
  /** What an .npmrc has to say for our scope, and nothing but our scope, to come from here. */
  readonly npmrc: string;
  /** The same for another scope. */
  npmrcFor(scope: string): string;
  close(): Promise<void>;
}

/** Who may do what: everybody everything, on a registry that nobody else reaches. */
const OPEN = { access: '$all', publish: '$all', unpublish: '$all' };

/** Starts Verdaccio on a free port of 127.0.0.1, empty. Of our own scope it has what is published to it; of the SDK's also what `upstream` has. */
export async function startRegistry(upstream?: string): Promise<Registry> {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-registry-'));
  mkdirSync(join(folder, 'storage'));
  const server = (await runServer({
    self_path: join(folder, 'config.yaml'),
    configPath: join(folder, 'config.yaml'),
    storage: join(folder, 'storage'),
    uplinks: upstream === undefined ? {} : { upstream: { url: upstream, timeout: '60s' } },
    auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: -1 } },
    packages: {
      '@beta-headers/*': OPEN,
      ...(upstream !== undefined && { '@anthropic-ai/*': { ...OPEN, proxy: 'upstream' } }),
    },
    web: { enable: false },
    log: { type: 'file', path: join(folder, 'log'), level: 'warn', format: 'json' },
    max_body_size: '50mb',
  } as never)) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}/`;
  // npm wants some token before it publishes; this registry looks at none.
  const npmrcFor = (scope: string): string =>
    `${scope}:registry=http://${host}\n//${host}:_authToken=none\nfund=false\naudit=false\nupdate-notifier=false\n`;
  return {
    url: `http://${host}`,
    npmrc: npmrcFor('@beta-headers'),
    npmrcFor,
    close: async () => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
