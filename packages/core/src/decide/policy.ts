/** The policy of each mode. */
import type { Mode, Policy } from '../types.ts';

/**
 * A policy with every line. Two values of `unavailable` exist only as defaults of modes:
 * `strip-safe` removes features that only affect cost or speed and refuses the rest; `strip-lossy`
 * also removes features that change the answer, and refuses those that break the request.
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
 * The default of each line, by mode. `observe` decides like `repair`, but its decisions are not
 * applied.
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

/** The allowed values of each line. */
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

/** Merges the given lines into a mode's policy. Invalid values are ignored. */
export function resolvePolicy(mode: Mode, policy: Policy | undefined): ResolvedPolicy {
  if (!policy) return MODES[mode];
  const lines = Object.entries(policy).filter(([line, value]) => isPolicyValue(line, value));
  return { ...MODES[mode], ...Object.fromEntries(lines) };
}

/** Tests if a value is allowed for a line of the policy. */
function isPolicyValue(line: string, value: unknown): boolean {
  return (
    Object.hasOwn(POLICY_VALUES, line) &&
    POLICY_VALUES[line as keyof Policy].includes(value as string)
  );
}
