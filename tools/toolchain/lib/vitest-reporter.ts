import type { Reporter, TestModule } from 'vitest/node';
import { add, type Counts, NOTHING, writeCounts } from './results.ts';

/** Counts the tests of a run, and writes the sum after each file: what passed is known even if the run dies. */
export class CountingReporter implements Reporter {
  readonly #name: string;
  #counts: Counts = NOTHING;

  constructor(name: string) {
    this.#name = name;
  }

  onTestModuleEnd(module: TestModule): void {
    this.#add(countModule(module));
  }

  onTestRunEnd(_: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    // An error outside of every test fails the run as well.
    this.#add({ ...NOTHING, failed: unhandledErrors.length });
  }

  #add(counts: Counts): void {
    this.#counts = add(this.#counts, counts);
    writeCounts(this.#name, this.#counts);
  }
}

function countModule(module: TestModule): Counts {
  // A file or a suite that cannot be set up has no failed test of its own.
  const suites = [module, ...module.children.allSuites()];
  const broken = suites.filter((suite) => suite.errors().length > 0).length;
  let counts: Counts = { ...NOTHING, failed: broken };
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    counts = add(counts, {
      passed: state === 'passed' ? 1 : 0,
      failed: state === 'failed' ? 1 : 0,
      skipped: state === 'skipped' || state === 'pending' ? 1 : 0,
    });
  }
  return counts;
}
