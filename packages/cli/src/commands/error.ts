/** `beta-headers error`: explains an error about betas. */
import { type Platform, parseBetas } from '@beta-headers/core';
import { type Command, Option } from 'commander';
import { hintAtAge } from '../data-age.ts';
import { CommandError, EXIT } from '../exit-code.ts';
import { explainError, explainLogged } from '../explain/explain-error.ts';
import { formatError } from '../explain/format.ts';
import { readInput } from '../input.ts';
import { escapeControls } from '../output.ts';
import { readPlatform } from '../platform.ts';
import type { ErrorOutput } from '../schema/error.ts';
import type { Context } from './command.ts';

type Misspelt = NonNullable<ErrorOutput['misspelt']>[number];

interface ErrorOptions {
  readonly platform?: Platform;
  readonly sent?: string;
  readonly language: 'en' | 'id';
  readonly json?: boolean;
}

const HELP = `
Takes the text of an error as a client, a gateway or a log shows it, with or without its request.

Exit codes:
  0  the error is not about betas
  1  it is about betas; the advice says how to fix it
  2  there is no text, or it cannot be read; wrong arguments

Examples:
  $ beta-headers error error.json
  $ pbpaste | beta-headers error --platform bedrock --sent mcp-client-2025-11-20
  $ beta-headers error server.log --language id --json`;

/** Adds the arguments, options and the action of `error`. */
export function defineCommand(command: Command, context: Context): void {
  command
    .argument('[file]', 'the text; - or nothing reads stdin')
    .option('--platform <name>', 'the platform that answered', readPlatform)
    .option('--sent <betas>', 'the betas that were sent, separated by commas')
    .addOption(
      new Option('--language <code>', 'the language of the advice')
        .choices(['en', 'id'])
        .default('en'),
    )
    .option('--json', 'print JSON; its schema is schema/error.json')
    .addHelpText('after', HELP)
    .action((file: string | undefined, options: ErrorOptions) => runError(file, options, context));
}

async function runError(
  file: string | undefined,
  { platform, sent, language, json }: ErrorOptions,
  context: Context,
): Promise<void> {
  const { output, stdin, setExitCode } = context;
  const text = await readInput(file, { stdin, note: output.note });
  if (text.trim() === '')
    throw new CommandError(`${file ?? 'stdin'}: the text is empty; give the text of an error`);
  const { readText } = await import('@beta-headers/reader');
  const reading = readText(text);
  const settings = { platform, language, sent: sent === undefined ? undefined : parseBetas(sent) };
  const explained =
    reading.kind === 'log' && reading.error
      ? explainLogged(reading, reading.error, settings)
      : explainError(reading.kind === 'error' ? reading : { text }, settings);
  const misspelt = settings.sent ? await findMisspelt(settings.sent) : [];
  const error = { ...explained, ...(misspelt.length > 0 && { misspelt }) };
  if (json) output.printJson(error);
  else {
    output.print(escapeControls(formatError(error, { language })));
    hintAtAge(context);
  }
  setExitCode(error.isAboutBetas ? EXIT.findings : EXIT.clean);
}

/** Finds the values that are no beta and near one. The catalog is loaded only for them. */
async function findMisspelt(sent: readonly string[]): Promise<Misspelt[]> {
  const { checkValue } = await import('../header/check-header.ts');
  const today = new Date().toISOString().slice(0, 10);
  return sent.flatMap((value) => {
    const { use, status } = checkValue({ value }, today);
    return status === 'misspelt' && use !== undefined ? [{ value, means: use }] : [];
  });
}
