/** The main paths of the command `run`; `run.slow.test.ts` has the others. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFakeApi, type Listening } from '@beta-headers/fake-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callMain } from './support/call-main.ts';
import { type Clients, writeClients } from './support/clients.ts';
import { runCli } from './support/run-cli.ts';

const bedrock = createFakeApi({ platform: 'bedrock' });
const BEDROCK_ENV = { AWS_BEARER_TOKEN_BEDROCK: 'test', AWS_REGION: 'us-east-1' };
const NODE = process.execPath;

let server: Listening;
let clients: Clients;
/** The arguments of a run on Bedrock before those of the client. */
let run: string[];

beforeAll(async () => {
  server = await bedrock.listen();
  clients = writeClients();
  run = ['run', '--platform', 'bedrock', '--upstream', server.url];
});
afterAll(async () => {
  clients.remove();
  await server.close();
});

describe('run', () => {
  it('returns the exit code of the client', async () => {
    const { code } = await runCli([...run, '--', NODE, '-e', 'process.exit(42)'], {
      env: BEDROCK_ENV,
    });
    expect(code).toBe(42);
  });

  it('exits with 127 if the client is not found, and with 126 if it cannot be executed', async () => {
    const env = { ...BEDROCK_ENV, PATH: process.env['PATH'] };
    const missing = await callMain([...run, '--', 'no-such-client'], { env });
    expect(missing.code).toBe(127);
    expect(missing.stderr).toContain('no program is called "no-such-client"; install it');
    const path = join(clients.folder, 'plain');
    writeFileSync(path, 'text');
    chmodSync(path, 0o644);
    const plain = await callMain([...run, '--', path], { env });
    expect([plain.code, plain.stderr.includes(`${path} cannot be executed`)]).toEqual([126, true]);
    const folder = await callMain([...run, '--', clients.folder]);
    expect([folder.code, folder.stderr.includes('is a folder; write')]).toEqual([126, true]);
  });

  it('explains what is missing, and starts nothing', async () => {
    for (const [args, message] of [
      [['run', '--', NODE, clients.show], 'give --config FILE, or --platform'],
      [['run', '--platform', 'bedrock'], "missing required argument 'command'"],
      [['run', '--platform', 'vertex', '--', NODE, clients.show], 'ANTHROPIC_VERTEX_PROJECT_ID'],
      [[...run, '--client', 'claude', '--', NODE], 'no client is called "claude"'],
      [[...run, '--config', 'x.yaml', '--', NODE], 'exclude each other'],
      [['run', '--platform', 'bedrock', '--upstream', 'x', '--', NODE], 'is not a URL'],
      [['run', '--platform', 'bedrock-converse', '--', NODE], 'use bedrock'],
      [['run', '--platform', 'bedrock', '--upstrem', 'x', '--', NODE], 'Did you mean --upstream?'],
    ] as const) {
      const { code, stdout, stderr } = await callMain(args, { env: {} });
      expect([code, stdout], message).toEqual([2, '']);
      expect(stderr).toContain(message);
    }
  });
});
