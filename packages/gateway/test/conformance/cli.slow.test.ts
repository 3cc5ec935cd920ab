import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/conformance/index.ts';
import type { Fault } from './faults.ts';
import { startProxy } from './proxy.ts';
import { findFreePort } from './serve.ts';

const PROGRAM = fileURLToPath(new URL('../../src/conformance/cli.ts', import.meta.url));

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function runProgram(args: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

async function runAgainst(faults: readonly Fault[], args: readonly string[]): Promise<Run> {
  const port = await findFreePort();
  const proxy = await startProxy(() => port, faults);
  const target = ['--gateway', proxy.url, '--form', 'messages', '--platform', 'foundry'];
  try {
    return await runProgram([...target, '--upstream-port', String(port), ...args]);
  } finally {
    await proxy.close();
  }
}

describe.concurrent('beta-headers-conformance', () => {
  it('exits with 0 and prints each result if every check passes', async () => {
    const run = await runAgainst([], ['--only', 'path.message,path.batches']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('pass  path.message: ');
    expect(run.stdout).toContain('Not applicable: only platforms that Anthropic operates');
    expect(run.stdout).toContain('1 passed, 0 failed (0 of level must), 1 not applicable');
  });

  it('exits with 1 and prints what was expected and seen if a check fails', async () => {
    const run = await runAgainst(['adds-a-beta'], ['--only', 'betas.none-added']);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('expected: the betas: []');
    expect(run.stdout).toContain('messages-2023-12-15');
  });

  it('exits with 0 if only checks of level should fail', async () => {
    const run = await runAgainst(['hides-models'], ['--only', 'path.models']);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('FAIL  path.models (should)');
  });

  it('writes the report as JSON', async () => {
    const run = await runAgainst([], ['--json', '--only', 'headers.*']);
    const report = JSON.parse(run.stdout) as Report;
    expect(report).toMatchObject({ form: 'messages', platform: 'foundry', failed: 0 });
    expect(report.results.every(({ id }) => id.startsWith('headers.'))).toBe(true);
  });

  it('lists the checks without a gateway', async () => {
    const run = await runProgram(['--list', '--only', 'stream.pings']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/^stream\.pings \(must\): .* https:\/\/\S+\n$/);
  });

  it.each([
    [['--form', 'messages'], '--gateway is missing'],
    [['--gatway', 'http://127.0.0.1:1'], "'--gatway'"],
    [['--list', '--only', 'stream.ping'], 'no check has the id "stream.ping"'],
    [
      ['--gateway', 'http://127.0.0.1:1', '--form', 'message'],
      '--form has to be one of messages, invoke, raw-predict, not message',
    ],
  ])('exits with 2 for the wrong arguments %j', async (args, message) => {
    const run = await runProgram(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
  });

  it('exits with 2 if the gateway refuses the connection', async () => {
    const port = await findFreePort();
    const target = ['--form', 'messages', '--platform', 'foundry', '--upstream-port', `${port}`];
    const run = await runProgram(['--gateway', 'http://127.0.0.1:1', ...target]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('The gateway refuses the connection. Start it first.');
  });

  it('exits with 2 if the port of the upstream is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const target = ['--form', 'messages', '--platform', 'foundry', '--upstream-port', `${port}`];
    const run = await runProgram(['--gateway', 'http://127.0.0.1:1', ...target]);
    server.close();
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('The port of the recording upstream is in use.');
  });
});
