/** Starts the client, passes signals on to it, and waits until it ends. */
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { constants } from 'node:os';
import process from 'node:process';
import { CommandError, EXIT } from '../exit-code.ts';
import { checkFile, findProgram, type SpawnForm } from './find-program.ts';

/** The signals that are passed on. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type PassedSignal = (typeof SIGNALS)[number];

/** The environment of the client. */
export type ClientEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Runs a client in the terminal of this process. Returns its exit code, or 128 and the number of
 * the signal that ended it.
 * @throws {CommandError} with 127 if there is no such program, or 126 if it cannot be started
 */
export async function runClient(
  command: string,
  args: readonly string[],
  env: ClientEnvironment,
): Promise<number> {
  const form = locate(command, args, env);
  const child = spawn(form.file, form.args, {
    stdio: 'inherit',
    env: { ...env },
    windowsVerbatimArguments: form.verbatim,
  });
  const stop = passSignals((signal) => child.kill(signal));
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', (error) => reject(toCommandError(command, error)));
      child.once('exit', (code, signal) => {
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
      });
    });
  } finally {
    stop();
  }
}

/** Finds the program. @throws {CommandError} if there is none */
export function locate(
  command: string,
  args: readonly string[],
  env: ClientEnvironment,
): SpawnForm {
  const found = findProgram(command, args, {
    platform: process.platform,
    env,
    cwd: process.cwd(),
    check: checkFile,
  });
  if ('form' in found) return found.form;
  if (found.problem === 'not-executable')
    throw new CommandError(
      `${found.path} cannot be executed; make it executable, or name its interpreter`,
      EXIT.notExecutable,
    );
  if (isFolder(command))
    throw new CommandError(
      `${command} is a folder; write the path of a program`,
      EXIT.notExecutable,
    );
  throw new CommandError(
    `no program is called ${JSON.stringify(command)}; install it, or write its path`,
    EXIT.notFound,
  );
}

const isFolder = (path: string): boolean =>
  /[\\/]/.test(path) && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function toCommandError(command: string, error: NodeJS.ErrnoException): CommandError {
  const code = error.code === 'ENOENT' ? EXIT.notFound : EXIT.notExecutable;
  return new CommandError(
    `${JSON.stringify(command)} cannot be started (${error.code ?? error.message})`,
    code,
  );
}

/** Passes signals on, and keeps this process alive for its summary. Returns the end of it. */
function passSignals(kill: (signal: PassedSignal) => void): () => void {
  // Ctrl+C in a terminal reaches the client by itself. A second one would make it quit.
  const isTerminal = [process.stdin, process.stdout, process.stderr].some((one) => one.isTTY);
  const listeners = SIGNALS.map((signal) => {
    const listener = (): void => {
      if (signal !== 'SIGINT' || !isTerminal) kill(signal);
    };
    process.on(signal, listener);
    return [signal, listener] as const;
  });
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
}
