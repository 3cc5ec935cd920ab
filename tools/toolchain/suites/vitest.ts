import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type CommandOptions, command } from '../lib/command.ts';
import { root } from '../lib/root.ts';
import type { Outcome, Suite } from '../lib/suite.ts';
import { ensureRedis } from '../redis.ts';

/** How often each property of core is tried, where nobody says how often: in CI all of them together more than 100,000 times. */
const PROPERTY_RUNS: number = Number(
  process.env['FAST_CHECK_RUNS'] ?? (process.env['CI'] ? 25_000 : 2_000),
);

/** The unit tests of every package and tool. */
export const vitest: Suite = {
  name: 'vitest',
  about: 'the unit tests of every package and tool',
  cores: 2,
  async run() {
    // Where there is none and none can be installed, the tests that need it fail and say so; the others run.
    const redis = await ensureRedis().catch(() => undefined);
    const outcome = await runVitest('vitest', [], {
      env: { FAST_CHECK_RUNS: String(PROPERTY_RUNS), ...(redis && { REDIS_SERVER: redis }) },
    });
    return {
      ...outcome,
      remark: `${outcome.remark ?? 'no report'}, each property ${PROPERTY_RUNS.toLocaleString('en')} times`,
    };
  },
};

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

/** Runs vitest and counts from its JSON report: a file that could not be loaded is a failed test. */
export async function runVitest(
  name: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Outcome> {
  const folder = join(root, '.cache', 'test');
  const file = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const ended = await command('vitest', ['run', ...args, ...reporters], {
    ...options,
    env: { ...options.env, NO_COLOR: '1' },
  });
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, log: ended.output };
  const unloadable = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unloadable.length;
  return {
    passed: report.numPassedTests,
    // vitest also fails on an error outside of every test, which its report does not count.
    failed: ended.ok ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
    remark: `${report.testResults.length} files`,
    log: [
      ...unloadable.map((result) => `could not be loaded: ${relative(root, result.name)}`),
      ended.output,
    ].join('\n'),
  };
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
