/** What came of the tests of a task, in small files below `.cache/results/`: outputs of turbo, so that a cache hit still counts. */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { note, paint } from './note.ts';

/** How many tests ended how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One thing that was checked, without a test runner. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What a person needs to see where it is wrong. */
  readonly output: string;
}

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

/** The script that turbo or a person started: `test`, `test:full`. */
const script = process.env['npm_lifecycle_event']?.replaceAll(':', '-') ?? 'by-hand';

/** Writes the counts of one run in this package, over what an earlier run wrote. */
export function writeCounts(name: string, counts: Counts): void {
  const folder = join(process.cwd(), '.cache', 'results', script);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(counts)}\n`);
}

/** Adds up all runs of a task; nothing where the task counts no tests. */
export function readCounts(packageFolder: string, task: string): Counts | undefined {
  const folder = join(packageFolder, '.cache', 'results', task.replaceAll(':', '-'));
  const files = globSync('*.json', { cwd: folder });
  if (files.length === 0) return undefined;
  return files
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Counts)
    .reduce(add, NOTHING);
}

/** The sum of two. */
export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** `3 passed, 0 failed`, and what was skipped where something was: the last line of every tier. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Takes a check as soon as its outcome is known. */
export type OnCheck = (check: Check) => void;

/**
 * Runs named parts one after the other, prints their checks and writes the counts so far. A part that throws is one
 * failed check, and the next still runs. Gives back the exit code.
 */
export async function reportChecks(
  parts: Readonly<Record<string, (onCheck: OnCheck) => Promise<void>>>,
): Promise<number> {
  let total = NOTHING;
  for (const [part, run] of Object.entries(parts)) {
    let counts = NOTHING;
    const onCheck = ({ name, ok, output }: Check): void => {
      counts = add(counts, { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
      writeCounts(part, counts);
      console.log(`${ok ? paint('green', '✔') : paint('red', '✘')} ${name}`);
      if (!ok) note(output);
    };
    try {
      await run(onCheck);
    } catch (error) {
      onCheck({ name: part, ok: false, output: describeError(error) });
    }
    total = add(total, counts);
  }
  console.log(formatCounts(total));
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
