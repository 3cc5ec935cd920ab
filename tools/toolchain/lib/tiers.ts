/** The tiers of tests: which tasks of the graph each runs, and how often it tries what holds for every request. */

/** One of them. */
export interface Tier {
  readonly about: string;
  readonly tasks: readonly string[];
  /** Arguments of turbo beside the tasks. */
  readonly args: readonly string[];
  /** Requests that each property of core is tried with; there are five, and the seed is fixed. */
  readonly runsPerProperty: number;
  /** Leaves out the files called `*.slow.test.ts`. */
  readonly skipsSlow: boolean;
  /** Installs programs that tests need where that is allowed; else uses those that are there. */
  readonly installs: boolean;
}

const ROOT = ['lint', 'typecheck', 'test', 'imports'].map((name) => `//#root:${name}`);

/** By name, as in `npm run test:quick`; `npm test` is the one without a name. */
export const TIERS: Readonly<Record<'quick' | 'test' | 'full', Tier>> = {
  quick: {
    about: 'quick: lint, types and unit tests of the packages',
    tasks: [...ROOT, 'lint', 'typecheck', 'test'],
    args: ['--filter=./packages/*', '--filter=//'],
    runsPerProperty: 100,
    skipsSlow: true,
    installs: false,
  },
  test: {
    about: 'test: every package and tool, every runtime, a browser smoke of the site',
    tasks: [...ROOT, '//#root:knip', 'lint', 'typecheck', 'build', 'test'],
    args: [],
    runsPerProperty: 2000,
    skipsSlow: false,
    installs: true,
  },
  full: {
    about: 'full: everything, with full counts',
    tasks: [...ROOT, '//#root:knip', 'lint', 'typecheck', 'build', 'test', 'test:full'],
    args: [],
    runsPerProperty: 25_000,
    skipsSlow: false,
    installs: true,
  },
};

/** Reads `[TIER] [argument of turbo …]`. */
export function readTier([first, ...rest]: readonly string[]): [Tier, readonly string[]] {
  if (first === undefined || first.startsWith('-'))
    return [TIERS.test, first === undefined ? [] : [first, ...rest]];
  if (first in TIERS) return [TIERS[first as keyof typeof TIERS], rest];
  throw new Error(
    `There is no tier ${first}; there are ${Object.keys(TIERS).join(', ')}. ` +
      'For one package: npm test -- --filter=@beta-headers/core',
  );
}
