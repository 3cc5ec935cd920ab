/** Prints the outcome of each task and sums the tests. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { note, paint } from './note.ts';
import { addCounts, type Counts, formatCounts, NO_TESTS, readCounts } from './results.ts';
import { root } from './root.ts';
import type { Task } from './turbo.ts';

/** The sum of a run, and a text about each failure, which belongs at the end of the output. */
export interface Report {
  readonly counts: Counts;
  readonly failures: readonly string[];
}

/** Prints one line per task. Returns the sum, and the end of each failed task's log. */
export function reportTasks(tasks: readonly Task[]): Report {
  const outcomes = tasks.map((task) => ({
    task,
    counts: countTask(task, readCounts(task.folder, task.name)),
  }));
  for (const { task, counts } of outcomes) printTask(task, counts);
  const failures = outcomes
    .filter(({ task, counts }) => counts.failed > 0 && task.exitCode !== undefined)
    .map(({ task }) => readLog(task));
  const cached = tasks.filter((task) => task.cached).length;
  note(`${tasks.length} tasks, ${cached} from the cache`);
  return { counts: outcomes.map(({ counts }) => counts).reduce(addCounts, NO_TESTS), failures };
}

/** Counts a task without tests as one test, and a failed task as at least one failure. */
export function countTask(task: Task, results: Counts | undefined): Counts {
  const ok = task.exitCode === 0;
  if (!results) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  return ok ? results : { ...results, failed: Math.max(1, results.failed) };
}

function printTask(task: Task, counts: Counts): void {
  const mark = counts.failed === 0 ? paint('green', '✔') : paint('red', '✘');
  const time = task.cached ? 'cached' : `${task.seconds.toFixed(1)} s`;
  const outcome = formatCounts(counts) + (task.exitCode === undefined ? ', not finished' : '');
  console.log(`${mark} ${task.id.padEnd(36)} ${time.padStart(8)}  ${outcome}`);
}

function readLog(task: Task): string {
  const file = relative(root, task.log);
  try {
    const text = readFileSync(task.log, 'utf8');
    return `\n${paint('red', task.id)}, the end of ${file}\n${formatLog(text, hasColours())}`;
  } catch {
    return `\n${paint('red', task.id)} wrote no log (${file})`;
  }
}

/** Takes the end of a log. Turbo records colours, which only a terminal can show. */
export function formatLog(text: string, colours: boolean): string {
  const end = text.trimEnd().split('\n').slice(-120).join('\n');
  return colours ? end : stripVTControlCharacters(end);
}

const hasColours = (): boolean => paint('red', 'x') !== 'x';
