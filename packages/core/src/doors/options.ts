/** What a compiler says to a program with types, said to the others before the first request. */
import { PLATFORMS } from '../platforms.ts';
import type { PlanOptions, Policy } from '../types.ts';

const POLICIES: { readonly [K in keyof Policy]-?: readonly Policy[K][] } = {
  missing: ['add', 'report', 'throw'],
  unsupported: ['auto', 'drop', 'strip', 'throw', 'pass'],
  renamed: ['rename', 'pass'],
  unknown: ['pass', 'drop', 'throw'],
  graduated: ['auto', 'keep', 'drop'],
  conflict: ['throw', 'report'],
};

/** @throws {TypeError} for a platform, a policy, a list or a function that is none; the message says what may stand there */
export function checkOptions(options: unknown): void {
  if (typeof options !== 'object' || options === null)
    throw new TypeError('options: give an object, or nothing');
  const {
    platform,
    policy = {},
    always,
    rejected,
    recover,
    onDecision,
  } = options as PlanOptions & { recover?: unknown; onDecision?: unknown };
  oneOf('platform', platform, PLATFORMS);
  if (typeof policy !== 'object' || policy === null)
    throw new TypeError("policy: give an object, such as { missing: 'report' }");
  for (const [line, value] of Object.entries(policy)) {
    oneOf('policy', line, Object.keys(POLICIES));
    oneOf(`policy.${line}`, value, POLICIES[line as keyof Policy]);
  }
  for (const [name, list] of Object.entries({ always, rejected })) {
    if (
      list !== undefined &&
      !(Array.isArray(list) && list.every((item) => typeof item === 'string'))
    )
      throw new TypeError(`${name}: give a list of names`);
  }
  if (recover && typeof recover !== 'function')
    throw new TypeError('recover: write betaRecovery(), or betaRecovery({ maxRetries, memory })');
  if (onDecision && typeof onDecision !== 'function')
    throw new TypeError('onDecision: give a function that takes a decision');
}

function oneOf(name: string, value: unknown, values: readonly unknown[]): void {
  if (value !== undefined && !values.includes(value))
    throw new TypeError(`${name}: ${JSON.stringify(value)} is not one of ${values.join(', ')}`);
}
