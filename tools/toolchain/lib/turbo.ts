/** Runs tasks with turbo and reads their outcomes from turbo's run summary. */
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, runOrThrow } from './command.ts';
import { root } from './root.ts';

/** A task of the graph, after a run. */
export interface Task {
  /** `@beta-headers/core#test` */
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly cached: boolean;
  readonly seconds: number;
  /** Undefined if the task did not run: a dependency failed, or the run was stopped. */
  readonly exitCode: number | undefined;
  readonly log: string;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

const OPTIONS = [
  '--summarize',
  // Skips only the tasks that depend on a failed one.
  '--continue=dependencies-successful',
  // Prints one line per task; the logs are read from their files.
  '--output-logs=hash-only',
];

/** The fields used of a dry run and of a run summary. Only a run summary has `execution`. */
export interface Summary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly task: string;
    readonly directory: string;
    readonly command: string;
    readonly outputs: readonly string[] | null;
    /** Absent for a task that is never cached. */
    readonly logFile?: string;
    readonly cache: { readonly status: string };
    readonly execution?: {
      readonly startTime: number;
      readonly endTime: number;
      readonly exitCode: number | null;
    } | null;
  }[];
}

/**
 * Runs tasks and their dependencies. If the run is interrupted, returns the outcomes so far.
 * @throws if turbo rejects the tasks or the arguments
 */
export async function runTurbo(
  tasks: readonly string[],
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly ok: boolean; readonly tasks: readonly Task[] }> {
  const dry = await runOrThrow('turbo', ['run', ...tasks, '--dry=json', ...args], { env });
  const plan = JSON.parse(dry) as Summary;
  cleanOutputs(plan);
  const folder = join(root, '.turbo', 'runs');
  rmSync(folder, { recursive: true, force: true });
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const ended = await runCommand('turbo', ['run', ...tasks, ...OPTIONS, ...args], {
    env,
    show: true,
    minutes: 0,
    stop: stop.signal,
  });
  for (const signal of SIGNALS) process.off(signal, onSignal);
  const [file] = globSync('*.json', { cwd: folder });
  const summary = file && (JSON.parse(readFileSync(join(folder, file), 'utf8')) as Summary);
  return { ok: ended.ok, tasks: readTasks(plan, summary || { tasks: [] }) };
}

/**
 * Deletes the outputs of the tasks. Neither a compiler nor a cache hit deletes stale files:
 * modules of a private overlay would get into the next tarball, and old results would count.
 */
function cleanOutputs({ tasks }: Summary): void {
  for (const { directory, outputs } of tasks) {
    const folders = (outputs ?? []).filter((output) => output.endsWith('/**'));
    for (const output of folders)
      rmSync(join(root, directory, output.slice(0, -3)), { recursive: true, force: true });
  }
}

/** Reads every planned task. The run summary lists only tasks that have ended. */
export function readTasks(plan: Summary, summary: Summary): Task[] {
  // `transit` only carries hashes and has no command.
  const planned = plan.tasks.filter((task) => task.command !== '<NONEXISTENT>');
  return planned.map(({ taskId, task, directory }) => {
    const ended = summary.tasks.find((one) => one.taskId === taskId);
    const execution = ended?.execution;
    return {
      id: taskId,
      name: task,
      folder: join(root, directory),
      cached: ended?.cache.status === 'HIT',
      seconds: execution ? (execution.endTime - execution.startTime) / 1000 : 0,
      exitCode: execution?.exitCode ?? undefined,
      log: join(root, ended?.logFile ?? 'no log'),
    };
  });
}
