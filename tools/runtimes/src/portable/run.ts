/** Runs bundled test files with vitest's runner inside the tested runtime. */
import { type File, type Suite, startTests, type Task, type VitestRunner } from '@vitest/runner';
import { checkAssertions, resetAssertions } from './vitest.ts';

/** The outcome of one test. */
export interface TestResult {
  /** `packages/core/test/plan.test.ts > plan > merges` */
  readonly name: string;
  readonly state: 'pass' | 'fail' | 'skip';
  readonly error?: string;
}

/** The test files of a bundle. Imported lazily, so that a file that throws is one failure. */
export type TestFiles = Readonly<Record<string, () => Promise<unknown>>>;

/** Runs all test files and returns the outcome of every test. */
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
  return (await startTests(Object.keys(files), runner)).flatMap(collectFileResults);
}

function collectFileResults(file: File): TestResult[] {
  const own = file.result?.errors?.length
    ? [{ name: file.filepath, state: 'fail' as const, error: formatErrors(file) }]
    : [];
  return [...own, ...file.tasks.flatMap((task) => collectTaskResults(task, file.filepath))];
}

function collectTaskResults(task: Task, parent: string): TestResult[] {
  const name = `${parent} > ${task.name}`;
  if (task.type === 'suite') {
    const own = (task as Suite).result?.errors?.length
      ? [{ name, state: 'fail' as const, error: formatErrors(task) }]
      : [];
    return [...own, ...(task as Suite).tasks.flatMap((inner) => collectTaskResults(inner, name))];
  }
  if (task.result?.state === 'pass') return [{ name, state: 'pass' }];
  if (task.mode === 'skip' || task.mode === 'todo' || task.result?.state === 'skip')
    return [{ name, state: 'skip' }];
  return [{ name, state: 'fail', error: formatErrors(task) }];
}

function formatErrors(task: Task): string {
  // The first lines of a stack identify the place in the bundle.
  const stacks = (task.result?.errors ?? []).map((error) =>
    (error.stack ?? error.message).split('\n').slice(0, 6).join('\n'),
  );
  return stacks.join('\n') || `state: ${task.result?.state ?? 'never run'}`;
}
