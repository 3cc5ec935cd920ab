/** `beta-headers explain`: explains if a request works on its platform. */
import type { Mode, Platform } from '@beta-headers/core';
import type { Reading } from '@beta-headers/reader';
import { type Command, Option } from 'commander';
import { hintAtAge, readToday } from '../data-age.ts';
import { CommandError, EXIT } from '../exit-code.ts';
import { explainReading } from '../explain/explain-text.ts';
import { formatExplanation } from '../explain/format.ts';
import { TEXTS } from '../explain/texts.ts';
import { readInput } from '../input.ts';
import { readDay } from '../options.ts';
import { readPlatform } from '../platform.ts';
import type { ExplainOutput } from '../schema/explain.ts';
import type { Context } from './command.ts';

interface ExplainCommandOptions {
  readonly platform?: Platform;
  readonly allPlatforms?: boolean;
  readonly mode?: Mode;
  readonly language: 'en' | 'id';
  readonly url?: string;
  readonly today?: string;
  readonly json?: boolean;
}

const HELP = `
Takes any text: a JSON body, a cURL or AWS CLI command, "copy as fetch" of a browser, PowerShell,
HTTPie, a HAR, raw HTTP, lines of a batch, code in Python or TypeScript, a body of InvokeModel,
rawPredict or Converse, a list of betas, an error, a debug log. Nothing is run or sent. Credentials
are not shown.

Places are line:column in the text. A value that the text does not have, such as a variable, is
listed, and makes the answer "not known" if it may use a feature.

Exit codes:
  0  the request works as it is, or it is not known if it works
  1  it is refused, works once it is changed, or sends a value that is no beta (with --all-platforms:
     on any platform); a value of a list is not needed or wrong; the error is about betas
  2  this is no request, or the text cannot be read; wrong arguments

Examples:
  $ beta-headers explain request.json --platform bedrock
  $ pbpaste | beta-headers explain
  $ beta-headers explain app.har --json | jq '.requests[].plans[].verdict'
  $ beta-headers explain request.json --all-platforms
  $ beta-headers explain body.json --url 'POST /v1/messages/count_tokens' --language id`;

/** Adds the arguments, options and the action of `explain`. */
export function defineCommand(command: Command, context: Context): void {
  command
    .argument('[file]', 'the text; - or nothing reads stdin')
    .option('--platform <name>', 'the platform; default: found in the text', readPlatform)
    .addOption(new Option('--all-platforms', 'answer for every platform').conflicts('platform'))
    .addOption(
      new Option('--mode <name>', 'the treatment of problems')
        .choices(['repair', 'strict', 'observe', 'gateway'])
        .default(undefined, 'repair'),
    )
    .addOption(
      new Option('--language <code>', 'the language of the text')
        .choices(['en', 'id'])
        .default('en'),
    )
    .option('--url <url>', 'the address, if the text has none: a URL, or POST /v1/messages')
    .option('--today <day>', 'the day that counts, as 2026-11-30; default: today', readDay)
    .option('--json', 'print JSON; its schema is schema/explain.json')
    .addHelpText('after', HELP)
    .action((file: string | undefined, options: ExplainCommandOptions) =>
      runExplain(file, options, context),
    );
}

async function runExplain(
  file: string | undefined,
  options: ExplainCommandOptions,
  context: Context,
): Promise<void> {
  const { output, stdin, setExitCode } = context;
  const { language, mode, today = readToday(context), json, url } = options;
  const text = await readInput(file, { stdin, note: output.note });
  const { readText } = await import('@beta-headers/reader');
  if (url !== undefined && !URL_FORM.test(url))
    throw new CommandError(
      `--url: "${url}" is no address; write a URL, a path, or POST /v1/messages`,
    );
  const reading = applyUrl(readText(text, { endpoint: url }), url);
  const platform = options.allPlatforms ? 'all' : options.platform;
  const explained = await explainReading(reading, { platform, mode, language, today });
  if (json) output.printJson(explained);
  if (explained.none) {
    if (!json) throw describeNone(explained.none, language, file);
    setExitCode(EXIT.usage);
    return;
  }
  if (!json) {
    output.print(formatExplanation(explained, { language, colors: output.colors }));
    hintAtAge(context);
  }
  setExitCode(explained.findings ? EXIT.findings : EXIT.clean);
}

/** Describes a text that is no request, with its place. */
function describeNone(
  { why, hint, at }: NonNullable<ExplainOutput['none']>,
  language: 'en' | 'id',
  file = 'stdin',
): CommandError {
  const place = at ? `${file === '-' ? 'stdin' : file}:${at.line}:${at.column}: ` : '';
  return new CommandError(`${place}${TEXTS[language].noRequest} ${why} ${hint}`);
}

/** An address or a path, after a method or without one. */
const URL_FORM = /^(?:[A-Za-z]{3,7} +)?(?:https?:\/\/|\/)\S*$/;

/**
 * Sends the calls of code to the given address. The reader has it for a body already.
 * @throws {CommandError} if the text has an address of its own
 */
function applyUrl(reading: Reading, url: string | undefined): Reading {
  if (url === undefined || reading.kind !== 'request') return reading;
  const { urlAt, request, format } = reading;
  if (format === 'json') return reading;
  if (urlAt)
    throw new CommandError(
      `--url: the text has an address of its own in line ${urlAt.line}; leave --url out`,
    );
  const [, address = url] = /^[A-Z]+ (\S+)$/.exec(url) ?? [];
  const isBase = URL.canParse(address) && new URL(address).pathname === '/';
  const path = isBase ? address.replace(/\/$/, '') + request.url : address;
  return { ...reading, request: { ...request, url: path } };
}
