/** The command `gateway`: its arguments and configuration; `gateway.slow.test.ts` serves. */
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createFakeApi, type Listening } from '@beta-headers/fake-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callMain } from './support/call-main.ts';
import { type Clients, writeClients } from './support/clients.ts';

const api = createFakeApi({ platform: 'claude-api' });
let server: Listening;
let clients: Clients;

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

describe('gateway', () => {
  it('exits with 2 if the port is in use', async () => {
    const busy = createServer();
    const port = await listen(busy);
    const { code, stdout, stderr } = await callMain([
      ...['gateway', '--platform', 'claude-api', '--upstream', server.url],
      ...['--port', `${port}`],
    ]);
    busy.close();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`Port ${port} of 127.0.0.1 is in use`);
  });

  it('exits with 2 and file:line for a wrong configuration', async () => {
    const file = writeConfig(
      'bad.yaml',
      'upstreams:\n  - name: main\n    platform: bedrok\n    regoin: us-east-1\nlimit: {}\n',
    );
    const { code, stdout, stderr } = await callMain(['gateway', '--config', file]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`${file}:3:`);
    expect(stderr).toContain(`${file}:4:`);
    expect(stderr).toContain(`${file}:5:`);
    expect(stderr).toMatch(/did you mean "?bedrock/);
    expect(stderr).toMatch(/"?region/);
  });

  it('exits with 2 if the file or a secret is missing', async () => {
    const none = await callMain(['gateway', '--config', join(clients.folder, 'none.yaml')]);
    expect([none.code, none.stderr.includes('none.yaml')]).toEqual([2, true]);
    const file = writeConfig(
      'secret.yaml',
      'upstreams:\n  - name: a\n    platform: claude-api\n' +
        `    auth: { replace: { api-key: "$\{file:missing.key}" } }\n`,
    );
    const { code, stderr } = await callMain(['gateway', '--config', file]);
    expect([code, stderr.includes('missing.key')]).toEqual([2, true]);
    expect(stderr).toContain(`${file}:4:`);
  });

  it('prints the configuration with its defaults and without secrets for --check', async () => {
    const file = writeConfig(
      'check.yaml',
      'upstreams:\n  - name: a\n    platform: claude-api\n' +
        `    auth: { replace: { api-key: "$\{KEY}" } }\n`,
    );
    const args = ['gateway', '--config', file, '--check'];
    const env = { KEY: 'sk-ant-secret' };
    const { code, stdout } = await callMain(args, { env });
    expect(code).toBe(0);
    expect(stdout).toContain('port: 8080');
    expect(stdout).toContain(`$\{KEY}`);
    const json = await callMain([...args, '--json'], { env });
    expect(JSON.parse(json.stdout)).toMatchObject({ upstreams: [{ name: 'a' }] });
    expect(`${stdout}${json.stdout}`).not.toContain('sk-ant-secret');
    const options = ['--json', '--port', '9001', '--dry-run'];
    const replaced = await callMain([...args, ...options], { env });
    expect(JSON.parse(replaced.stdout)).toMatchObject({ listen: { port: 9001 }, dryRun: true });
  });

  it('explains wrong arguments, and exits with 2', async () => {
    const platform = ['gateway', '--platform', 'claude-api', '--upstream'];
    for (const [args, message] of [
      [['gateway'], 'give --config FILE, or --platform NAME, such as --platform bedrock'],
      [['gateway', '--config', 'a', '--platform', 'vertex'], 'exclude each other'],
      [['gateway', '--config', 'a', '--upstream', 'https://a'], 'exclude each other'],
      [['gateway', '--platform', 'vertx'], 'did you mean vertex?'],
      [['gateway', '--platform', 'vertex'], 'ANTHROPIC_VERTEX_PROJECT_ID'],
      [['gateway', '--port', '70000'], 'from 0 to 65535'],
      [['gateway', '--confg', 'a'], 'Did you mean --config?'],
      [['gateway', 'extra'], 'too many arguments'],
      [[...platform, 'ftp://a'], 'is not a URL'],
      [
        [...platform, 'http://127.0.0.1:9999', '--port', '9999'],
        'the address of the gateway itself',
      ],
    ] as const) {
      const { code, stdout, stderr } = await callMain(args, { env: {} });
      expect([code, stdout], message).toEqual([2, '']);
      expect(stderr).toContain(message);
    }
  });
});

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
