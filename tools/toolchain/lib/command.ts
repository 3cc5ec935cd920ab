import { execa } from 'execa';
import { root } from './root.ts';

/** The outcome of a command. */
export interface CommandResult {
  readonly ok: boolean;
  readonly stdout: string;
  /** Interleaved stdout and stderr. Ends with the reason if the command could not finish. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Copies the command's output to our stderr while it runs. */
  readonly show?: boolean;
  /** Time limit in minutes. Default 60; 0 means no limit. */
  readonly minutes?: number;
  /** Ends the command early. */
  readonly stop?: AbortSignal;
}

const ENVIRONMENT = {
  // Disables the telemetry of every tool that we start.
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  // A corporate proxy keeps its certificate in the system store, which Node ignores by default.
  NODE_USE_SYSTEM_CA: '1',
};

/** Runs a command without a shell and without stdin. A failure is a result, not an exception. */
export async function runCommand(
  file: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const result = await execa(file, args, {
    cwd: options.cwd ?? root,
    env: { ...ENVIRONMENT, ...options.env },
    reject: false,
    all: true,
    stdin: 'ignore',
    stdout: options.show ? ['pipe', process.stderr] : 'pipe',
    stderr: options.show ? ['pipe', 'inherit'] : 'pipe',
    timeout: (options.minutes ?? 60) * 60_000,
    ...(options.stop && { cancelSignal: options.stop }),
    maxBuffer: 64 * 1024 * 1024,
  });
  const reason = result.failed && result.exitCode === undefined ? `\n${result.shortMessage}` : '';
  return { ok: !result.failed, stdout: result.stdout, output: `${result.all}${reason}`.trim() };
}

/** Runs a command and returns its stdout. Throws if the command fails. */
export async function runOrThrow(
  file: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const ended = await runCommand(file, args, options);
  if (ended.ok) return ended.stdout;
  const line = [file, ...args].join(' ');
  const output = options.show ? '' : ended.output;
  throw new Error(`\`${line}\` failed in ${options.cwd ?? root}\n${output}`.trim());
}
