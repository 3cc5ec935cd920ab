/** Checks the programs of the site with compilers, and runs them against the stand-in API. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Platform } from '@beta-headers/manifest';
import { findRuntimes } from '@beta-headers/runtimes';

const docs: string = fileURLToPath(new URL('../..', import.meta.url));
const root: string = fileURLToPath(new URL('../../..', import.meta.url));
const runner: string = fileURLToPath(new URL('./runner.mjs', import.meta.url));

/** The exit code of a program and its output. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly output: string;
}

/** Credentials that clients need to be made, and the variables that are needed to find programs. */
export const ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  NO_COLOR: '1',
  NO_PROXY: '*',
  ANTHROPIC_API_KEY: 'none',
  ANTHROPIC_ADMIN_KEY: 'none',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  ANTHROPIC_VERTEX_PROJECT_ID: 'none',
  CLOUD_ML_REGION: 'global',
  ANTHROPIC_FOUNDRY_API_KEY: 'none',
  ANTHROPIC_FOUNDRY_RESOURCE: 'none',
  ANTHROPIC_AWS_API_KEY: 'none',
  ANTHROPIC_AWS_WORKSPACE_ID: 'none',
  ANTHROPIC_GOOGLE_CLOUD_PROJECT: 'none',
  ANTHROPIC_GOOGLE_CLOUD_WORKSPACE_ID: 'none',
  // Samples read the fields that hold a token from variables.
  FALLBACK_CREDIT_TOKEN: 'token-from-the-refusal',
  TOKEN: 'token-from-the-refusal',
};

/** Runs a command to its end. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env, stdin }: { cwd?: string; env?: Record<string, string>; stdin?: string } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd,
      env: { ...ENVIRONMENT, ...env },
      stdio: 'pipe',
    });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error) =>
      reject(new Error(`${command} cannot be started: ${error.message}`)),
    );
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, output }));
    // The exit code decides about a program that does not read its input.
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin ?? '');
  });
}

/** Writes files into an empty folder in `.cache/`, where they can import dependencies. */
export function writePrograms(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(docs, '.cache', name);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** Puts the part of `@mastra/core` that the guide uses into a folder: the package takes 80 MB. */
export function addMastra(folder: string): void {
  const source = fileURLToPath(new URL('./mastra', import.meta.url));
  cpSync(source, join(folder, 'node_modules/@mastra/core'), { recursive: true });
}

/** Checks all TypeScript in a folder as one program, with the strictness of the repository. */
export function typecheck(folder: string): Promise<Ended> {
  const compilerOptions = {
    types: ['node'],
    isolatedDeclarations: false,
    declaration: false,
    rewriteRelativeImportExtensions: false,
  };
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, include: ['.'] }),
  );
  const tsc = join(
    dirname(createRequire(join(root, 'package.json')).resolve('typescript/package.json')),
    'bin',
    'tsc',
  );
  return run(process.execPath, [tsc, '--project', folder, '--pretty', 'false']);
}

/** Checks files with Deno, with the npm packages of Node and the sources of the project's own. */
export function checkWithDeno(folder: string, files: readonly string[]): Promise<Ended> {
  return run(findRuntimes().deno, ['check', '--config', writeDenoConfig(folder), ...files], {
    cwd: folder,
  });
}

/** Runs one program of a folder with exactly these permissions. */
export function runWithDeno(
  folder: string,
  flags: readonly string[],
  file: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return run(
    findRuntimes().deno,
    ['run', '--no-prompt', '--no-remote', '--config', writeDenoConfig(folder, []), ...flags, file],
    { cwd: folder, env },
  );
}

function writeDenoConfig(folder: string, unstable: readonly string[] = ['kv']): string {
  const own = (name: string, file: string): [string, string] => [
    name,
    new URL(`../../../packages/${file}`, import.meta.url).href,
  ];
  const deno = own('@beta-headers/deno', 'deno/src/index.ts');
  const imports = Object.fromEntries([
    deno,
    [`jsr:${deno[0]}`, deno[1]],
    own('@beta-headers/core', 'core/src/index.ts'),
    own('@beta-headers/core/errors', 'core/src/errors/index.ts'),
    own('@beta-headers/core/recovery', 'core/src/recovery/index.ts'),
    own('@beta-headers/grammar', 'grammar/src/index.ts'),
    own('@beta-headers/constants', 'constants/src/index.ts'),
  ]);
  const config = join(folder, 'deno.json');
  writeFileSync(
    config,
    JSON.stringify({ nodeModulesDir: 'manual', lock: false, unstable, workspace: [], imports }),
  );
  return config;
}

/** The requests that a program sent, and its error if it failed. */
export interface ProgramResult {
  readonly program: string;
  readonly error?: string;
  readonly requests: readonly {
    readonly method: string;
    readonly path: string;
    readonly betas?: string;
    readonly status: number;
  }[];
}

/**
 * Runs programs in one process. `origins` maps the ends of host names to stand-ins, and `more` has
 * further environment variables.
 */
export async function runPrograms(
  runtime: 'node' | 'deno',
  folder: string,
  programs: readonly string[],
  origins: Record<string, string>,
  more: Readonly<Record<string, string>> = {},
): Promise<ProgramResult[]> {
  const urls = programs.map((program) => new URL(`file://${join(folder, program)}`).href);
  const env = { ORIGINS: JSON.stringify(origins), ...more };
  const hosts = [...new Set(Object.values(origins))]
    .map((origin) => new URL(origin).host)
    .join(',');
  const deno = [
    'run',
    '--no-prompt',
    '--no-remote',
    '--allow-env',
    '--allow-read',
    `--allow-net=${hosts}`,
    '--config',
    join(folder, 'deno.json'),
    runner,
  ];
  const ended =
    runtime === 'node'
      ? await run(process.execPath, [runner, JSON.stringify(urls)], { cwd: folder, env })
      : await run(findRuntimes().deno, [...deno, JSON.stringify(urls)], { cwd: folder, env });
  const line = ended.stdout.split('\n').find((one) => one.startsWith('RESULTS '));
  if (!line) throw new Error(`${runtime} ran no program (exit ${ended.code}):\n${ended.output}`);
  const results = JSON.parse(line.slice('RESULTS '.length)) as ProgramResult[];
  return results.map((result, index) => ({ ...result, program: programs[index] as string }));
}

/** The stand-in API in a process of its own. */
export interface Server {
  readonly url: string;
  /** The requests so far, oldest first. */
  readonly requests: readonly {
    readonly method: string;
    readonly path: string;
    readonly betas: readonly string[];
    readonly status: number;
  }[];
  close(): void;
}

/** Starts the server of `npx @beta-headers/fake-api` on a free local port. */
export async function startServer(platform: Platform): Promise<Server> {
  const cli = fileURLToPath(new URL('../../../packages/fake-api/src/cli.ts', import.meta.url));
  const child: ChildProcess = spawn(
    process.execPath,
    [cli, '--platform', platform, '--port', '0', '--json'],
    {
      env: { ...ENVIRONMENT },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const requests: Server['requests'][number][] = [];
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`fake-api ended with ${code} before it listened`)),
    );
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const message = JSON.parse(line) as {
        event: string;
        url: string;
      } & Server['requests'][number];
      if (message.event === 'listening') resolve(message.url);
      else requests.push(message);
    });
  });
  return { url, requests, close: () => void child.kill() };
}
