import { execa } from 'execa';
import { root } from './root.ts';

/** How a command ended. */
export interface Ended {
  readonly ok: boolean;
  readonly stdout: string;
  /** stdout and stderr as they came, with a last line about what went wrong if it could not run to its end. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Shows what the command says on our stderr while it runs. */
  readonly show?: boolean;
  /** Stops what hangs: after an hour unless set, never with 0. */
  readonly minutes?: number;
  /** Ends it early. */
  readonly stop?: AbortSignal;
}

const ENVIRONMENT = {
  // No tool that we start phones home.
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  // A company's proxy has its certificate in the system's store, where Node does not look by itself.
  NODE_USE_SYSTEM_CA: '1',
};

/** Runs a command without a shell and without stdin; a command that fails is an answer, not an exception. */
export async function command(
  file: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Ended> {
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
  const trouble = result.failed && result.exitCode === undefined ? `\n${result.shortMessage}` : '';
  return { ok: !result.failed, stdout: result.stdout, output: `${result.all}${trouble}`.trim() };
}

/** The same, for a step that nothing can go on without. */
export async function mustRun(
  file: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const ended = await command(file, args, options);
  if (ended.ok) return ended.stdout;
  throw new Error(
    `\`${[file, ...args].join(' ')}\` failed in ${options.cwd ?? root}\n${options.show ? '' : ended.output}`.trim(),
  );
}
