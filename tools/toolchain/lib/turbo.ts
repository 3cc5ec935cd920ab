/** Runs tasks of the graph, and reads from turbo's own summary what came of each. */
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { command, mustRun } from './command.ts';
import { root } from './root.ts';

/** A task of the graph, after a run. */
export interface Task {
  /** `@beta-headers/core#test` */
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly cached: boolean;
  readonly seconds: number;
  /** None where it was not run, because a task before it failed or the run was stopped. */
  readonly exitCode: number | undefined;
  readonly log: string;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

const OPTIONS = [
  '--summarize',
  // Tasks that need what failed are not run; all others are.
  '--continue=dependencies-successful',
  // One line when a task starts; the logs are read from their files.
  '--output-logs=hash-only',
];

/** The fields that are read here of a dry run, where nothing has run yet, and of the summary of a run. */
export interface Summary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly task: string;
    readonly directory: string;
    readonly command: string;
    readonly outputs: readonly string[] | null;
    /** None for a task that is never cached. */
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
 * Runs tasks and everything that they need, as far as it goes, also when it is told to stop: what has passed is known.
 * @throws where turbo does not understand the tasks or the arguments
 */
export async function runTurbo(
  tasks: readonly string[],
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly ok: boolean; readonly tasks: readonly Task[] }> {
  const dry = await mustRun('turbo', ['run', ...tasks, '--dry=json', ...args], { env });
  const plan = JSON.parse(dry) as Summary;
  cleanOutputs(plan);
  const folder = join(root, '.turbo', 'runs');
  rmSync(folder, { recursive: true, force: true });
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const ended = await command('turbo', ['run', ...tasks, ...OPTIONS, ...args], {
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
 * Deletes what the tasks will write. Neither a compiler nor a hit in the cache deletes what an earlier run left there:
 * the modules of a private overlay would be in the next tarball, and old results would count.
 */
function cleanOutputs({ tasks }: Summary): void {
  for (const { directory, outputs } of tasks) {
    const folders = (outputs ?? []).filter((output) => output.endsWith('/**'));
    for (const output of folders)
      rmSync(join(root, directory, output.slice(0, -3)), { recursive: true, force: true });
  }
}

/** Every planned task: the summary has only those that have ended. */
export function readTasks(plan: Summary, summary: Summary): Task[] {
  // `transit` carries hashes and has no command.
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
