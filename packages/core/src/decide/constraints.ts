/** Decides about constraints, once the betas to send are known. */
import type { Constraint } from '../catalog/types.ts';
import type { ConstraintHit } from '../collect/collect.ts';
import type { Work } from './work.ts';

/** Decides about every constraint whose conditions are all met. */
export function decideConstraints(work: Work): void {
  for (const hit of work.collected.constraints) {
    if (!hit.betas.every((id) => work.sent.has(id))) continue;
    if (hit.isOpen) decideOpen(hit, work);
    else if (hit.constraint.isConflict) decideConflict(hit, work);
    else decideConstraint(hit, work);
  }
}

/** Decides about a constraint for certain models if the model may be one of them. */
function decideOpen({ feature, constraint, at }: ConstraintHit, { policy, journal }: Work): void {
  if (constraint.outcome !== 400) return;
  journal.add({
    feature: feature.name,
    action: policy.unverified === 'refuse' ? 'refused' : 'sent',
    reason: 'constraint',
    confidence: 'unknown',
    dependsOn: 'model',
    at,
  });
}

/** Decides about two betas that are refused together, whatever the body contains. */
function decideConflict({ betas, constraint }: ConstraintHit, { policy, journal }: Work): void {
  const [beta = '', conflictsWith = ''] = betas;
  const refuses = policy.conflict === 'refuse';
  if (refuses) journal.forget(beta);
  journal.add({
    beta,
    conflictsWith,
    reason: 'conflict',
    action: refuses ? 'refused' : 'sent',
    level: refuses ? 'error' : 'warn',
    fix: constraint.fix,
  });
}

function decideConstraint(hit: ConstraintHit, { policy, journal }: Work): void {
  const { feature, constraint, at, betas } = hit;
  const refused = policy.constraint === 'refuse' ? 'refused' : 'sent';
  const action = constraint.outcome === 400 ? refused : 'ignored';
  journal.add({
    feature: feature.name,
    beta: betas[0],
    action,
    reason: 'constraint',
    at,
    dependsOn: findOnlyCondition(constraint),
    level: action === 'refused' ? 'error' : 'warn',
    fix: constraint.fix,
  });
}

/** Finds the condition that decides, if the constraint is about a single one. */
function findOnlyCondition({ all }: Constraint): 'model' | 'endpoint' | undefined {
  const [first, second] = all.filter((one) => !('absent' in one));
  if (first === undefined || second !== undefined) return undefined;
  if ('beta' in first || 'absent' in first) return undefined;
  if (first.model) return 'model';
  return first.endpoint ? 'endpoint' : undefined;
}
