/**
 * `npm run test:quick`, `npm test`, `npm run test:full`: runs the tasks of a tier with turbo.
 * Passes arguments to turbo: `npm test -- --filter=@beta-headers/core`, `npm test -- --force`.
 * Prints results on stdout and progress on stderr.
 * The last line is `N passed, N failed`, and `, N skipped` if any were skipped.
 * Exit code 0: nothing failed; 1: something failed; 2: wrong usage, and nothing ran.
 */
import { availableParallelism } from 'node:os';
import { runCommand } from './lib/command.ts';
import { formatSeconds, note, paint } from './lib/note.ts';
import { CHROMIUM, ensureProgram, explainMissing, findProgram, REDIS } from './lib/programs.ts';
import { addCounts, formatCounts, NO_TESTS } from './lib/results.ts';
import { type Report, reportTasks } from './lib/task-report.ts';
import { readTier, type Tier } from './lib/tiers.ts';
import { measureTimeScale, VARIABLE } from './lib/time-scale.ts';
import { runTurbo } from './lib/turbo.ts';

const inCi = Boolean(process.env['CI']);

try {
  const [tier, turboArgs] = readTier(process.argv.slice(2));
  process.exitCode = await runTier(tier, turboArgs);
} catch (error) {
  note(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function runTier(tier: Tier, turboArgs: readonly string[]): Promise<number> {
  const started = performance.now();
  const scale = measureTimeScale();
  note(`${tier.about}; ${availableParallelism()} cores, time-outs × ${scale}`);
  const programs = await findPrograms(tier);
  const { tasks } = await runTurbo(tier.tasks, [...tier.args, ...turboArgs], {
    ...programs.env,
    FAST_CHECK_RUNS: String(tier.runsPerProperty),
    SKIP_SLOW_TESTS: tier.skipsSlow ? '1' : '',
    [VARIABLE]: String(scale),
  });
  const reports = [reportTasks(tasks), await checkDrift()];
  const counts = reports.map((report) => report.counts).reduce(addCounts, NO_TESTS);
  for (const line of programs.missing) console.log(line);
  // In CI a missing program is a failure, because a skipped test would go unnoticed.
  const failed = counts.failed + (inCi ? programs.missing.length : 0);
  note(`took ${formatSeconds(started)}`);
  // The failures are last, so that nobody has to scroll up to them.
  for (const failure of reports.flatMap(({ failures }) => failures)) note(failure);
  console.log(formatCounts({ ...counts, failed }));
  return failed > 0 ? 1 : 0;
}

/**
 * Compares the generated files on disk.
 * This is not a turbo task: a cache hit could hide a file that was edited by hand.
 */
async function checkDrift(): Promise<Report> {
  const { ok, output } = await runCommand('node', ['tools/codegen/generate.mjs', '--check']);
  console.log(`${ok ? paint('green', '✔') : paint('red', '✘')} generated files`);
  return {
    counts: { ...NO_TESTS, [ok ? 'passed' : 'failed']: 1 },
    failures: ok ? [] : [`\n${paint('red', 'generated files')}\n${output}`],
  };
}

/** Finds the programs that tests need. An empty variable means that a program is missing. */
async function findPrograms(
  tier: Tier,
): Promise<{ env: Record<string, string>; missing: readonly string[] }> {
  const env: Record<string, string> = {};
  const missing: string[] = [];
  for (const program of [CHROMIUM, REDIS]) {
    const found = tier.installs ? await ensureProgram(program) : findProgram(program);
    env[program.variable] = 'path' in found ? found.path : '';
    if ('missing' in found) missing.push(explainMissing(program, found.missing));
  }
  return { env, missing };
}
