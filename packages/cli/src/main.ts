/** The command line, independent of the process that runs it. */
import process from 'node:process';
import { Command, CommanderError } from 'commander';
import type { Context } from './commands/command.ts';
import { COMMANDS } from './commands/index.ts';
import { CommandError, EXIT, EXIT_HELP } from './exit-code.ts';
import type { Input } from './input.ts';
import { createOutput, type Environment, type TextStream } from './output.ts';
import { readVersion } from './version.ts';

/** The surroundings of the command line. */
export interface Surroundings {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly env: Environment;
  readonly stdin?: Input | undefined;
  /** Returns the current time. Default: the clock. */
  readonly now?: (() => Date) | undefined;
}

const HELP = `
${EXIT_HELP}

Examples:
  $ beta-headers explain request.json --platform bedrock
  $ beta-headers show mcp-client
  $ beta-headers scan src --platform bedrock
  $ beta-headers run --platform bedrock -- claude
  $ beta-headers gateway --config gateway.yaml
  $ beta-headers env --client claude-code --platform vertex

Data goes to stdout, and everything else to stderr. NO_COLOR=1 turns colours off.
Documentation: https://beta-headers.github.io/beta-headers/guides/claude-code/`;

/** Runs a command line. Returns the exit code. */
export async function main(
  args: readonly string[],
  { stdout, stderr, env, stdin, now }: Surroundings = process,
): Promise<number> {
  const output = createOutput(stdout, stderr, env);
  let code: number = EXIT.clean;
  const setExitCode = (next: number): void => {
    code = next;
  };
  try {
    const program = await defineProgram(
      args,
      { output, env, stdin, now, setExitCode },
      { stdout, stderr },
    );
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    // The parser has printed its own message.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    if (error instanceof CommandError) {
      output.fail(error.message);
      return error.exitCode;
    }
    output.fail(describeBug(error));
    return EXIT.usage;
  }
}

/** An error that no command expects. Its stack helps to correct it. */
const describeBug = (error: unknown): string =>
  [
    'this is a bug; report it at https://github.com/beta-headers/beta-headers/issues with',
    error instanceof Error ? error.stack : String(error),
  ].join('\n');

async function defineProgram(
  args: readonly string[],
  context: Context,
  { stdout, stderr }: Pick<Surroundings, 'stdout' | 'stderr'>,
): Promise<Command> {
  const program = new Command('beta-headers')
    .description('Makes requests to Claude work on their platform.')
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
    })
    .configureHelp({ showGlobalOptions: false })
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('Try: beta-headers --help')
    .addHelpText('after', HELP);
  for (const { name, summary, load } of COMMANDS) {
    const command = program
      .command(name)
      .summary(summary)
      .description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`)
      .showHelpAfterError(`Try: beta-headers ${name} --help`);
    // The others are listed only, so their modules are not needed.
    if (args.includes(name)) (await load()).defineCommand(command, context);
  }
  return program;
}
