/** Starts the servers of the gateway's benchmarks, each in a process of its own. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answers, Memory, ServerKind } from './server.ts';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** Headers that requests to this server need. */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Reads the CPU time of the process since its start, in microseconds. Collects no garbage: that
   * would discard optimized code, whose objects are all gone between two loads.
   */
  readCpu(): Promise<number>;
  /** Collects the garbage of the process, and reads its memory. */
  readMemory(): Promise<Memory>;
  stop(): void;
}

/** Starts one of the servers of `server.ts`. @param upstream - the URL that it forwards to */
export async function startServer(kind: ServerKind, upstream = ''): Promise<ServerProcess> {
  const child = fork(join(import.meta.dirname, 'server.ts'), [kind, upstream], {
    // A process that waits for its turn would collect garbage, and discard its optimized code.
    execArgv: ['--expose-gc', '--no-memory-reducer', '--disable-warning=ExperimentalWarning'],
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`a server of the benchmark ended with code ${String(code)}`);
  });
  // After the end of a benchmark, nothing waits for it.
  failed.catch(() => {});
  const receive = async <T>(): Promise<T> => {
    const received = once(child, 'message') as Promise<[T]>;
    return (await Promise.race([received, failed]))[0];
  };
  const { port } = await receive<{ port: number }>();
  const ask = <K extends keyof Answers>(message: K): Promise<Answers[K]> => {
    child.send(message);
    return receive();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    headers: {},
    readCpu: () => ask('cpu'),
    readMemory: () => ask('memory'),
    stop: () => child.disconnect(),
  };
}

/** Starts Portkey's gateway from npm. It takes its upstream from headers of each request. */
export async function startPortkey(upstream: string): Promise<ServerProcess> {
  const main = createRequire(import.meta.url).resolve('@portkey-ai/gateway/package.json');
  const port = await findPort();
  const program = join(dirname(main), 'build', 'start-server.js');
  const child = spawn(process.execPath, [program, '--headless', `--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, TRUSTED_CUSTOM_HOSTS: '127.0.0.1', NODE_ENV: 'production' },
  });
  const url = `http://127.0.0.1:${port}`;
  await waitForAnswer(url, child);
  return {
    url,
    headers: { 'x-portkey-provider': 'anthropic', 'x-portkey-custom-host': `${upstream}/v1` },
    readCpu: rejectUsage,
    readMemory: rejectUsage,
    stop: () => void child.kill(),
  };
}

const rejectUsage = (): Promise<never> =>
  Promise.reject(new Error('its process does not report what it uses'));

async function waitForAnswer(url: string, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (child.exitCode !== null) break;
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await wait(100);
  }
  throw new Error(`no server at ${url}`);
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
