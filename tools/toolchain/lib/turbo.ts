/** Runs tasks of the graph, and reads from turbo's own summary what came of each. */
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
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

/** The fields of turbo's dry run that are read here. */
interface Plan {
  readonly tasks: readonly {
    readonly directory: string;
    readonly outputs: readonly string[] | null;
  }[];
}

const OPTIONS = [
  '--summarize',
  // Tasks that need what failed are not run; all others are.
  '--continue=dependencies-successful',
  // One line when a task starts; the logs are read from their files.
  '--output-logs=hash-only',
];

/** The fields of turbo's summary that are read here. */
interface Summary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly task: string;
    readonly directory: string;
    readonly command: string;
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
 * Runs tasks and everything that they need, as far as it goes. Without tasks in the answer turbo itself has failed.
 * @throws where turbo does not understand the tasks or the arguments
 */
export async function runTurbo(
  tasks: readonly string[],
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly ok: boolean; readonly tasks: readonly Task[] }> {
  await cleanOutputs(tasks, args);
  const folder = join(root, '.turbo', 'runs');
  mkdirSync(folder, { recursive: true });
  for (const file of globSync('*.json', { cwd: folder })) rmSync(join(folder, file));
  const ended = await command('turbo', ['run', ...tasks, ...OPTIONS, ...args], {
    env,
    show: true,
    minutes: 0,
  });
  const [file] = globSync('*.json', { cwd: folder });
  const summary = file && (JSON.parse(readFileSync(join(folder, file), 'utf8')) as Summary);
  return { ok: ended.ok, tasks: summary ? readTasks(summary) : [] };
}

/**
 * Deletes what the tasks will write. Neither a compiler nor a hit in the cache deletes what an earlier run left there:
 * the modules of a private overlay would be in the next tarball.
 */
async function cleanOutputs(tasks: readonly string[], args: readonly string[]): Promise<void> {
  const plan = await mustRun('turbo', ['run', ...tasks, '--dry=json', ...args]);
  for (const { directory, outputs } of (JSON.parse(plan) as Plan).tasks) {
    const folders = (outputs ?? []).filter((output) => output.endsWith('/**'));
    for (const output of folders)
      rmSync(join(root, directory, output.slice(0, -3)), { recursive: true, force: true });
  }
}

function readTasks({ tasks }: Summary): Task[] {
  // `transit` carries hashes and has no command.
  const real = tasks.filter((task) => task.command !== '<NONEXISTENT>');
  return real.map(({ taskId, task, directory, cache, execution, logFile }) => ({
    id: taskId,
    name: task,
    folder: join(root, directory),
    cached: cache.status === 'HIT',
    seconds: execution ? (execution.endTime - execution.startTime) / 1000 : 0,
    exitCode: execution?.exitCode ?? undefined,
    log: join(root, logFile ?? 'no log'),
  }));
}
