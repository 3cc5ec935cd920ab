/** The betas that a request needs, by the rules of the catalog. */
import type { CatalogAcceptance, CatalogBeta, CatalogRule } from '@beta-headers/manifest';
import type { Ruling } from './claims.ts';
import { type Met, meet } from './conditions.ts';
import type { UsedAt } from './features.ts';
import type { Findings } from './finding.ts';
import { refuseMissing } from './refusal.ts';
import type { Reading } from './request.ts';
import { findAcceptance, findBeta } from './values.ts';

/** A rule that the request meets, at one place. */
export interface Need extends Met {
  readonly beta: CatalogBeta;
  readonly rule: CatalogRule;
  /** Any of these values satisfies it. Empty: the platform accepts none for this model. */
  readonly satisfiedBy: readonly string[];
}

/** Finds every need of the request, satisfied or not, in the order of the catalog. */
export function findNeeds(uses: readonly UsedAt[], reading: Reading): Need[] {
  const used = new Set(uses.map(({ feature }) => feature.name));
  return reading.catalog.betas.flatMap((beta) =>
    beta.requires.flatMap((rule) => {
      // The same for all places of a model, of which a body may have a million.
      const byModel = new Map<string | undefined, readonly string[]>();
      return meet(rule, reading).map((met) => {
        const model = met.view.modelId;
        const satisfiedBy = byModel.get(model) ?? findSatisfiers(beta, rule, used, model, reading);
        byModel.set(model, satisfiedBy);
        return { ...met, beta, rule, satisfiedBy };
      });
    }),
  );
}

/**
 * Finds the betas of a rule that the platform accepts, and for rejected ones the values that it
 * wants instead, for features that are used.
 */
function findSatisfiers(
  beta: CatalogBeta,
  rule: CatalogRule,
  used: ReadonlySet<string>,
  model: string | undefined,
  reading: Reading,
): string[] {
  const rulingOf = (id: string): Ruling<CatalogAcceptance> | undefined => {
    const known = findBeta(reading.catalog, id);
    return known && findAcceptance(known, reading, model);
  };
  const names = (rule.choice ?? [beta.id]).flatMap((id) => {
    const ruling = rulingOf(id);
    if (ruling?.status !== 'rejected') return [id];
    const instead = ruling.claim?.instead ?? [];
    return instead.filter((entry) => used.has(entry.for)).map((entry) => entry.send);
  });
  return [...new Set(names)].filter((id) => rulingOf(id)?.status !== 'rejected');
}

/** Judges every need: without any of the values that satisfy it, the request is refused. */
export function judgeNeeds(needs: readonly Need[], reading: Reading): Findings {
  const unmet = needs.filter(({ satisfiedBy }) => !satisfiedBy.some(isIn(reading.sent)));
  return { refusals: unmet.map((need) => refuseMissing(reading, need)), doubts: [] };
}

const isIn =
  (sent: readonly string[]) =>
  (id: string): boolean =>
    sent.includes(id);
