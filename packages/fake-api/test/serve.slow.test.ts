import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { main } from '../src/serve.ts';

/** The smallest feature of an overlay: one beta, one rule. */
const OVERLAY = `feature: robots
title: { en: Robots, id: Robot }
summary:
  en: Lets a request carry robots. Only our organization has it.
  id: Memungkinkan permintaan membawa robot. Hanya organisasi kami yang memilikinya.
family: tools
audience: specialised
default: robots-2026-11-01
docs: https://intranet.example.com/robots
availability:
  claude-api: { status: available, evidence: [{ source: intranet }] }
betas:
  - id: robots-2026-11-01
    stage: preview
    requires: [{ at: robots }]
    acceptance:
      claude-api: { status: accepted, evidence: [{ source: intranet }] }
    evidence: [{ source: intranet }]
`;

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
  let start = (_line: string): void => {};
  const started = new Promise<string>((resolve) => {
    start = resolve;
  });
  const print = (line: string): void => {
    out.push(line);
    start(line);
  };
  const finished = main(args, { out: print, err: (line) => err.push(line), stop });
  // A line never comes from arguments that are wrong.
  if (during)
    await during(await Promise.race([started, finished.then(() => err.join())])).finally(halt);
  return { code: await finished, out, err };
}

describe('fake-api', () => {
  it('listens on this machine only, prints requests, and closes with 0', async () => {
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

  it('answers a health check without a key, and does not print it', async () => {
    const { out } = await run(['--port', '0', '--json'], async (line) => {
      for (const path of ['/', '/health']) {
        const response = await fetch(JSON.parse(line).url + path);
        expect([response.status, await response.json()]).toEqual([
          200,
          { status: 'ok', platform: 'claude-api' },
        ]);
      }
    });
    expect(out).toHaveLength(1);
  });

  it('gates the betas of an overlay', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'overlay-'));
    await writeFile(join(folder, 'robots.yaml'), OVERLAY);
    const source = '{ id: intranet, url: https://intranet.example.com, checked: 2026-11-22 }';
    await writeFile(join(folder, 'sources.yaml'), `sources: [${source}]`);
    const args = ['--port', '0', '--json', '--overlay', folder];
    await run(args, async (line) => {
      const send = (headers: Record<string, string>): Promise<Response> =>
        fetch(`${JSON.parse(line).url}/v1/messages`, {
          method: 'POST',
          headers: { 'x-api-key': 'any', ...headers },
          body: '{"robots":{}}',
        });
      expect((await send({})).status).toBe(400);
      expect((await send({ 'anthropic-beta': 'robots-2026-11-01' })).status).toBe(200);
    });
    await writeFile(join(folder, 'robots.yaml'), 'feature: robots\nfamly: tools\n');
    const broken = await run(args);
    expect([broken.code, broken.err.join('\n')]).toEqual([
      2,
      expect.stringMatching(/--overlay: [\s\S]*robots\.yaml/),
    ]);
  });

  it('prints bodies on request only, and no line that a request makes up', async () => {
    const forged = '\n200 POST /v1/forged\u001b[2J\u009b';
    const send = async (line: string): Promise<void> => {
      const url = /http:[^" ]+\d/.exec(line)?.[0];
      await fetch(`${url}/model/anthropic.claude-opus-5-v1%3A0/invoke`, {
        method: 'POST',
        headers: { 'x-api-key': 'sk-secret', 'anthropic-beta': 'sk-ant-api03-secret' },
        body: JSON.stringify({ anthropic_beta: [forged], text: `a${forged}` }),
      });
    };
    const args = ['--port', '0', '--platform', 'bedrock'];
    const plain = await run(args, send);
    expect(plain.out.slice(1)).toEqual([
      '400 POST /model/anthropic.claude-opus-5-v1%3A0/invoke  [(25 characters, no beta)]',
    ]);
    const withBody = await run([...args, '--record', 'body'], send);
    expect(withBody.out[2]).toContain('"text":"a');
    const json = await run([...args, '--record', 'body', '--json'], send);
    expect(JSON.parse(json.out[1] ?? '').body).toHaveProperty('anthropic_beta');
    const printed = [...plain.out, ...withBody.out, ...json.out].join('');
    expect(printed).not.toMatch(/\p{Cc}/u);
    expect(printed).not.toContain('secret');
  });

  it('rejects the values of --reject, and judges by the day of --today', async () => {
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

  it('prints plain lines without --json', async () => {
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
    [['--not-enrolled', 'mcp-clint'], /did you mean "mcp-client"\?/],
    [['--record', 'headers'], /--record: "headers" cannot be recorded; write --record body/],
    [['--nope'], /--nope/],
    [['--platfrom', 'x'], /there is no option "--platfrom"; did you mean "--platform"\?/],
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
      '--overlay',
      '--record',
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
