/** `beta-headers header`: checks the values of an `anthropic-beta` header. */
import { type Platform, parseBetas } from '@beta-headers/core';
import type { Command } from 'commander';
import { hintAtAge, readToday } from '../data-age.ts';
import { CommandError, EXIT } from '../exit-code.ts';
import { checkHeader } from '../header/check-header.ts';
import { formatHeader } from '../header/format.ts';
import { readInput } from '../input.ts';
import { readDay } from '../options.ts';
import { readPlatform } from '../platform.ts';
import type { Context } from './command.ts';

interface HeaderOptions {
  readonly platform?: Platform;
  readonly today?: string;
  readonly json?: boolean;
}

const HELP = `
For each value: its stage, or the nearest name, and the platforms that reject it. Then the merged
header, and what is sent on each platform if the request needs none of the values.

Exit codes:
  0  every value is a beta that still has an effect, or is not known
  1  a value is graduated, retired, superseded, misspelt or no beta; with --platform: or it is left
     out or replaced there
  2  no value, or wrong arguments

Examples:
  $ beta-headers header mcp-client-2025-11-20,prompt-caching-2024-07-31
  $ beta-headers header files-api-2025-04-14 skills-2025-10-02 --platform bedrock
  $ echo 'anthropic-beta: context-1m-2025-08-07' | beta-headers header - --json`;

/** Adds the arguments, options and the action of `header`. */
export function defineCommand(command: Command, context: Context): void {
  const { output, stdin, setExitCode } = context;
  command
    .argument('<list...>', 'the values, separated by commas or spaces; - reads stdin')
    .option('--platform <name>', 'only this platform', readPlatform)
    .option('--today <day>', 'the day that counts, as 2026-11-30; default: today', readDay)
    .option('--json', 'print JSON; its schema is schema/header.json')
    .addHelpText('after', HELP)
    .action(async (list: readonly string[], options: HeaderOptions) => {
      const isStdin = list.length === 1 && list[0] === '-';
      const texts = isStdin ? [await readInput('-', { stdin, note: output.note })] : list;
      const values = parseBetas(texts.flatMap(splitWords));
      if (values.length === 0)
        throw new CommandError('no value is given; write them as a,b or send them to stdin');
      const { platform, today = readToday(context), json } = options;
      const checked = checkHeader(
        values.map((value) => ({ value })),
        { platform, today },
      );
      if (json) output.printJson(checked);
      else {
        output.print(formatHeader(checked, output.colors));
        hintAtAge(context);
      }
      setExitCode(checked.findings ? EXIT.findings : EXIT.clean);
    });
}

/** The name before the values, as commands and files for the environment write it. */
const NAME =
  /^\s*(?:(?:-H|--header)[\s=]*|export\s+)?["']?(?:ANTHROPIC_CUSTOM_HEADERS\s*=\s*["']?)?anthropic[-_]betas?["']?\s*[:=]/i;

/** Splits a line of a header, or values, at white space, and removes quotes and the name. */
const splitWords = (text: string): string[] =>
  text
    .replace(NAME, '')
    .split(/[\s,]+/)
    .map((word) => word.replace(/^["'[]+|["'\]]+$/g, ''));
