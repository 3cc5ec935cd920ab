/** Runs the command line in a process of its own, as users do. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The program, as TypeScript. */
export const CLI: string = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** The end of a process. */
export interface Finished {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /** Waits until stdout or stderr matches. @throws if the process ends before */
  readonly waitFor: (pattern: RegExp) => Promise<RegExpExecArray>;
}

/** Options of {@link startCli}. */
export interface StartOptions {
  /** Added to a small environment; `undefined` removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** The user that runs it. Only root may choose one. */
  readonly uid?: number | undefined;
}

/** Starts the command line. */
export function startCli(args: readonly string[], options: StartOptions = {}): Running {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: options.cwd,
    uid: options.uid,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  let wake = (): void => {};
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    wake();
  });
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  const waitFor = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(stdout) ?? pattern.exec(stderr);
      if (found) return found;
      const changed = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const ended = await Promise.race([changed, finished]);
      if (ended && !pattern.test(stdout) && !pattern.test(stderr))
        throw new Error(`ended before ${pattern}: ${ended.code} ${stdout}${stderr}`);
    }
  };
  return { child, finished, waitFor };
}

/** Runs the command line until it ends. */
export const runCli = (args: readonly string[], options?: StartOptions): Promise<Finished> =>
  startCli(args, options).finished;
