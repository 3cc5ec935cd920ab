/** The command `gateway` in a process of its own. */
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createFakeApi, type Listening } from '@beta-headers/fake-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clients, writeClients } from './support/clients.ts';
import { startCli } from './support/run-cli.ts';

const api = createFakeApi({ platform: 'claude-api' });
let server: Listening;
let clients: Clients;

const MESSAGE = {
  model: 'claude-opus-5-5',
  max_tokens: 10,
  mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.example.com' }],
  tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
  messages: [{ role: 'user', content: 'Hello' }],
};

beforeAll(async () => {
  server = await api.listen();
  clients = writeClients();
});
afterAll(async () => {
  clients.remove();
  await server.close();
});

/** Writes a configuration and returns its path. */
function writeConfig(name: string, text: string): string {
  const path = join(clients.folder, name);
  writeFileSync(path, text);
  return path;
}

const send = (url: string): Promise<Response> =>
  fetch(`${url}/v1/messages?beta=true`, {
    method: 'POST',
    headers: { 'x-api-key': 'secret-key', 'content-type': 'application/json' },
    body: JSON.stringify(MESSAGE),
  });

describe('a gateway that serves', () => {
  it('serves a configuration, prints its address, and closes on SIGTERM with 0', async () => {
    const upstream = `{ name: main, platform: claude-api, url: "${server.url}" }`;
    const file = writeConfig('good.yaml', `listen: { port: 0 }\nupstreams:\n  - ${upstream}\n`);
    const running = startCli(['gateway', '--config', file, '--json']);
    const { url, upstreams } = JSON.parse((await running.waitFor(/^\{"url".*\}$/m))[0]);
    expect(upstreams).toEqual([{ name: 'main', platform: 'claude-api' }]);
    const response = await send(url);
    expect([response.status, response.headers.get('x-beta-headers-added')]).toEqual([
      200,
      'mcp-client-2025-11-20',
    ]);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('beta_headers_');
    running.child.kill('SIGTERM');
    const { code, stdout, stderr } = await running.finished;
    expect(code).toBe(0);
    expect(stdout).toBe(`${JSON.stringify({ url, upstreams })}\n`);
    const lines = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ level: 'info', message: 'listening', url });
    expect(lines.at(-1)).toMatchObject({ message: 'closed' });
    expect(stderr).not.toMatch(/secret-key|Hello/);
  });

  it('serves one platform without a file, and an upstream that cannot be reached is a 502', async () => {
    const unused = await findUnusedPort();
    const upstream = `http://127.0.0.1:${unused}`;
    const args = ['gateway', '--platform', 'claude-api', '--upstream', upstream, '--port', '0'];
    const running = startCli(args);
    const [url] = await running.waitFor(/^http:\/\/127\.0\.0\.1:\d+$/m);
    const response = await send(url);
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({
      type: 'error',
      error: { type: 'api_error', message: expect.stringContaining('ECONNREFUSED') },
    });
    running.child.kill('SIGINT');
    expect(await running.finished).toMatchObject({ code: 0, stdout: `${url}\n` });
  });

  it('forwards everything unchanged in a dry run', async () => {
    const args = ['gateway', '--platform', 'claude-api', '--upstream', server.url, '--port', '0'];
    const running = startCli([...args, '--dry-run']);
    const [url] = await running.waitFor(/^http:\/\/127\.0\.0\.1:\d+$/m);
    const response = await send(url);
    expect(response.status).toBe(400);
    expect(api.requests.at(-1)?.betas).toEqual([]);
    running.child.kill('SIGHUP');
    const { code, stderr } = await running.finished;
    expect(code).toBe(0);
    expect(stderr).toContain('dryRun=true');
    expect(stderr).toContain('mcp-client-2025-11-20');
  });
});

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function findUnusedPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
