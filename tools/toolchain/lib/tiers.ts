/** The test tiers: the turbo tasks of each, and the number of runs per property. */

/** A test tier. */
export interface Tier {
  readonly about: string;
  readonly tasks: readonly string[];
  /** Further arguments of turbo. */
  readonly args: readonly string[];
  /** Generated requests per property of core, from a fixed seed. */
  readonly runsPerProperty: number;
  /** Skips the files called `*.slow.test.ts`. */
  readonly skipsSlow: boolean;
  /** Installs missing programs that tests need, if allowed. */
  readonly installs: boolean;
}

const ROOT = ['lint', 'typecheck', 'test', 'imports', 'words'].map((name) => `//#root:${name}`);

/** Keyed by name, as in `npm run test:quick`. `npm test` runs `test`. */
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
    about: 'test: every package and tool, every runtime, a smoke test of the site in a browser',
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

/** Parses `[TIER] [argument of turbo …]`. */
export function readTier([first, ...rest]: readonly string[]): [Tier, readonly string[]] {
  if (first === undefined || first.startsWith('-'))
    return [TIERS.test, first === undefined ? [] : [first, ...rest]];
  if (first in TIERS) return [TIERS[first as keyof typeof TIERS], rest];
  throw new Error(
    `Unknown tier ${first}. The tiers are ${Object.keys(TIERS).join(', ')}. ` +
      'To test one package: npm test -- --filter=@beta-headers/core',
  );
}
