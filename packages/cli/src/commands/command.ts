/** The form of a command. */
import type { Command } from 'commander';
import type { Input } from '../input.ts';
import type { Environment, Output } from '../output.ts';

/** The surroundings of a command. */
export interface Context {
  readonly output: Output;
  readonly env: Environment;
  /** stdin. Default: that of the process. */
  readonly stdin?: Input | undefined;
  /** Returns the current time. Default: the clock. */
  readonly now?: (() => Date) | undefined;
  /** Sets the exit code. Default: 0. */
  readonly setExitCode: (code: number) => void;
}

/** The module of a command. It is loaded only if the command runs or shows its help. */
export interface CommandModule {
  /** Adds the arguments, options, help and action to the command. */
  readonly defineCommand: (command: Command, context: Context) => void;
}

/** A command in the list of the help. */
export interface CommandEntry {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}
