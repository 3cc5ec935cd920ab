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
  close(): Promise<void>;
}

/** Starts Verdaccio on a free port of 127.0.0.1, empty, with no other registry behind it. */
export async function startRegistry(): Promise<Registry> {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-registry-'));
  mkdirSync(join(folder, 'storage'));
  const server = (await runServer({
    self_path: join(folder, 'config.yaml'),
    configPath: join(folder, 'config.yaml'),
    storage: join(folder, 'storage'),
    uplinks: {},
    auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: -1 } },
    packages: { '@beta-headers/*': { access: '$all', publish: '$all', unpublish: '$all' } },
    web: { enable: false },
    log: { type: 'file', path: join(folder, 'log'), level: 'warn', format: 'json' },
    max_body_size: '50mb',
  } as never)) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}/`;
  return {
    url: `http://${host}`,
    // npm wants some token before it publishes; this registry looks at none.
    npmrc: `@beta-headers:registry=http://${host}\n//${host}:_authToken=none\nfund=false\naudit=false\nupdate-notifier=false\n`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
