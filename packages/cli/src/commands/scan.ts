/** `beta-headers scan`: finds betas that are out of date, misspelt, invented or not available. */
import process from 'node:process';
import type { Platform } from '@beta-headers/constants';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { CommandError, EXIT } from '../exit-code.ts';
import { escapeLine, type Output } from '../output.ts';
import { readPlatform } from '../platform.ts';
import { toAnnotation } from '../scan/format/github.ts';
import { toJson } from '../scan/format/json.ts';
import { type Report, RULES } from '../scan/format/report.ts';
import { toSarif } from '../scan/format/sarif.ts';
import { toLine, toSummary } from '../scan/format/text.ts';
import { readConfig } from '../scan/node/config.ts';
import { fixFiles, printDiff } from '../scan/node/fix-files.ts';
import { createProgress } from '../scan/node/progress.ts';
import {
  type ScanFilesOptions,
  type Scanned,
  type Skipped,
  scanFiles,
} from '../scan/node/scan-files.ts';
import { readVersion } from '../version.ts';
import type { Context } from './command.ts';

type Format = 'text' | 'json' | 'sarif' | 'github';

interface ScanOptions {
  readonly format?: Format;
  readonly json?: boolean;
  readonly platform?: readonly Platform[];
  readonly failWithin?: number;
  readonly config?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly maxSize: number;
  readonly info?: boolean;
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly allowDirty?: boolean;
}

const MEGABYTE = 1_048_576;

const RULE_LIST = RULES.map(
  ({ kind, level, summary }) => `  ${kind.padEnd(22)} ${level.padEnd(5)} ${summary}`,
).join('\n');

const HELP = `
Findings:
${RULE_LIST}

Types, tables of names, comparisons, comments, prose, changelogs and tests are informational, and
are never fixed. --fix removes values that do nothing on every platform of the project, from lists
and headers that stay valid, and corrects spellings.

The configuration is beta-headers.config.json or .yaml, in this folder or one above:
  platforms: [bedrock, vertex]
  exclude: [legacy/]
  failWithin: 90

A comment on the line before ignores a finding:
  // beta-headers-ignore-next-line: the reason

Exit codes: 0 nothing found, 1 errors or warnings (with --diff: a difference), 2 wrong arguments,
configuration or paths.

Examples:
  $ beta-headers scan
  $ beta-headers scan src --platform bedrock --fail-within 90
  $ beta-headers scan --diff
  $ beta-headers scan --fix
  $ beta-headers scan --format sarif > betas.sarif`;

/** Adds the arguments, options and the action of `scan`. */
export function defineCommand(command: Command, context: Context): void {
  const formats = ['text', 'json', 'sarif', 'github'];
  command
    .argument('[paths...]', 'files, folders or patterns; by default this folder')
    .addOption(new Option('--format <name>', 'the form of the output').choices(formats))
    .option('--json', 'short for --format json')
    .option('--platform <name>', 'a platform of the project; may be repeated', collectPlatforms)
    .option('--fail-within <days>', 'report values that end within this time', readDays)
    .option('--config <file>', 'the configuration')
    .option('--include <pattern>', 'scan only files that match; may be repeated', collect)
    .option('--exclude <pattern>', 'leave out files and folders; may be repeated', collect)
    .addOption(
      new Option('--max-size <megabytes>', 'skip larger files')
        .argParser(readSize)
        .default(10 * MEGABYTE, '10'),
    )
    .option('--info', 'list informational findings as well')
    .option('--fix', 'edit the files where it is safe')
    .option('--diff', 'print what --fix would change, and change nothing')
    .option('--allow-dirty', 'fix files although Git has uncommitted changes')
    .addHelpText('after', HELP)
    .action((paths: readonly string[], options: ScanOptions) =>
      context.setExitCode(runScan(paths, options, context)),
    );
}

const collect = (value: string, list: readonly string[] = []): string[] => [...list, value];

const collectPlatforms = (value: string, list: readonly Platform[] = []): Platform[] => [
  ...list,
  ...value.split(',').map((name) => readPlatform(name.trim())),
];

