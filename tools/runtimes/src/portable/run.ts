/** Runs bundled test files with vitest's runner and says what came of every test; runs inside the runtime that is tried. */
import { type File, type Suite, startTests, type Task, type VitestRunner } from '@vitest/runner';
import { checkAssertions, resetAssertions } from './vitest.ts';

/** One test and how it ended. */
export interface TestResult {
  /** `packages/core/test/plan.test.ts > plan > merges` */
  readonly name: string;
  readonly state: 'pass' | 'fail' | 'skip';
  readonly error?: string;
}

/** The test files of a bundle: evaluated when asked for, so that a file that throws is one failure. */
export type TestFiles = Readonly<Record<string, () => Promise<unknown>>>;

/** Runs all of them. */
export async function runFiles(files: TestFiles): Promise<TestResult[]> {
  const runner: VitestRunner = {
    config: {
      root: '',
      setupFiles: [],
      passWithNoTests: false,
      testNamePattern: undefined,
      allowOnly: false,
      sequence: { shuffle: false, concurrent: false, seed: 0, hooks: 'stack', setupFiles: 'list' },
      chaiConfig: undefined,
      maxConcurrency: 5,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      retry: 0,
      includeTaskLocation: undefined,
      diffOptions: undefined,
      tags: [],
      tagsFilter: undefined,
      strictTags: false,
    } as unknown as VitestRunner['config'],
    importFile: (path) => files[path]?.(),
    onBeforeTryTask: resetAssertions,
    onAfterTryTask: checkAssertions,
  };
  return (await startTests(Object.keys(files), runner)).flatMap(results);
}

function results(file: File): TestResult[] {
  const own = file.result?.errors?.length
    ? [{ name: file.filepath, state: 'fail' as const, error: errorText(file) }]
    : [];
  return [...own, ...file.tasks.flatMap((task) => resultsBelow(task, file.filepath))];
}

function resultsBelow(task: Task, above: string): TestResult[] {
  const name = `${above} > ${task.name}`;
  if (task.type === 'suite') {
    const own = (task as Suite).result?.errors?.length
      ? [{ name, state: 'fail' as const, error: errorText(task) }]
      : [];
    return [...own, ...(task as Suite).tasks.flatMap((inner) => resultsBelow(inner, name))];
  }
  if (task.result?.state === 'pass') return [{ name, state: 'pass' }];
  if (task.mode === 'skip' || task.mode === 'todo' || task.result?.state === 'skip')
    return [{ name, state: 'skip' }];
  return [{ name, state: 'fail', error: errorText(task) }];
}

function errorText(task: Task): string {
  // The first lines of a stack are enough to find the place in the bundle.
  const stacks = (task.result?.errors ?? []).map((error) =>
    (error.stack ?? error.message).split('\n').slice(0, 6).join('\n'),
  );
  return stacks.join('\n') || `ended as ${task.result?.state ?? 'never run'}`;
}
