/** Runs an installed program in a process of its own, with nothing of this environment. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { env as ownEnv } from 'node:process';
import { MINUTES } from './project.ts';

/** The program `beta-headers`, in a project. */
export const CLI = 'node_modules/@beta-headers/cli/dist/cli.js';

/** A runtime, and the project that it runs in. */
export interface Host {
  readonly project: string;
  /** The name in the table: `Node 22`, `Bun`. */
  readonly name: string;
  /** The program. */
  readonly runtime: string;
}

/** The end of a process. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that runs. */
export interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  /** Waits until stdout matches. @throws {Error} if the process ends before */
  waitFor(pattern: RegExp): Promise<string>;
}

/** Starts a program. It sees no credential and no configuration of this machine. */
export function startProgram(
  { project, runtime }: Host,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Started {
  const child = spawn(runtime, args, {
    cwd: project,
    env: { PATH: ownEnv['PATH'], HOME: project, NO_COLOR: '1', ...env },
    timeout: MINUTES * 60_000,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  // A program that does not read its input closes the pipe.
  child.stdin.on('error', () => {});
  const ended = once(child, 'close').then(([code]) => ({ code, stdout, stderr }) as Ended);
  return {
    child,
    ended,
    async waitFor(pattern) {
      while (!pattern.test(stdout)) {
        const last = await Promise.race([ended, once(child.stdout, 'data')]);
        if (!Array.isArray(last) && !pattern.test(stdout))
          throw new Error(`ended before ${pattern}\n${describeEnd(last)}`);
      }
      return stdout;
    },
  };
}

/** The end that a program must have. */
export interface Expected {
  readonly code: number;
  readonly stdout?: RegExp;
  readonly stderr?: RegExp;
}

/** Runs a program to its end. @throws {Error} unless it ends as expected */
export async function expectEnd(
  host: Host,
  args: readonly string[],
  { input = '', env, ...expected }: Expected & { input?: string; env?: Record<string, string> },
): Promise<Ended> {
  const { child, ended } = startProgram(host, args, env);
  child.stdin.end(input);
  const last = await ended;
  checkEnd(args.join(' '), last, expected);
  return last;
}

/** Checks the end of a program. @throws {Error} unless it is as expected */
export function checkEnd(line: string, last: Ended, { code, stdout, stderr }: Expected): void {
  const problems = [
    ...(last.code === code ? [] : [`the exit code ${code}`]),
    ...(stdout === undefined || stdout.test(last.stdout) ? [] : [`${stdout} on stdout`]),
    ...(stderr === undefined || stderr.test(last.stderr) ? [] : [`${stderr} on stderr`]),
  ];
  if (problems.length > 0)
    throw new Error(`expected ${problems.join(' and ')} of ${line}\n${describeEnd(last)}`);
}

const describeEnd = ({ code, stdout, stderr }: Ended): string =>
  `exit code ${code}\n${stdout}\n${stderr}`;
