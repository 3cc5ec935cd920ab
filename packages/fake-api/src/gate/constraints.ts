/** Combinations that a platform refuses. */
import type { CatalogCondition, CatalogConstraint } from '@beta-headers/manifest';
import { isInScope, isMetIn, type Met, meetIn } from './conditions.ts';
import type { Doubt, Findings } from './finding.ts';
import { type Refusal, refuseConflict, refuseConstraint } from './refusal.ts';
import type { Reading, View } from './request.ts';

/** A constraint, its conditions by kind. */
export interface Parts {
  readonly betas: readonly string[];
  readonly conditions: readonly CatalogCondition[];
  readonly absent: readonly CatalogCondition[];
}

/** Judges every constraint of every feature. A combination without effect passes. */
export function judgeConstraints(reading: Reading): Findings {
  const refusals: Refusal[] = [];
  const doubts: Doubt[] = [];
  for (const feature of reading.catalog.features) {
    for (const constraint of feature.constraints) {
      if (constraint.outcome !== 400) continue;
      const refusal = refuseBy(constraint, reading);
      if (refusal) refusals.push(refusal);
      else if (mayRefuse(constraint, reading))
        doubts.push({ code: 'depends-on-model', subject: feature.name });
    }
  }
  return { refusals, doubts };
}

/**
 * Tests if a constraint is met except for its models, and the model is unknown or new, so that it
 * may be one of them.
 */
function mayRefuse(constraint: CatalogConstraint, reading: Reading): boolean {
  const { betas, conditions, absent } = sortParts(constraint);
  if (!conditions.some(({ model }) => model)) return false;
  if (!betas.every((id) => reading.sent.includes(id))) return false;
  const open = { betas, absent, conditions: conditions.map(({ model: _, ...rest }) => rest) };
  return reading.views.some(
    (view) => !reading.knowsModel(view.modelId) && meetAll(open, reading, view) !== undefined,
  );
}

function refuseBy(constraint: CatalogConstraint, reading: Reading): Refusal | undefined {
  const parts = sortParts(constraint);
  if (!parts.betas.every((id) => reading.sent.includes(id))) return undefined;
  if (![...parts.conditions, ...parts.absent].every((part) => isInScope(part, reading)))
    return undefined;
  const isAboutBody = [...parts.conditions, ...parts.absent].some(({ at }) => at !== undefined);
  for (const view of isAboutBody ? reading.views : [reading.whole]) {
    const met = meetAll(parts, reading, view);
    if (!met) continue;
    return isAboutBody ? refuseConstraint(parts, met) : refuseConflict(reading, parts.betas);
  }
  return undefined;
}

function sortParts({ all }: CatalogConstraint): Parts {
  return {
    betas: all.flatMap((part) => ('beta' in part ? [part.beta] : [])),
    conditions: all.flatMap((part) => ('beta' in part || 'absent' in part ? [] : [part])),
    absent: all.flatMap((part) => ('absent' in part ? [part.absent] : [])),
  };
}

/** Finds the first place of each condition; `undefined` if they are not all met. */
function meetAll(parts: Parts, reading: Reading, view: View): Met[] | undefined {
  const met = parts.conditions.map((condition) => meetIn(condition, reading, view)[0]);
  if (met.includes(undefined)) return undefined;
  if (parts.absent.some((condition) => isMetIn(condition, reading, view))) return undefined;
  return met as Met[];
}
