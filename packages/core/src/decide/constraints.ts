/** Decides about what must not come together, once it is known what is sent. */
import type { ConstraintHit } from '../collect/collect.ts';
import type { Context } from './context.ts';
import type { Journal } from './journal.ts';

/** Decides about every constraint whose conditions are all met. */
export function decideConstraints(
  { collected, policy }: Context,
  journal: Journal,
  sent: ReadonlySet<string>,
): void {
  for (const hit of collected.constraints) {
    if (!hit.betas.every((id) => sent.has(id))) continue;
    if (hit.constraint.outcome === 'no-effect') add(hit, 'ignored', 'constraint', journal);
    else if (isConflict(hit)) addConflict(hit, policy.conflict, journal);
    else add(hit, policy.constraint === 'refuse' ? 'refused' : 'sent', 'constraint', journal);
  }
}

/** Two betas, whatever is in the body. */
const isConflict = ({ betas, at, constraint }: ConstraintHit): boolean =>
  betas.length > 1 && at.length === 0 && !constraint.all.some((part) => 'absent' in part);

function addConflict(
  { betas, constraint }: ConstraintHit,
  policy: 'refuse' | 'send',
  journal: Journal,
): void {
  const [beta = '', conflictsWith = ''] = betas;
  if (policy === 'refuse') journal.forget(beta);
  journal.add({
    beta,
    conflictsWith,
    reason: 'conflict',
    action: policy === 'refuse' ? 'refused' : 'sent',
    level: policy === 'refuse' ? 'error' : 'warn',
    ...(constraint.fix && { fix: constraint.fix }),
  });
}

function add(
  { feature, constraint, at, betas }: ConstraintHit,
  action: 'refused' | 'sent' | 'ignored',
  reason: 'constraint',
  journal: Journal,
): void {
  const [beta] = betas;
  journal.add({
    ...(beta === undefined ? { feature: feature.name } : { beta }),
    action,
    reason,
    at,
    level: action === 'refused' ? 'error' : 'warn',
    ...(constraint.fix && { fix: constraint.fix }),
  });
}
