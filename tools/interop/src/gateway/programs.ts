/** Clients that are no library: curl, and Python's standard library. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Call, GatewayClient } from './client.ts';
import { CLIENT_KEY, type GatewayPlatform, PLATFORM_NAMES } from './platforms.ts';
import { SCENARIOS } from './scenarios.ts';
import { type Form, readAnswer, type WireRequest, writeWire } from './wire.ts';

/** Sends the body on standard input, and prints the answer; a status of 400 or more is an error. */
const PYTHON = `
import json, sys, urllib.request
url, headers = sys.argv[1], json.loads(sys.argv[2])
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
request = urllib.request.Request(url, sys.stdin.buffer.read(), headers, method="POST")
with opener.open(request, timeout=600) as response:
    sys.stdout.buffer.write(response.read())
`;

type Program = (url: string, request: WireRequest) => readonly [string, readonly string[]];

const runCurl: Program = (url, { headers }) => [
  'curl',
  [
    ...['--silent', '--show-error', '--fail-with-body', '--noproxy', '*', '--max-time', '600'],
    ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
    // It would wait for the answer to the header.
    ...['--header', 'expect:', '--data-binary', '@-', url],
  ],
];

const createPython =
  (interpreter: string): Program =>
  (url, { headers }) => [interpreter, ['-I', '-c', PYTHON, url, JSON.stringify(headers)]];

/** Finds the interpreter itself: `python3` may be a script that looks for it at each start. */
async function findPython(): Promise<string> {
  const command = process.env['PYTHON'] || 'python3';
  const found = await run(command, ['-c', 'import sys; print(sys.executable)'], '').catch(
    () => undefined,
  );
  return found?.toString().trim() || command;
}

/** Runs a program with a text as its input, and returns its output. */
async function run(command: string, args: readonly string[], input: string): Promise<Buffer> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  let problems = '';
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => (problems += chunk));
  // A program that ends early does not read its input to the end.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${problems.slice(-300)}`);
  return Buffer.concat(out);
}

function createClient(
  name: string,
  version: string,
  program: Program,
  form: Form,
  platforms: readonly GatewayPlatform[],
): GatewayClient {
  return {
    name,
    version,
    form,
    platforms,
    cases: Object.keys(SCENARIOS),
    async send({ base, platform, name: scenario, stream }: Call) {
      const { betas = [], params, headers } = SCENARIOS[scenario] ?? { params: {} };
      const named = { betas, params, ...(headers && { headers }) };
      const plain = writeWire(platform, form, named, stream);
      const request = { ...plain, headers: { ...plain.headers, 'x-api-key': CLIENT_KEY } };
      const [command, args] = program(base + request.target, request);
      return readAnswer(await run(command, args, request.body));
    },
  };
}

/** The platforms whose own form is not that of the Claude API. */
const CONVERTED: readonly GatewayPlatform[] = ['bedrock', 'vertex'];

/** Lists the programs that are on this machine. */
export async function listPrograms(): Promise<GatewayClient[]> {
  const python = await findPython();
  const programs = [
    ['curl', 'curl', runCurl],
    ['Python urllib', python, createPython(python)],
  ] as const;
  const clients: GatewayClient[] = [];
  for (const [name, command, program] of programs) {
    const found = await run(command, ['--version'], '').catch(() => undefined);
    const [version] = found?.toString().match(/\d+(?:\.\d+)+/) ?? [];
    if (version === undefined) continue;
    clients.push(createClient(name, version, program, 'own', PLATFORM_NAMES));
    clients.push(createClient(name, version, program, 'messages', CONVERTED));
  }
  return clients;
}
