/** The examples of `@beta-headers/deno`, run with exactly the permissions that they name, and with each of them taken away. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { command } from '../../toolchain/lib/command.ts';
import type { Check } from '../../toolchain/lib/results.ts';
import { root } from '../../toolchain/lib/root.ts';
import { runtimes } from './index.ts';

const EXAMPLES = join(root, 'packages', 'deno', 'examples');
const FAKE_API = join(root, 'packages', 'fake-api', 'src', 'cli.ts');
const UPSTREAM = 'api.anthropic.com';
const KEY = { ANTHROPIC_API_KEY: 'sk-example', NO_COLOR: '1' };
/** Nothing is fetched, and what is not allowed is not asked for. */
const OFFLINE = ['--quiet', '--no-remote', '--no-prompt'];

/** Runs an example against a stand-in for the Claude API. */
export async function checkDenoExample(name: 'message.ts' | 'serve.ts'): Promise<Check[]> {
  const api = start(process.execPath, [FAKE_API, '--port', '0', '--json'], {});
  try {
    const { url } = JSON.parse(await api.line()) as { url: string };
    return await (name === 'message.ts' ? checkMessage(url) : checkServe(url));
  } finally {
    await api.stop();
  }
}

/** The permissions that an example's first comment names, for this upstream and this port. */
function documentedPermissions(example: string, upstream: string, port = '8787'): string[] {
  const text = readFileSync(join(EXAMPLES, example), 'utf8');
  const flags = /deno run ((?:--\S+ )+)/.exec(text)?.[1]?.trim().split(' ');
  if (!flags)
    throw new Error(
      `packages/deno/examples/${example} names no \`deno run --allow-…\` in its first comment`,
    );
  return flags.map((flag) =>
    flag.replace(UPSTREAM, new URL(upstream).host).replace(':8787', `:${port}`),
  );
}

async function checkMessage(url: string): Promise<Check[]> {
  const permissions = documentedPermissions('message.ts', url);
  const run = (given: readonly string[]) =>
    command(runtimes().deno, ['run', ...OFFLINE, ...given, join(EXAMPLES, 'message.ts'), url], {
      env: KEY,
    });
  const all = await run(permissions);
  const checks = [
    {
      name: `message.ts with ${permissions.join(' ')}`,
      ok: all.ok && all.stdout.trim() === 'message',
      output: all.output,
    },
  ];
  for (const [taken, given] of withoutEach(permissions)) {
    const ended = await run(given);
    checks.push({ name: `message.ts fails without ${taken}`, ok: !ended.ok, output: ended.output });
  }
  return checks;
}

async function checkServe(url: string): Promise<Check[]> {
  const port = String(await freePort());
  const permissions = documentedPermissions('serve.ts', url, port);
  const all = await askServer(url, port, permissions);
  const checks = [
    { name: `serve.ts with ${permissions.join(' ')}`, ok: all.status === 200, output: all.output },
  ];
  for (const [taken, given] of withoutEach(permissions)) {
    const asked = await askServer(url, port, given);
    checks.push({
      name: `serve.ts fails without ${taken}`,
      ok: asked.status !== 200,
      output: asked.output,
    });
  }
  return checks;
}

/** The status of a request that needs a beta and does not name it; none where the server did not come up. */
async function askServer(
  url: string,
  port: string,
  permissions: readonly string[],
): Promise<{ status?: number; output: string }> {
  const server = start(
    runtimes().deno,
    ['run', ...OFFLINE, ...permissions, join(EXAMPLES, 'serve.ts'), url, port],
    KEY,
  );
  try {
    const address = await server.line();
    if (!address) return { output: server.said() };
    const body = JSON.stringify({
      model: 'claude-opus-5-5',
      max_tokens: 16,
      messages: [{ role: 'user', content: 'Hello' }],
      compaction: { type: 'summarize' },
    });
    const response = await fetch(`${address}/v1/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return { status: response.status, output: `${await response.text()}\n${server.said()}` };
  } finally {
    await server.stop();
  }
}

/** Each value of each permission, and the permissions without it. */
function withoutEach(permissions: readonly string[]): [taken: string, given: string[]][] {
  return permissions.flatMap((permission, i) => {
    const [name = '', list] = permission.split('=');
    return (list?.split(',') ?? [undefined]).map((value, j): [string, string[]] => {
      const rest = list?.split(',').filter((_, other) => other !== j) ?? [];
      const others = permissions.filter((_, other) => other !== i);
      return [
        value === undefined ? name : `${name}=${value}`,
        rest.length > 0 ? [...others, `${name}=${rest.join(',')}`] : others,
      ];
    });
  });
}

interface Running {
  /** The first line of stdout; empty where it ends before it says one. */
  line(): Promise<string>;
  said(): string;
  stop(): Promise<void>;
}

function start(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Running {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'exit');
  return {
    line: () => firstLine(child.stdout),
    said: () => said.trim(),
    async stop() {
      child.kill();
      await ended;
    },
  };
}

async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line;
  return '';
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
