/**
 * `sync:replay`: replays sync over the SDK's real releases.
 *
 *   npm run sync:replay [-- --steps N] [--from 0.27.0] [--to VERSION] [--reports DIR] [--json]
 *
 * Every pair of neighbouring releases, or N of them spread evenly, two of three such that the union
 * grew. Releases come from npm and are kept in the system's cache folder.
 * Exit 0: every new value found, no false alarm, every bump right, every second run quiet ·
 * 1: something of that is not so, or there is no step · 2: wrong arguments.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareVersions } from '@beta-headers/grammar';
import { loadManifest, manifestFolder } from '@beta-headers/manifest';
import { type BaseFacts, SDK_FILE } from '../baseline.ts';
import { reportProgress } from '../progress.ts';
import { fetchAll, fetchVersions } from '../release/npm.ts';
import { SDK } from '../release/release.ts';
import { SyncError } from '../sync-error.ts';
import { makeScratchRoot, replayStep, type Step } from './replay.ts';

interface Options {
  readonly steps?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly reports?: string | undefined;
  readonly json: boolean;
}

async function replay(options: Options): Promise<number> {
  const started = performance.now();
  const versions = (await fetchVersions(SDK)).filter(
    (version) =>
      compareVersions(version, options.from) >= 0 && compareVersions(version, options.to) <= 0,
  );
  const pairs = versions.slice(1).map((to, i): [string, string] => [versions[i] as string, to]);
  if (pairs.length === 0)
    throw new SyncError(
      `npm has no two releases between ${options.from} and ${options.to}, so there is no ` +
        'step to replay.',
    );
  const chosen = options.steps === undefined ? pairs : chooseSteps(pairs, Number(options.steps));
  await fetchAll(SDK, [...new Set(chosen.flat())]);
  const root = makeScratchRoot();
  const steps: Step[] = [];
  try {
    for (const [from, to] of chosen) {
      const step = await replayStep(root, from, to, options.reports);
      steps.push(step);
      reportProgress(describeStep(step));
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  const good = steps.every(isGood);
  const total = summarize(steps);
  if (options.json)
    console.log(
      JSON.stringify({
        ...total,
        seconds: Math.round((performance.now() - started) / 1000),
        steps,
      }),
    );
  else {
    for (const step of steps) if (!isGood(step)) console.log(describeFaults(step));
    console.log(
      `${total.steps} steps, ${total.changed} with changes, ${total.quiet} without: ` +
        `${total.hits} of ${total.expected} new values, defaults and params found, ` +
        `${total.misses} missed, ${total.falseAlarms} false alarms, ${total.bumpsRight} of ` +
        `${total.steps} bumps right, ${total.steady} of ${total.steps} second runs quiet, ` +
        `longest report ${total.longestReport} characters, ` +
        `${Math.round((performance.now() - started) / 1000)} s`,
    );
  }
  return good ? 0 : 1;
}

const isGood = (step: Step): boolean =>
  step.misses.length === 0 &&
  step.falseAlarms.length === 0 &&
  step.bumpRight &&
  step.steady &&
  step.reportLength <= 61_000;

function summarize(steps: readonly Step[]) {
  const sum = (of: (step: Step) => number): number =>
    steps.reduce((total, step) => total + of(step), 0);
  const changed = steps.filter((step) => step.changed.length > 0).length;
  return {
    steps: steps.length,
    changed,
    quiet: steps.length - changed,
    expected: sum((step) => step.expected),
    hits: sum((step) => step.hits),
    misses: sum((step) => step.misses.length),
    falseAlarms: sum((step) => step.falseAlarms.length),
    bumpsRight: sum((step) => Number(step.bumpRight)),
    steady: sum((step) => Number(step.steady)),
    longestReport: Math.max(0, ...steps.map((step) => step.reportLength)),
  };
}

function describeStep(step: Step): string {
  const sum =
    `${step.hits}/${step.expected} found, ${step.open} open of ${step.findings} findings, ` +
    `${step.bump}`;
  const pair = `${step.from} → ${step.to}`.padEnd(20);
  const changes = step.changed.length > 0 ? step.changed.join(', ') : 'no change';
  return `${pair} ${changes}: ${sum}${isGood(step) ? '' : '  ✘'}`;
}

function describeFaults(step: Step): string {
  const marks = [
    ...step.misses.map((miss) => `missed: ${miss}`),
    ...step.falseAlarms.map((alarm) => `false alarm: ${alarm}`),
    ...(step.bumpRight ? [] : [`bump ${step.bump} is wrong`]),
    ...(step.steady ? [] : ['a second run is not quiet']),
  ];
  return `✘ ${step.from} → ${step.to}\n${marks.map((mark) => `    ${mark}`).join('\n')}`;
}

/** Chooses steps: in two of three the union grew; the others may have no changes. */
function chooseSteps(pairs: readonly [string, string][], count: number): [string, string][] {
  const since = new Set(loadManifest().betas.map((beta) => beta.sdk.since.typescript));
  const grown = pairs.filter(([, to]) => since.has(to));
  const others = pairs.filter(([, to]) => !since.has(to));
  const most = Math.min(grown.length, Math.max(Math.ceil((count * 2) / 3), count - others.length));
  const chosen = new Set([...pickSpread(grown, most), ...pickSpread(others, count - most)]);
  return pairs.filter((pair) => chosen.has(pair));
}

/** Picks `count` of them, evenly spread, with the last one. */
function pickSpread<T>(all: readonly T[], count: number): T[] {
  if (count >= all.length) return [...all];
  return Array.from(
    { length: count },
    (_, i) => all[Math.round(((i + 1) * all.length) / count) - 1] as T,
  );
}

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        steps: { type: 'string' },
        from: { type: 'string', default: '0.27.0' },
        // The default is the release that the manifest is in line with.
        to: {
          type: 'string',
          default: (JSON.parse(readFileSync(join(manifestFolder, SDK_FILE), 'utf8')) as BaseFacts)
            .sdk,
        },
        reports: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    if (values.steps !== undefined && !/^[1-9]\d*$/.test(values.steps))
      throw new Error(`--steps ${values.steps}: write a number from 1`);
    for (const name of ['from', 'to'] as const)
      if (!/^\d+\.\d+\.\d+$/.test(values[name]))
        throw new Error(`--${name} ${values[name]}: write a released version, such as 1.12.0`);
    return values;
  } catch (error) {
    console.error(
      `${(error as Error).message}\nusage: npm run sync:replay -- [--steps N] [--from ` +
        'VERSION] [--to VERSION] [--reports DIR] [--json]',
    );
    return undefined;
  }
}

const options = readOptions();
if (!options) process.exitCode = 2;
else {
  try {
    process.exitCode = await replay(options);
  } catch (error) {
    const { name, message } = error as Error;
    console.error(
      name === 'SyncError' || name === 'ManifestError' ? `sync:replay: ${message}` : error,
    );
    process.exitCode = 1;
  }
}
