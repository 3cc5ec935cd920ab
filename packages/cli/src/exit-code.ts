/** The exit codes, and the error that ends a command with one of them. */

/** The exit codes of every command. `run` returns the client's own. */
export const EXIT = {
  /** Done, and nothing was found. */
  clean: 0,
  /** Done, and something was found. */
  findings: 1,
  /** The arguments or the configuration are wrong, or a file or the network failed. */
  usage: 2,
  /** `run`: the client exists and cannot be started. */
  notExecutable: 126,
  /** `run`: the client was not found. */
  notFound: 127,
} as const;

/** The part of the help that lists the exit codes. */
export const EXIT_HELP = `Exit codes:
  0  done, nothing found
  1  done, with findings
  2  wrong arguments or configuration, or a file, a port or the network failed`;

/** An error that is printed without a stack, and ends the command. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** The exit code. */
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.usage) {
    super(message);
    this.exitCode = exitCode;
  }
}
