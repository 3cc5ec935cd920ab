import type { Reporter, TestModule } from 'vitest/node';
import { addCounts, type Counts, NO_TESTS, writeCounts } from './results.ts';

/** Counts the tests of a run. Writes the sum after each file, in case the run is killed. */
export class CountingReporter implements Reporter {
  readonly #name: string;
  #counts: Counts = NO_TESTS;

  constructor(name: string) {
    this.#name = name;
  }

  onTestModuleEnd(module: TestModule): void {
    this.#add(countModule(module));
  }

  onTestRunEnd(_: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    // An error outside any test fails the run too.
    this.#add({ ...NO_TESTS, failed: unhandledErrors.length });
  }

  #add(counts: Counts): void {
    this.#counts = addCounts(this.#counts, counts);
    writeCounts(this.#name, this.#counts);
  }
}

function countModule(module: TestModule): Counts {
  // A file or suite that fails to set up has no failed test of its own.
  const suites = [module, ...module.children.allSuites()];
  const broken = suites.filter((suite) => suite.errors().length > 0).length;
  let counts: Counts = { ...NO_TESTS, failed: broken };
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    counts = addCounts(counts, {
      passed: state === 'passed' ? 1 : 0,
      failed: state === 'failed' ? 1 : 0,
      skipped: state === 'skipped' || state === 'pending' ? 1 : 0,
    });
  }
  return counts;
}
