import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runServer } from 'verdaccio';

/** A package registry on this machine, for the duration of a test. */
export interface Registry {
  readonly url: string;
  /** The text of an .npmrc that takes our scope, and no other, from this registry. */
  readonly npmrc: string;
  /** The same for another scope. */
  formatNpmrc(scope: string): string;
  close(): Promise<void>;
}

/** Anyone may read and publish, because the registry is local. */
const OPEN = { access: '$all', publish: '$all', unpublish: '$all' };

/**
 * Starts an empty Verdaccio on a free port of 127.0.0.1. It has the packages of our scope that are
 * published to it, and, for the scope of the SDK, also those of `upstream`.
 */
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
  // npm requires a token to publish; this registry ignores it.
  const formatNpmrc = (scope: string): string =>
    [
      `${scope}:registry=http://${host}`,
      `//${host}:_authToken=none`,
      'fund=false',
      'audit=false',
      'update-notifier=false',
      '',
    ].join('\n');
  return {
    url: `http://${host}`,
    npmrc: formatNpmrc('@beta-headers'),
    formatNpmrc,
    close: async () => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
