/**
 * The test counts of a task, in small files below `.cache/results/`.
 * The files are turbo outputs, so a cache hit restores the counts.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { note, paint } from './note.ts';

/** Numbers of tests by outcome. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One check that runs without a test runner. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** The details to show if the check failed. */
  readonly output: string;
}

/** No tests. */
export const NO_TESTS: Counts = { passed: 0, failed: 0, skipped: 0 };

/** The npm script that runs: `test` or `test-full`. */
const script = process.env['npm_lifecycle_event']?.replaceAll(':', '-') ?? 'by-hand';

/** Writes the counts of one run in this package, replacing those of an earlier run. */
export function writeCounts(name: string, counts: Counts): void {
  const folder = join(process.cwd(), '.cache', 'results', script);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(counts)}\n`);
}

/** Sums all runs of a task; undefined if the task counts no tests. */
export function readCounts(packageFolder: string, task: string): Counts | undefined {
  const folder = join(packageFolder, '.cache', 'results', task.replaceAll(':', '-'));
  const files = globSync('*.json', { cwd: folder });
  if (files.length === 0) return undefined;
  return files
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Counts)
    .reduce(addCounts, NO_TESTS);
}

/** Adds two counts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** Formats the last line of every tier: `3 passed, 0 failed`, and `, 1 skipped` if any were. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Receives each check as soon as its outcome is known. */
export type OnCheck = (check: Check) => void;

/**
 * Runs named parts one after the other, prints their checks and writes the counts so far.
 * A part that throws is one failed check, and the next part still runs.
 * @returns the exit code
 */
export async function reportChecks(
  parts: Readonly<Record<string, (onCheck: OnCheck) => Promise<void>>>,
): Promise<number> {
  let total = NO_TESTS;
  for (const [part, run] of Object.entries(parts)) {
    let counts = NO_TESTS;
    const onCheck = ({ name, ok, output }: Check): void => {
      counts = addCounts(counts, { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
      writeCounts(part, counts);
      console.log(`${ok ? paint('green', '✔') : paint('red', '✘')} ${name}`);
      if (!ok) note(output);
    };
    try {
      await run(onCheck);
    } catch (error) {
      onCheck({ name: part, ok: false, output: describeError(error) });
    }
    total = addCounts(total, counts);
  }
  console.log(formatCounts(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
