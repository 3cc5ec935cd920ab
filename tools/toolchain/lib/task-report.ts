/** Prints the outcome of each task and sums the tests. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { note, paint } from './note.ts';
import { addCounts, type Counts, formatCounts, NO_TESTS, readCounts } from './results.ts';
import { root } from './root.ts';
import type { Task } from './turbo.ts';

/** Prints one line per task, then the end of each failed task's log. Returns the sum. */
export function reportTasks(tasks: readonly Task[]): Counts {
  const outcomes = tasks.map((task) => ({
    task,
    counts: countTask(task, readCounts(task.folder, task.name)),
  }));
  for (const { task, counts } of outcomes) printTask(task, counts);
  for (const { task, counts } of outcomes)
    if (counts.failed > 0 && task.exitCode !== undefined) printLog(task);
  const cached = tasks.filter((task) => task.cached).length;
  note(`${tasks.length} tasks, ${cached} from the cache`);
  return outcomes.map(({ counts }) => counts).reduce(addCounts, NO_TESTS);
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

function printLog(task: Task): void {
  const file = relative(root, task.log);
  try {
    const lines = readFileSync(task.log, 'utf8').trimEnd().split('\n');
    note(`\n${paint('red', task.id)}, the end of ${file}\n${lines.slice(-120).join('\n')}`);
  } catch {
    note(`\n${paint('red', task.id)} wrote no log (${file})`);
  }
}
