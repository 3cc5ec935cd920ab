import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The worker reaches servers on this machine, and no others. */
const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .portable),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const portable :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
  compatibilityDate = "2026-01-01",
);
`;

/** A worker that listens. */
export interface ServedWorker {
  readonly url: string;
  /** Returns the output of workerd until now. */
  readOutput(): string;
  close(): Promise<void>;
}

/**
 * Serves a worker on a free port of 127.0.0.1.
 * @throws {Error} with the output of workerd if it ends before it listens
 */
export async function serveInWorkerd(program: string, worker: string): Promise<ServedWorker> {
  const folder = dirname(worker);
  writeFileSync(join(folder, 'worker.capnp'), CONFIG);
  // workerd reports the port on its control channel, file descriptor 3, as JSON lines.
  const child = spawn(program, ['serve', 'worker.capnp', '--control-fd=3'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'exit');
  const port = await Promise.race([
    readPort(child.stdio[3] as Readable),
    ended.then(() => undefined),
  ]);
  if (port === undefined) {
    child.kill();
    throw new Error(`workerd ended before it listened\n${output}`);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    readOutput: () => output,
    async close() {
      child.kill();
      await ended;
    },
  };
}

/** Serves a worker and returns its response to one request. */
export async function runInWorkerd(
  program: string,
  worker: string,
): Promise<{ ok: boolean; text: string }> {
  let served: ServedWorker;
  try {
    served = await serveInWorkerd(program, worker);
  } catch (error) {
    return { ok: false, text: (error as Error).message };
  }
  try {
    const response = await fetch(`${served.url}/`);
    const text = await response.text();
    if (response.ok) return { ok: true, text };
    const output = served.readOutput();
    return { ok: false, text: `workerd responded with ${response.status}\n${text}\n${output}` };
  } finally {
    await served.close();
  }
}

async function readPort(control: Readable): Promise<number | undefined> {
  for await (const line of createInterface({ input: control })) {
    const event = JSON.parse(line) as { event?: string; port?: number };
    if (event.event === 'listen') return event.port;
  }
  return undefined;
}
