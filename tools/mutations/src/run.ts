/** Applies mutations one after the other, and runs the tests of their packages. */
import type { Mutation } from './mutation.ts';

/** The outcome of the tests of one package. */
export interface TestRun {
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** The outcome of a mutation. */
export interface Outcome {
  readonly mutation: Mutation;
  readonly state: 'killed' | 'survived' | 'stale';
  readonly seconds: number;
  /** The first test that failed, or the reason for a stale mutation. */
  readonly message?: string;
}

/** Access to the copy of the repository. */
export interface Workbench {
  read(file: string): string;
  write(file: string, text: string): void;
  /** Runs the tests of a package: all, or only those that are close to a file. */
  test(name: string, file?: string): Promise<TestRun>;
}

/**
 * Runs mutations and restores each file. First runs the tests of each package without a mutation:
 * tests that fail anyway would count every mutation as killed.
 * @throws if the tests of a package fail without a mutation
 */
export async function runMutations(
  mutations: readonly Mutation[],
  apply: (text: string, mutation: Mutation) => string,
  workbench: Workbench,
  onOutcome: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const tested = new Set<string>();
  for (const mutation of mutations) {
    if (!tested.has(mutation.package)) await checkUnchanged(mutation.package, workbench);
    tested.add(mutation.package);
    const outcome = await runMutation(mutation, apply, workbench);
    outcomes.push(outcome);
    onOutcome(outcome);
  }
  return outcomes;
}

async function checkUnchanged(name: string, workbench: Workbench): Promise<void> {
  const { passed, output } = await workbench.test(name);
  if (!passed)
    throw new Error(`The tests of ${name} fail without a mutation. Fix them first.\n${output}`);
}

async function runMutation(
  mutation: Mutation,
  apply: (text: string, mutation: Mutation) => string,
  workbench: Workbench,
): Promise<Outcome> {
  let original: string;
  let mutated: string;
  try {
    original = workbench.read(mutation.file);
    mutated = apply(original, mutation);
  } catch (error) {
    return { mutation, state: 'stale', seconds: 0, message: (error as Error).message };
  }
  workbench.write(mutation.file, mutated);
  try {
    // Most mutations are killed by the few tests that are close to the file.
    const first = await workbench.test(mutation.package, mutation.file);
    const last = first.passed ? await workbench.test(mutation.package) : first;
    const seconds = first === last ? first.seconds : first.seconds + last.seconds;
    if (last.passed) return { mutation, state: 'survived', seconds };
    return { mutation, state: 'killed', seconds, ...readFailure(last.output) };
  } finally {
    workbench.write(mutation.file, original);
  }
}

/** Reads the first test that failed, which shows if the mutation is the cause. */
function readFailure(output: string): { readonly message?: string } {
  const message = /^\s*FAIL\s+(.+)$/m.exec(output)?.[1];
  return message === undefined ? {} : { message };
}
