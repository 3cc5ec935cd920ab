/** A gateway that is served as its configuration says. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readGatewayConfig } from '../../src/node/config/index.ts';
import { createLog, ListenError, serveConfig } from '../../src/node/index.ts';
import { listenUpstream } from './support/listen.ts';
import { sendRaw } from './support/raw.ts';
import { findFreePort } from './support/redis.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function start(settings: string): Promise<{
  readonly url: string;
  readonly port: number;
  readonly lines: readonly Record<string, unknown>[];
  readonly close: () => Promise<unknown>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'beta-headers-serve-'));
  open.push(() => rm(folder, { recursive: true, force: true }));
  const upstream = await listenUpstream((request, response) => {
    request.resume().on('end', () => response.end('{"type":"message"}'));
  });
  open.push(upstream.close);
  const file = join(folder, 'gateway.yaml');
  await writeFile(
    file,
    `upstreams:\n  - { name: main, platform: claude-api, url: ${JSON.stringify(upstream.url)}, ` +
      `auth: { replace: { api-key: "\${KEY}" } } }\n${settings}`,
  );
  const config = await readGatewayConfig(file, { env: { KEY: 'operator-key' } });
  const lines: Record<string, unknown>[] = [];
  const log = createLog({ level: 'debug', write: (line) => lines.push(JSON.parse(line)) });
  const server = await serveConfig(config, { log });
  const close = (): Promise<unknown> => server.close({ shutdownMs: 0 });
  open.push(close);
  return { url: server.url, port: server.port, lines, close };
}

it('listens with the limits of the configuration, and logs its start and end', async () => {
  const { url, port, lines, close } = await start(
    'listen: { port: 0 }\nlimits: { headerBytes: 4096 }\nmetrics: false\n',
  );
  expect((await fetch(`${url}/v1/files`)).status).toBe(200);
  const large = await sendRaw(
    port,
    `GET / HTTP/1.1\r\nHost: localhost\r\nA: ${'b'.repeat(5_000)}\r\n\r\n`,
  );
  expect(large).toMatch(/^HTTP\/1\.1 431 /);
  await close();
  expect(lines.map(({ message }) => message)).toEqual(
    expect.arrayContaining(['listening', 'request', 'closing', 'closed']),
  );
});

it('serves although its memory in Redis is down', async () => {
  const redis = `redis://127.0.0.1:${await findFreePort()}`;
  const { url } = await start(
    `listen: { port: 0 }\nrecovery: { memory: { redis: ${JSON.stringify(redis)} } }\n`,
  );
  const response = await fetch(`${url}/v1/messages`, {
    method: 'POST',
    body: '{"model":"claude-opus-5-5","max_tokens":5,"messages":[]}',
  });
  expect(response.status).toBe(200);
});

it('names the port that is in use', async () => {
  const { port } = await start('listen: { port: 0 }\n');
  const error = await start(`listen: { port: ${port} }\n`).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ListenError);
  expect(String(error)).toContain(`Port ${port} of 127.0.0.1 is in use.`);
});
