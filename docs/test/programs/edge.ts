/** Runs programs for edge runtimes: Workers, and route handlers of Next.js. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { findRuntimes } from '@beta-headers/runtimes';
import { build } from 'esbuild';
import { run } from './programs.ts';

/** Runs a Worker with these variables, and fetches one path of it. */
export async function runWorker(
  main: string,
  folder: string,
  variables: Readonly<Record<string, string>>,
  path: string,
): Promise<string> {
  await bundleForEdge(main, 'workerd', join(folder, 'worker.mjs'));
  return fetchFromWorker(folder, variables, path);
}

/** Bundles a route handler of the edge runtime, and posts a body to it on Node. */
export async function runRouteHandler(
  main: string,
  folder: string,
  env: Readonly<Record<string, string>>,
  body: string,
): Promise<string> {
  await bundleForEdge(main, 'edge-light', join(folder, 'route.mjs'));
  const file = join(folder, 'call.mjs');
  writeFileSync(
    file,
    `import { POST, runtime } from './route.mjs';
if (runtime !== 'edge') throw new Error('not for the edge');
const body = ${JSON.stringify(body)};
const request = new Request('http://localhost:3000/api/ask', { method: 'POST', body });
console.log(await (await POST(request)).text());
`,
  );
  const ended = await run(process.execPath, [file], { env: { ...env } });
  if (ended.code !== 0) throw new Error(ended.output);
  return ended.stdout;
}

/** Bundles a module as an edge runtime does. Fails if it needs a module of Node. */
async function bundleForEdge(
  file: string,
  condition: 'edge-light' | 'workerd',
  outfile: string,
): Promise<void> {
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    format: 'esm',
    // As Next.js and Wrangler have it: an import of a module of Node is an error, and the SDK
    // replaces its own by the field `browser`.
    platform: 'browser',
    conditions: [condition],
    target: 'es2023',
    logLevel: 'silent',
  });
}

async function fetchFromWorker(
  folder: string,
  variables: Readonly<Record<string, string>>,
  path: string,
): Promise<string> {
  writeFileSync(join(folder, 'worker.capnp'), writeConfig(variables));
  // workerd reports the port on its control channel, file descriptor 3, as JSON lines.
  const child = spawn(findRuntimes().workerd, ['serve', 'worker.capnp', '--control-fd=3'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'exit');
  try {
    const port = await Promise.race([
      readPort(child.stdio[3] as Readable),
      ended.then(() => undefined),
    ]);
    if (port === undefined) throw new Error(`workerd ended before it listened\n${output}`);
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    const text = await response.text();
    if (!response.ok) throw new Error(`the Worker answered ${response.status}: ${text}\n${output}`);
    return text;
  } finally {
    child.kill();
    await ended;
  }
}

function writeConfig(variables: Readonly<Record<string, string>>): string {
  const bindings = Object.entries(variables).map(
    ([name, text]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(text)})`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .example),
    (name = "network", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const example :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
  compatibilityDate = "2026-01-01",
  bindings = [${bindings.join(', ')}],
  globalOutbound = "network",
);
`;
}

async function readPort(control: Readable): Promise<number | undefined> {
  for await (const line of createInterface({ input: control })) {
    const event = JSON.parse(line) as { event?: string; port?: number };
    if (event.event === 'listen') return event.port;
  }
  return undefined;
}
