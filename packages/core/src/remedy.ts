/** The option that would change a refusal. */
import type { Decision, Policy, Reason } from './types.ts';

/** The values of a line of the policy, with the effect of each. */
interface Remedy {
  readonly line: keyof Policy;
  readonly values: { readonly [value: string]: string };
}

const SEND = 'sends it anyway';
const UNAVAILABLE: Remedy = {
  line: 'unavailable',
  values: { strip: 'takes the feature out of the body', send: SEND },
};
const REJECTED: Remedy = { line: 'rejected', values: { drop: 'leaves it out', send: SEND } };

/** The remedies by reason. If a reason is missing here, the request itself has to change. */
const REMEDIES: { readonly [R in Reason]?: Remedy } = {
  needed: { line: 'missing', values: { add: 'adds it' } },
  unavailable: UNAVAILABLE,
  rejected: REJECTED,
  'rejected-before': REJECTED,
  instead: { line: 'instead', values: { replace: 'sends the other value' } },
  constraint: { line: 'constraint', values: { send: SEND } },
  conflict: { line: 'conflict', values: { send: SEND } },
  'unknown-beta': { line: 'unknownBeta', values: { drop: 'leaves it out', send: SEND } },
  'unknown-acceptance': { line: 'unverified', values: { drop: 'leaves it out', send: SEND } },
  'unknown-availability': { line: 'unverified', values: { send: SEND } },
  'unknown-field': { line: 'unknownField', values: { drop: 'leaves it out', send: SEND } },
};

/** Reasons that the option `platform` can change. */
const BY_PLATFORM: ReadonlySet<Reason> = new Set(['platform-mismatch', 'unknown-platform']);

/** Reasons for which only the mode `strict` refuses. */
const BY_MODE: ReadonlySet<Reason> = new Set([
  'spelling',
  'misplaced',
  'malformed',
  'empty-header',
]);

/**
 * Lists the options that let a refused request pass, with one sentence for each line of the policy.
 */
export function listRemedies(decisions: readonly Decision[]): string[] {
  return [...new Set(decisions.flatMap((decision) => describeRemedy(decision) ?? []))];
}

function describeRemedy({ action, reason, at }: Decision): string | undefined {
  if (action !== 'refused' && action !== 'missing') return undefined;
  if (BY_PLATFORM.has(reason))
    return "Correct the option platform, or leave it out: 'auto' reads it from the host.";
  if (BY_MODE.has(reason)) return "The mode 'repair' corrects it.";
  // A beta that the body needs cannot be left out alone; its feature goes with it.
  const isNeeded = (reason === 'rejected' || reason === 'rejected-before') && at !== undefined;
  const remedy = isNeeded ? UNAVAILABLE : REMEDIES[reason];
  if (!remedy) return undefined;
  const values = Object.entries(remedy.values).map(([value, does]) => `'${value}' (${does})`);
  return `To change that, set policy.${remedy.line} to ${values.join(' or ')}.`;
}