function readDays(value: string): number {
  if (/^\d{1,5}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Give a number of days, such as 90.');
}

function readSize(value: string): number {
  const size = /^\d{1,4}(?:\.\d+)?$/.test(value) ? Number(value) : 0;
  // A string of JavaScript cannot be longer.
  if (size > 0 && size <= 500) return size * MEGABYTE;
  throw new InvalidArgumentError('Give a number of megabytes up to 500.');
}

/** Runs the scan. Returns the exit code. */
function runScan(paths: readonly string[], options: ScanOptions, { output }: Context): number {
  checkFlags(options);
  const settings = readSettings(options);
  const progress = createProgress(process.stderr);
  const chosen = paths.length > 0 ? paths : ['.'];
  if ((options.fix || options.diff) && !settings.hasPlatforms)
    output.note(
      'note: no platforms are configured, so a value is removed if it does nothing on claude-api; ' +
        'name the platforms of the project with --platform or in beta-headers.config.yaml',
    );
  let scanned = scanFiles(chosen, { ...settings, onFile: progress.update });
  progress.end();
  if (options.diff) {
    const hasDiff = printDiff(scanned, settings, output);
    return reportProblems(scanned, output) ? EXIT.usage : hasDiff ? EXIT.findings : EXIT.clean;
  }
  if (options.fix && scanned.problems.length === 0 && !scanned.skipped.some(isProblem)) {
    const count = fixFiles(scanned, settings, options, output);
    if (count > 0) scanned = scanFiles(chosen, settings);
  }
  const report = createReport(scanned, settings);
  print(report, options, output);
  if (reportProblems(scanned, output)) return EXIT.usage;
  return report.findings.some(({ level }) => level !== 'info') ? EXIT.findings : EXIT.clean;
}

function checkFlags({ json, format, fix, diff, allowDirty, info }: ScanOptions): void {
  const refuse = (flags: string, why: string): never => {
    throw new CommandError(`${flags}: ${why}`);
  };
  if (json && format !== undefined && format !== 'json')
    refuse('--json and --format', `choose one; --json means --format json, not ${format}`);
  if (fix && diff) refuse('--fix and --diff', 'choose one; --diff only prints the changes');
  if (diff && (json || (format !== undefined && format !== 'text')))
    refuse('--diff and --format', 'a diff has no other format; leave one out');
  if (allowDirty && !fix) refuse('--allow-dirty', 'it has a meaning only with --fix');
  if (info && diff) refuse('--info and --diff', 'a diff lists no findings; leave one out');
}

interface Settings extends ScanFilesOptions {
  /** The user named the platforms. */
  readonly hasPlatforms: boolean;
}

function readSettings(options: ScanOptions): Settings {
  const cwd = process.cwd();
  const config = readConfig(cwd, options.config);
  const failWithin = options.failWithin ?? config.failWithin;
  const platforms = options.platform ?? config.platforms;
  return {
    cwd,
    platforms: platforms ?? ['claude-api'],
    hasPlatforms: platforms !== undefined,
    maxSize: options.maxSize,
    include: options.include ?? config.include,
    exclude: [...(config.exclude ?? []), ...(options.exclude ?? [])],
    today: new Date().toISOString().slice(0, 10),
    ...(failWithin !== undefined && { failWithin }),
  };
}

function createReport(scanned: Scanned, { platforms = [] }: ScanFilesOptions): Report {
  return {
    version: readVersion(),
    platforms,
    fileCount: scanned.count,
    findings: scanned.files.flatMap(({ file, text, findings }) =>
      findings.map((finding) => ({
        ...finding,
        path: file.shown,
        lineText: readLine(text, finding.start),
      })),
    ),
    skipped: scanned.skipped,
  };
}

function readLine(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end);
}

function print(report: Report, { format, json, info = false }: ScanOptions, output: Output): void {
  const chosen: Format = json ? 'json' : (format ?? 'text');
  if (chosen === 'json') return output.printJson(toJson(report));
  if (chosen === 'sarif') return output.printJson(toSarif(report));
  for (const finding of report.findings) {
    if (finding.level === 'info' && !info) continue;
    output.print(chosen === 'github' ? toAnnotation(finding) : toLine(finding, output.colors));
  }
  output.note(toSummary(report, info));
}

const REASONS: Readonly<Record<Skipped['reason'], string>> = {
  'too-large': 'it is too large; --max-size raises the limit',
  binary: 'it is a binary file',
  'not-utf8': 'it is no valid UTF-8; convert it to be able to scan it',
};

/** A text that the user named has to be scanned. */
const isProblem = ({ isNamed, reason }: Pick<Skipped, 'isNamed' | 'reason'>): boolean =>
  isNamed && reason !== 'binary';

/**
 * Reports what was not scanned. Returns whether a path could not be read, or whether a text that
 * the user named could not be scanned.
 */
function reportProblems({ problems, skipped }: Scanned, output: Output): boolean {
  let hasProblem = problems.length > 0;
  for (const { path, reason, isNamed, line } of skipped) {
    const place = `${escapeLine(path)}${line === undefined ? '' : `:${line}`}`;
    const isOwn = isProblem({ isNamed, reason });
    hasProblem ||= isOwn;
    if (isOwn) output.fail(`${place}: not scanned: ${REASONS[reason]}`);
    else output.note(`skipped ${place}: ${REASONS[reason]}`);
  }
  for (const { path, message } of problems) output.fail(`${escapeLine(path)}: ${message}`);
  return hasProblem;
}
