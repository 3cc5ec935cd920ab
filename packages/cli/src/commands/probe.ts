/** `beta-headers probe`: finds out with the user's own key what a platform accepts. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { isBetaToken, type Platform } from '@beta-headers/core';
import { findNearest } from '@beta-headers/grammar';
import { type Command, InvalidArgumentError } from 'commander';
import { hintAtAge, readToday } from '../data-age.ts';
import { CommandError, EXIT } from '../exit-code.ts';
import type { Input } from '../input.ts';
import { escapeControls } from '../output.ts';
import { readPlatform } from '../platform.ts';
import type { Probe } from '../probe/choose-probes.ts';
import type { ProbeOutput } from '../schema/probe.ts';
import { formatTable } from '../table.ts';
import { replaceFile } from '../write-file.ts';
import type { Context } from './command.ts';

interface ProbeOptions {
  readonly platform: Platform;
  readonly model: string;
  readonly beta: readonly string[];
  readonly feature: readonly string[];
  readonly upstream?: string;
  readonly messages?: boolean;
  readonly yes?: boolean;
  readonly max: number;
  readonly overlay?: string;
  readonly evidence?: string;
  readonly json?: boolean;
}

const HELP = `
Sends the smallest request for each value or feature with your own key, one after another, and
compares it with a request without any beta. Without --beta and --feature it probes what the
manifest does not know on this platform. The key and the address are those of the official client's
variables, such as ANTHROPIC_API_KEY, AWS_BEARER_TOKEN_BEDROCK or ANTHROPIC_VERTEX_PROJECT_ID.

On the Claude API tokens are counted, which is free, where the request allows it. Every other request
is a message of at most one token, or what thinking needs; it is billed as usual. The number and the
size are shown before anything is sent, and a terminal asks; elsewhere --yes is needed.

"accepted" means that the platform did not refuse it. It may still ignore it.

Exit codes:
  0  everything was accepted or unclear
  1  something was rejected
  2  nothing was sent, the key is not accepted, or the request without any beta fails

Examples:
  $ beta-headers probe --platform bedrock --model us.anthropic.claude-opus-5-5 --max 10
  $ beta-headers probe --platform claude-api --model claude-opus-5-5 --beta mcp-client-2025-11-20
  $ beta-headers probe --platform vertex --model claude-opus-5-5 --feature fast-mode --yes \\
      --overlay overlay.yaml --evidence evidence.yaml`;

/** Adds the options and the action of `probe`. */
export function defineCommand(command: Command, context: Context): void {
  command
    .requiredOption('--platform <name>', 'the platform: bedrock, vertex, …', readPlatform)
    .requiredOption('--model <id>', 'the model, as the platform names it', readModel)
    .option('--beta <ids>', 'the values to probe, separated by commas', collect, [])
    .option('--feature <names>', 'the features to probe, separated by commas', collect, [])
    .option('--upstream <url>', 'the base URL of the platform; default: from the environment')
    .option('--messages', 'send messages also where counting tokens is free')
    .option('--yes', 'send without asking')
    .option('--max <number>', 'the largest number of values and features', readMax, 20)
    .option('--overlay <file>', 'write the answers as an overlay; the file must not exist')
    .option('--evidence <file>', 'write evidence for a pull request; the file must not exist')
    .option('--json', 'print JSON; its schema is schema/probe.json')
    .addHelpText('after', HELP)
    .action((options: ProbeOptions) => runProbe(options, context));
}

async function runProbe(options: ProbeOptions, context: Context): Promise<void> {
  const { output, env, setExitCode } = context;
  const { platform, model, json } = options;
  for (const name of ['overlay', 'evidence'] as const) checkFree(`--${name}`, options[name]);
  checkDifferent(options);
  const today = readToday(context);
  const { probes, skipped, left } = await choose(options, today);
  const { createSender, readUpstream } = await import('../probe/send.ts');
  const config = await readConfig(() => readUpstream(platform, options.upstream, env));
  if (config.gateway.upstreams[0]?.auth.mode === 'passthrough')
    throw new CommandError(
      'claude-api: ANTHROPIC_API_KEY is not set; set it to your key, such as with ' +
        '`export ANTHROPIC_API_KEY=…`',
    );
  for (const warning of config.warnings) output.note(`warning: ${warning}`);
  await announce(probes, left, options, context);
  const { runProbes } = await import('../probe/run-probes.ts');
  const run = await runProbes(probes, {
    platform,
    send: createSender(config, platform, model),
    report: (text) => output.note(text),
  });
  const result: ProbeOutput = { platform, model, day: today, ...run, skipped };
  await writeFiles(result, options);
  if (json) output.printJson(result);
  else {
    output.print(escapeControls(formatResult(result)));
    hintAtAge(context);
  }
  if (run.stopped !== undefined) throw new CommandError(run.stopped);
  const isRejected = run.results.some(({ answer }) => answer === 'rejected');
  setExitCode(isRejected ? EXIT.findings : EXIT.clean);
}

