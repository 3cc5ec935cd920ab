/** One line of `npm test`: what it is called, what it waits for, how much of the machine it takes. */
export interface Suite {
  readonly name: string;
  /** What it makes sure of, for `npm test -- --list`. */
  readonly about: string;
  /** Suites that have to pass first. */
  readonly needs?: readonly string[];
  /** How many cores it keeps busy; 1 unless told. */
  readonly cores?: number;
  run(): Promise<Outcome>;
}

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
  /** A few words beside the numbers. */
  readonly remark?: string;
  /** What a person needs to see when something failed. */
  readonly log?: string;
}

/** A suite that counts as one test. */
export function single(ended: { readonly ok: boolean; readonly output: string }): Outcome {
  return { passed: ended.ok ? 1 : 0, failed: ended.ok ? 0 : 1, log: ended.output };
}

/** Several named checks as one outcome; the log holds what failed. */
export function several(
  checks: readonly { readonly name: string; readonly ok: boolean; readonly output: string }[],
): Outcome {
  const failed = checks.filter((check) => !check.ok);
  return {
    passed: checks.length - failed.length,
    failed: failed.length,
    log: failed.map((check) => `${check.name}\n${check.output}`).join('\n\n'),
  };
}
