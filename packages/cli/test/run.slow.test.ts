import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFakeApi, type Listening } from '@beta-headers/fake-api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callMain } from './support/call-main.ts';
import { type Clients, writeClients } from './support/clients.ts';
import { runCli, startCli } from './support/run-cli.ts';

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
beforeEach(() => bedrock.reset());
afterAll(async () => {
  clients.remove();
  await server.close();
});

describe('run', () => {
  it('makes the request of a client work, and sums up what it changed', async () => {
    const { code, stdout, stderr } = await runCli([...run, '--', NODE, clients.send], {
      env: BEDROCK_ENV,
    });
    expect(stdout).toMatch(/^200 \{"id":"msg_/);
    expect(code).toBe(0);
    expect(bedrock.requests.map(({ betas }) => betas)).toEqual([
      [
        'claude-code-20250219',
        'tool-search-tool-2025-10-19',
        'fine-grained-tool-streaming-2025-05-14',
      ],
    ]);
    expect(stderr).toContain('beta-headers: 1 request, 1 of them changed\n');
    expect(stderr).toContain('- prompt-caching-scope-2026-01-05: left out, this platform does not');
    expect(stderr).toContain('- advanced-tool-use-2025-11-20: replaced by tool-search-tool-2025');
    expect(stderr).toContain(
      'https://beta-headers.github.io/beta-headers/features/advanced-tool-use/',
    );
    expect(stderr.match(/^beta-headers:/gm)).toHaveLength(1);
    // The guide shows the same text.
    const guide = readFileSync(
      new URL('../../../docs/src/content/docs/guides/claude-code.mdx', import.meta.url),
      'utf8',
    );
    expect(/```text\n([\s\S]*?)```/.exec(guide)?.[1]).toBe(stderr);
  });

  it('changes nothing in a dry run, and reports what would change', async () => {
    const { code, stdout, stderr } = await runCli([...run, '--dry-run', '--', NODE, clients.send], {
      env: BEDROCK_ENV,
    });
    expect(stdout).toMatch(/^400 .*invalid beta flag/);
    expect(code).toBe(0);
    expect(bedrock.requests[0]?.betas).toContain('prompt-caching-scope-2026-01-05');
    expect(stderr).toContain('1 of them would change (dry run: nothing was changed)');
    expect(stderr).toContain('prompt-caching-scope-2026-01-05: would be left out');
  });

  it('leads the requests of other platforms to them', async () => {
    const place = '/projects/p1/locations/global';
    for (const [platform, base, variable, path] of [
      [
        'vertex',
        `/v1${place}`,
        'ANTHROPIC_VERTEX_BASE_URL',
        `${place}/publishers/anthropic/models/claude-opus-5-5:rawPredict`,
      ],
      ['foundry', '/anthropic', 'ANTHROPIC_FOUNDRY_BASE_URL', '/v1/messages?beta=true'],
      ['bedrock-mantle', '/anthropic', 'ANTHROPIC_BEDROCK_MANTLE_BASE_URL', '/v1/messages'],
    ] as const) {
      const fake = createFakeApi({ platform });
      const listening = await fake.listen();
      const file = join(clients.folder, `${platform}.yaml`);
      const auth = { replace: { bearer: 'of-the-operator' } };
      const url = `${listening.url}${base}`;
      writeFileSync(file, JSON.stringify({ upstreams: [{ name: 'a', platform, url, auth }] }));
      const { stdout, stderr } = await runCli(
        ['run', '--config', file, '--', NODE, clients.post, variable, path],
        { env: { AWS_REGION: 'us-east-1' } },
      );
      await listening.close();
      expect(stdout, `${platform} ${stderr}`).toMatch(/^200 /);
      expect(fake.requests, platform).toMatchObject([{ status: 200 }]);
      expect(stdout, platform).not.toContain('of-the-operator');
      if (platform === 'vertex')
        expect(JSON.parse(stdout.slice(4))).toMatchObject({
          ANTHROPIC_VERTEX_PROJECT_ID: 'p1',
          CLOUD_ML_REGION: 'global',
        });
    }
  });

  it('sets the variables of the client, passes its arguments on, and is quiet', async () => {
    const { stdout, stderr, code } = await runCli(
      [...run, '--', NODE, clients.show, '--model', 'a b', '--', '--dry-run'],
      { env: { ...BEDROCK_ENV, CLAUDE_CODE_USE_VERTEX: '1' } },
    );
    expect([code, stderr]).toEqual([0, '']);
    const { args, env } = JSON.parse(stdout);
    expect(args).toEqual(['--model', 'a b', '--', '--dry-run']);
    expect(env).toEqual({
      ANTHROPIC_BEDROCK_BASE_URL: expect.stringMatching(
        /^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}$/,
      ),
      CLAUDE_CODE_SKIP_BEDROCK_AUTH: '1',
      CLAUDE_CODE_USE_BEDROCK: '1',
    });
  });

  it('leaves the login of the client alone on the Claude API', async () => {
    const { stdout } = await runCli(
      ['run', '--platform', 'claude-api', '--upstream', server.url, '--', NODE, clients.show],
      { env: { ANTHROPIC_API_KEY: 'mine' } },
    );
    const { env } = JSON.parse(stdout);
    expect(env).toMatchObject({ ANTHROPIC_API_KEY: 'mine', ENABLE_TOOL_SEARCH: 'true' });
    expect(env).not.toHaveProperty('ANTHROPIC_AUTH_TOKEN');
  });

  it('answers only below the path of this run, and ends with the client', async () => {
    const running = startCli([...run, '--', NODE, clients.wait], { env: BEDROCK_ENV });
    const [, base] = await running.waitFor(/waiting at (\S+)/);
    const { origin, pathname } = new URL(base as string);
    const path = '/model/us.anthropic.claude-opus-5-5/invoke';
    const body = JSON.stringify({ anthropic_version: 'bedrock-2023-05-31', messages: [] });
    const send = async (url: string): Promise<number> =>
      (await fetch(url, { method: 'POST', body })).status;
    expect(await send(`${origin}${pathname}${path}`)).toBe(200);
    for (const wrong of ['', `/${'0'.repeat(32)}`, pathname.slice(0, -1), `${pathname}x`])
      expect(await send(`${origin}${wrong}${path}`), wrong).toBe(404);
    expect(bedrock.requests).toHaveLength(1);
    running.child.kill('SIGTERM');
    await running.finished;
    await expect(fetch(origin)).rejects.toThrow();
  });

  it('passes signals on, and returns what the client makes of them', async () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const running = startCli([...run, '--', NODE, clients.wait], { env: BEDROCK_ENV });
      await running.waitFor(/waiting/);
      running.child.kill(signal);
      const { code, stdout } = await running.finished;
      expect([code, stdout], signal).toEqual([
        7,
        expect.stringMatching(`^waiting.*\ngot ${signal}\n$`),
      ]);
    }
  });

  it('returns 128 and the number of the signal that ended the client', async () => {
    const running = startCli([...run, '--', NODE, clients.wait, 'default'], { env: BEDROCK_ENV });
    await running.waitFor(/waiting/);
    running.child.kill('SIGTERM');
    expect((await running.finished).code).toBe(143);
  });

  it('reads a configuration, and takes the upstream of the platform that is named', async () => {
    const file = join(clients.folder, 'gateway.yaml');
    const upstreams = [
      { name: 'one', platform: 'claude-api', url: server.url },
      { name: 'two', platform: 'foundry', url: server.url, auth: { replace: { bearer: 'x' } } },
    ];
    writeFileSync(file, JSON.stringify({ upstreams }));
    const show = ['--', NODE, clients.show];
    const { stdout } = await runCli(['run', '--config', file, '--platform', 'foundry', ...show]);
    expect(JSON.parse(stdout).env).toMatchObject({
      CLAUDE_CODE_USE_FOUNDRY: '1',
      ANTHROPIC_FOUNDRY_API_KEY: 'unused',
    });
    const none = await callMain(['run', '--config', file, '--platform', 'vertex', ...show]);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('no upstream on vertex. It has: claude-api, foundry');
  });
});
