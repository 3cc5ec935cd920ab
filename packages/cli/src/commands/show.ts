/** `beta-headers show`: shows a beta or a feature. */
import type { Command } from 'commander';
import { describeSubject, findOtherKind, listNames } from '../catalog/describe-subject.ts';
import { formatSubject } from '../catalog/format-subject.ts';
import { hintAtAge, readToday } from '../data-age.ts';
import { CommandError, EXIT } from '../exit-code.ts';
import { createNameError, readDay } from '../options.ts';
import type { Context } from './command.ts';

interface ShowOptions {
  readonly today?: string;
  readonly json?: boolean;
}

const HELP = `
Exit codes:
  0  the name is a beta or a feature
  1  the value is known not to be a beta
  2  the name is not known; wrong arguments

Examples:
  $ beta-headers show mcp-client
  $ beta-headers show prompt-caching-2024-07-31
  $ beta-headers show mcp-client-2025-11-20 --json | jq .need`;

/** Adds the argument, options and the action of `show`. */
export function defineCommand(command: Command, context: Context): void {
  const { output, setExitCode } = context;
  command
    .argument('<name>', 'the id of a beta, or the name of a feature')
    .option('--today <day>', 'the day that counts, as 2026-11-30; default: today', readDay)
    .option('--json', 'print JSON; its schema is schema/show.json')
    .addHelpText('after', HELP)
    .action((name: string, { today = readToday(context), json }: ShowOptions) => {
      const subject = describeSubject(name, today);
      const other = subject ? undefined : findOtherKind(name);
      if (other)
        throw new CommandError(
          `${other.what}, and \`show\` takes a beta or a feature\nUse \`${other.list}\``,
        );
      if (!subject)
        throw createNameError(
          'beta or feature',
          name,
          listNames(),
          'Names: `beta-headers list`, `beta-headers list features`',
        );
      if (json) output.printJson(subject);
      else {
        output.print(formatSubject(subject, output.colors));
        hintAtAge(context);
      }
      if (subject.kind === 'no-beta') setExitCode(EXIT.findings);
    });
}
