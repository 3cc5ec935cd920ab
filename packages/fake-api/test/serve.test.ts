import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../src/serve.ts';

interface Run {
  readonly code: number;
  readonly out: string[];
  readonly err: string[];
}

/** Runs the command line; `during` gets the first line and stops the server when it is done. */
async function run(args: string[], during?: (firstLine: string) => Promise<void>): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  let halt = (): void => {};
  const stop = new Promise<void>((resolve) => {
    halt = resolve;
  });
  let finished: Promise<number> | undefined;
  const started = new Promise<string>((resolve) => {
    const print = (line: string): void => {
      out.push(line);
      resolve(line);
    };
    finished = main(args, { out: print, err: (line) => err.push(line), stop });
  });
  if (during) await during(await started).finally(halt);
  return { code: (await finished) as number, out, err };
}

describe('fake-api', () => {
  it('listens on this machine only, prints what it is asked, and closes with 0', async () => {
    const { code, out } = await run(
      ['--port', '0', '--json', '--not-enrolled', 'mcp-client-2025-11-20'],
      async (line) => {
        const { event, platform, url } = JSON.parse(line);
        expect([event, platform, new URL(url).hostname]).toEqual([
          'listening',
          'claude-api',
          '127.0.0.1',
        ]);
        const response = await fetch(`${url}/v1/messages`, {
          method: 'POST',
          headers: { 'x-api-key': 'sk-secret', 'anthropic-beta': 'mcp-client-2025-11-20' },
          body: '{"messages":"secret"}',
        });
        expect(await response.json()).toHaveProperty(
          'error.details.error_code',
          'organization_not_enrolled_in_beta',
        );
      },
    );
    expect(code).toBe(0);
    expect(JSON.parse(out[1] ?? '')).toMatchObject({
      event: 'request',
      status: 400,
      path: '/v1/messages',
      bodyKeys: ['messages'],
    });
    expect(out.join('\n')).not.toContain('secret');
  });

  it('rejects the values that it is given, and goes by the day that it is given', async () => {
    const args = ['--port', '0', '--json', '--reject', 'new-2027-01-01', '--today', '2026-12-01'];
    const { out } = await run(args, async (line) => {
      const send = async (beta: string, body: object): Promise<unknown> => {
        const headers = { 'x-api-key': 'any', 'anthropic-beta': beta };
        const init = { method: 'POST', headers, body: JSON.stringify(body) };
        return (await fetch(`${JSON.parse(line).url}/v1/messages`, init)).json();
      };
      expect(await send('new-2027-01-01', {})).toHaveProperty(
        'error.type',
        'invalid_request_error',
      );
      expect(await send('other-2027-01-01', {})).toHaveProperty('type', 'message');
      const fast = { model: 'claude-opus-4-8', speed: 'fast' };
      expect(await send('fast-mode-2026-02-01', fast)).toHaveProperty('type', 'error');
    });
    expect(out.slice(1).map((line) => JSON.parse(line).status)).toEqual([400, 200, 400]);
  });

  it('speaks plainly without --json', async () => {
    const { out } = await run(['--port', '0', '--platform', 'foundry'], async (line) => {
      await fetch(`${/http:\S+/.exec(line)?.[0]}/anthropic/v1/messages`, {
        method: 'POST',
        headers: { 'x-api-key': 'any' },
        body: '{}',
      });
    });
    expect(out[0]).toMatch(/^fake-api imitates foundry on http:\/\/127\.0\.0\.1:\d+ /);
    expect(out[1]).toBe('200 POST /anthropic/v1/messages');
  });

  it.each([
    [['--platform', 'azure'], /--platform: there is no "azure"; use one of claude-api/],
    [['--port', 'x'], /--port: "x" is not a whole number/],
    [['--port', '65536'], /--port/],
    [['--latency', '-1'], /latency/],
    [['--today', '1.12.2026'], /--today: "1.12.2026" is not a day/],
    [
      ['--not-enrolled', 'nope'],
      /--not-enrolled: the manifest has neither a beta nor a feature "nope"/,
    ],
    [['--nope'], /--nope/],
    [['stray'], /stray/],
  ])('answers %j with 2 and a reason', async (args, reason) => {
    const { code, err, out } = await run(args);
    expect([code, out]).toEqual([2, []]);
    expect(err.join('\n')).toMatch(reason);
  });

  it('prints its help with 0', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const option of [
      '--platform',
      '--port',
      '--host',
      '--latency',
      '--not-enrolled',
      '--reject',
      '--today',
      '--json',
      'Exit codes',
    ])
      expect(out[0]).toContain(option);
  });

  it('answers a taken port with 1', async () => {
    await run(['--port', '0', '--json'], async (line) => {
      const second = await run(['--port', new URL(JSON.parse(line).url).port]);
      expect(second.code).toBe(1);
      expect(second.err[0]).toMatch(
        /cannot listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\): another program/,
      );
    });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('is closed by %s', async (signal) => {
    // Node runs TypeScript files as they are from 22.18 on; the published command is JavaScript.
    const child: ChildProcess = spawn(
      process.execPath,
      [fileURLToPath(new URL('../src/cli.ts', import.meta.url)), '--port', '0'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await once(
      createInterface({ input: child.stdout as NonNullable<ChildProcess['stdout']> }),
      'line',
    );
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
