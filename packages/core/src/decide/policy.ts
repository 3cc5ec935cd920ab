/** What to do in each case, by mode. */
import type { Mode, Policy } from '../types.ts';

/**
 * A policy with every line. Two values of `unavailable` are only the defaults of modes:
 * `strip-safe` takes out what is a matter of cost or speed and refuses the rest; `strip-lossy` also
 * takes out what changes the answer, and refuses what breaks it.
 */
export type ResolvedPolicy = {
  readonly [K in Exclude<keyof Policy, 'unavailable'>]-?: NonNullable<Policy[K]>;
} & { readonly unavailable: NonNullable<Policy['unavailable']> | 'strip-safe' | 'strip-lossy' };

const REPAIR: ResolvedPolicy = {
  missing: 'add',
  rejected: 'drop',
  unavailable: 'strip-safe',
  constraint: 'refuse',
  conflict: 'refuse',
  instead: 'replace',
  unknownBeta: 'send',
  unverified: 'send',
  unknownField: 'send',
  graduated: 'auto',
};

/**
 * The default of each line, by mode. `observe` decides like `repair`; what it decided is not done.
 */
export const MODES: { readonly [M in Mode]: ResolvedPolicy } = {
  repair: REPAIR,
  strict: {
    ...REPAIR,
    missing: 'refuse',
    rejected: 'refuse',
    unavailable: 'refuse',
    instead: 'refuse',
    graduated: 'keep',
  },
  observe: { ...REPAIR, missing: 'report', graduated: 'keep' },
  gateway: { ...REPAIR, unavailable: 'strip-lossy' },
};

/** The values that each line may have. */
export const POLICY_VALUES: { readonly [K in keyof Policy]-?: readonly string[] } = {
  missing: ['add', 'refuse', 'report'],
  rejected: ['drop', 'refuse', 'send'],
  unavailable: ['refuse', 'strip', 'send'],
  constraint: ['refuse', 'send'],
  conflict: ['refuse', 'send'],
  instead: ['replace', 'send', 'refuse'],
  unknownBeta: ['send', 'drop', 'refuse'],
  unverified: ['send', 'drop', 'refuse'],
  unknownField: ['send', 'drop', 'refuse'],
  graduated: ['auto', 'keep', 'drop'],
};

/**
 * The policy of a mode, with the lines that are given. A value that is none counts as not given.
 */
export function resolvePolicy(mode: Mode, policy: Policy | undefined): ResolvedPolicy {
  const lines = Object.entries(policy ?? {}).filter(([line, value]) => isPolicyValue(line, value));
  return { ...MODES[mode], ...Object.fromEntries(lines) };
}

/** Tests if a line of the policy may have a value. */
export function isPolicyValue(line: string, value: unknown): boolean {
  return (
    Object.hasOwn(POLICY_VALUES, line) &&
    POLICY_VALUES[line as keyof Policy].includes(value as string)
  );
}
