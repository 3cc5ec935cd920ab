/**
 * Runs the examples of `@beta-headers/deno` with the permissions that they document,
 * and again without each one of them.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { runCommand } from '../../toolchain/lib/command.ts';
import type { Check } from '../../toolchain/lib/results.ts';
import { root } from '../../toolchain/lib/root.ts';
import { findRuntimes } from './index.ts';

const EXAMPLES = join(root, 'packages', 'deno', 'examples');
const FAKE_API = join(root, 'packages', 'fake-api', 'src', 'cli.ts');
const UPSTREAM = 'api.anthropic.com';
const KEY = { ANTHROPIC_API_KEY: 'sk-example', NO_COLOR: '1' };
/** Denies downloads, and fails instead of prompting for a permission. */
const OFFLINE = ['--quiet', '--no-remote', '--no-prompt'];

/** Runs an example against the fake Claude API. */
export async function checkDenoExample(name: 'message.ts' | 'serve.ts'): Promise<Check[]> {
  const api = startProgram(process.execPath, [FAKE_API, '--port', '0', '--json'], {});
  try {
    const { url } = JSON.parse(await api.readLine()) as { url: string };
    return await (name === 'message.ts' ? checkMessage(url) : checkServer(url));
  } finally {
    await api.stop();
  }
}

/** Reads the permissions in the first comment of an example, for this upstream and port. */
function readPermissions(example: string, upstream: string, port = '8787'): string[] {
  const text = readFileSync(join(EXAMPLES, example), 'utf8');
  const flags = /deno run ((?:--\S+ )+)/.exec(text)?.[1]?.trim().split(' ');
  if (!flags)
    throw new Error(
      `packages/deno/examples/${example}: add \`deno run --allow-…\` to the first comment`,
    );
  return flags.map((flag) =>
    flag.replace(UPSTREAM, new URL(upstream).host).replace(':8787', `:${port}`),
  );
}

async function checkMessage(url: string): Promise<Check[]> {
  const permissions = readPermissions('message.ts', url);
  const run = (given: readonly string[]) =>
    runCommand(
      findRuntimes().deno,
      ['run', ...OFFLINE, ...given, join(EXAMPLES, 'message.ts'), url],
      {
        env: KEY,
      },
    );
  const all = await run(permissions);
  const checks = [
    {
      name: `message.ts with ${permissions.join(' ')}`,
      ok: all.ok && all.stdout.trim() === 'message',
      output: all.output,
    },
  ];
  for (const [removed, given] of removeEach(permissions)) {
    const ended = await run(given);
    checks.push({
      name: `message.ts fails without ${removed}`,
      ok: !ended.ok,
      output: ended.output,
    });
  }
  return checks;
}

async function checkServer(url: string): Promise<Check[]> {
  const port = String(await findFreePort());
  const permissions = readPermissions('serve.ts', url, port);
  const all = await sendRequest(url, port, permissions);
  const checks = [
    { name: `serve.ts with ${permissions.join(' ')}`, ok: all.status === 200, output: all.output },
  ];
  for (const [removed, given] of removeEach(permissions)) {
    const response = await sendRequest(url, port, given);
    checks.push({
      name: `serve.ts fails without ${removed}`,
      ok: response.status !== 200,
      output: response.output,
    });
  }
  return checks;
}

/**
 * Sends a request that needs a beta without its header.
 * Returns no status if the server did not start.
 */
async function sendRequest(
  url: string,
  port: string,
  permissions: readonly string[],
): Promise<{ status?: number; output: string }> {
  const server = startProgram(
    findRuntimes().deno,
    ['run', ...OFFLINE, ...permissions, join(EXAMPLES, 'serve.ts'), url, port],
    KEY,
  );
  try {
    const address = await server.readLine();
    if (!address) return { output: server.readOutput() };
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
    return { status: response.status, output: `${await response.text()}\n${server.readOutput()}` };
  } finally {
    await server.stop();
  }
}

/** Lists each value of each permission, with the permissions that remain without it. */
function removeEach(permissions: readonly string[]): [removed: string, remaining: string[]][] {
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

interface RunningProgram {
  /** Reads the first line of stdout; empty if the program ends before it prints one. */
  readLine(): Promise<string>;
  readOutput(): string;
  stop(): Promise<void>;
}

function startProgram(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): RunningProgram {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'exit');
  return {
    readLine: () => readFirstLine(child.stdout),
    readOutput: () => output.trim(),
    async stop() {
      child.kill();
      await ended;
    },
  };
}

async function readFirstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line;
  return '';
}

async function findFreePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