async function choose(
  options: ProbeOptions,
  today: string,
): Promise<{ probes: Probe[]; skipped: ProbeOutput['skipped']; left: number }> {
  const [{ chooseProbes }, { findSamples }, { catalog }] = await Promise.all([
    import('../probe/choose-probes.ts'),
    import('../probe/samples.ts'),
    import('@beta-headers/manifest/data'),
  ]);
  const names = catalog.features.map(({ name }) => name);
  for (const name of options.feature) {
    if (names.includes(name)) continue;
    const near = findNearest(name, names);
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    throw new CommandError(`--feature: no feature is called ${JSON.stringify(name)}${hint}`);
  }
  const wrong = options.beta.find((beta) => !isBetaToken(beta));
  if (wrong !== undefined)
    throw new CommandError(`--beta: a header cannot carry ${JSON.stringify(wrong)}`);
  const { probes, skipped } = chooseProbes({
    platform: options.platform,
    model: options.model,
    betas: options.beta,
    features: options.feature,
    today,
    sendsMessages: options.messages === true,
    samples: findSamples(),
  });
  const controls = probes.filter(({ kind }) => kind === 'control');
  const others = probes.filter(({ kind }) => kind !== 'control');
  if (others.length === 0)
    throw new CommandError(
      skipped.length > 0
        ? `nothing to probe: ${skipped.map(({ name, why }) => `${name}: ${why}`).join('; ')}`
        : `nothing to probe: the manifest has every answer on ${options.platform}; name --beta ` +
            'or --feature',
    );
  const kept = others.slice(0, options.max);
  const used = controls.filter(({ path }) => kept.some((probe) => probe.path === path));
  return { probes: [...used, ...kept], skipped, left: others.length - kept.length };
}

async function readConfig<C>(read: () => C): Promise<C> {
  const { ConfigError } = await import('@beta-headers/gateway/node');
  try {
    return read();
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandError(error.message);
    throw error;
  }
}

/** Says what will be sent, and asks. */
async function announce(
  probes: readonly Probe[],
  left: number,
  { platform, model, yes, max }: ProbeOptions,
  { output, stdin = process.stdin }: Context,
): Promise<void> {
  const [{ writeRequest }, { COUNT_TOKENS_PATH }] = await Promise.all([
    import('../probe/send.ts'),
    import('@beta-headers/grammar'),
  ]);
  const { isCountingFree } = await import('../probe/choose-probes.ts');
  const sizes = probes.map((probe) => Buffer.byteLength(writeRequest(probe, platform, model).body));
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const free = probes.filter(
    ({ path }) => path === COUNT_TOKENS_PATH && isCountingFree(platform),
  ).length;
  const billed = probes.length - free;
  const kinds = [
    ...(free > 0 ? [`${free} count tokens, which is free`] : []),
    ...(billed > 0 ? [`${billed} are messages, which are billed`] : []),
  ];
  output.note(
    `Sends ${probes.length} requests to ${platform} with ${model}, of ` +
      `${least === most ? most : `${least} to ${most}`} bytes: ${kinds.join(', and ')}.`,
  );
  if (left > 0) output.note(`${left} more are left out by --max ${max}.`);
  if (yes) return;
  if (!stdin.isTTY)
    throw new CommandError('nothing was sent; add --yes to send without being asked');
  output.note('Send them? [y/N]');
  if (!/^y(?:es)?$/i.test(await readLine(stdin))) throw new CommandError('nothing was sent');
}

async function readLine(stdin: Input): Promise<string> {
  const lines = createInterface({ input: Readable.from(stdin) });
  try {
    const { value } = await lines[Symbol.asyncIterator]().next();
    return typeof value === 'string' ? value.trim() : '';
  } finally {
    lines.close();
  }
}

/** A file that exists may have been written by hand. */
function checkFree(option: string, path: string | undefined): void {
  if (path === undefined) return;
  if (existsSync(path))
    throw new CommandError(`${option}: ${path} exists; choose another name, or remove the file`);
  const folder = dirname(path);
  if (!existsSync(folder))
    throw new CommandError(`${option}: there is no folder ${folder}; create it first`);
}

/** The second file would replace the first, and the requests would be lost. */
function checkDifferent({ overlay, evidence }: ProbeOptions): void {
  if (overlay === undefined || evidence === undefined || resolve(overlay) !== resolve(evidence))
    return;
  throw new CommandError(`--overlay and --evidence: both are ${overlay}; write two files`);
}

async function writeFiles(result: ProbeOutput, options: ProbeOptions): Promise<void> {
  const { overlay, evidence } = options;
  if (overlay === undefined && evidence === undefined) return;
  const { formatEvidence, formatOverlay } = await import('../probe/files.ts');
  if (overlay !== undefined) await replaceFile(overlay, formatOverlay(result), '--overlay');
  if (evidence !== undefined) await replaceFile(evidence, formatEvidence(result), '--evidence');
}

function formatResult({ results, skipped }: ProbeOutput): string {
  const rows = results.map(({ name, answer, status, class: kind, endpoint }) => [
    name,
    answer,
    status === 0 ? '–' : String(status),
    kind,
    endpoint,
  ]);
  return [
    ...(rows.length > 0 ? [formatTable(rows)] : []),
    ...skipped.map(({ name, why }) => `${name}: not probed, ${why}`),
  ].join('\n');
}

const collect = (value: string, before: readonly string[]): string[] => [
  ...before,
  ...value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
];

/** Reads the value of `--max`. */
function readMax(value: string): number {
  const count = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  if (count >= 1) return count;
  throw new InvalidArgumentError('Give a number from 1 to 9999.');
}

/** Reads the value of `--model`. */
function readModel(value: string): string {
  if (/^[\w.:@/-]{1,200}$/.test(value)) return value;
  throw new InvalidArgumentError('Give the id of a model, such as claude-opus-5-5.');
}
