/** The features that a request uses, and whether they exist on the platform. */
import type { CatalogAvailability, CatalogFeature, CatalogUse } from '@beta-headers/manifest';
import { findRuling, type Ruling } from './claims.ts';
import { type Met, meet } from './conditions.ts';
import { type Doubt, doubtOf, type Findings } from './finding.ts';
import { type Refusal, unavailable } from './refusal.ts';
import type { Reading } from './request.ts';

/** A place where a request uses a feature. */
export interface UsedAt extends Met {
  readonly feature: CatalogFeature;
  /** The form of the feature, for claims that are about forms. */
  readonly shape: string | undefined;
}

/** Every use of every feature, in the order of the catalog. */
export function findUses(reading: Reading): UsedAt[] {
  return reading.catalog.features.flatMap((feature) =>
    withoutVague(feature.uses.flatMap((use) => usesOf(feature, use, reading))),
  );
}

function usesOf(feature: CatalogFeature, use: CatalogUse, reading: Reading): UsedAt[] {
  return meet(use, reading).map((met) => ({ ...met, feature, shape: shapeOf(use, met) }));
}

/** Its name, else the value that was asked for. */
function shapeOf(use: CatalogUse, { hit }: Met): string | undefined {
  if (use.shape !== undefined) return use.shape;
  return hit && (use.is !== undefined || use.in !== undefined) ? String(hit.value) : undefined;
}

/**
 * Where one rule names the form that is used in a place, another that asks for the place alone adds
 * nothing.
 */
function withoutVague(uses: readonly UsedAt[]): UsedAt[] {
  const keyOf = ({ view, hit }: UsedAt): string =>
    hit ? JSON.stringify([view.prefix, hit.path]) : '';
  const formed = new Set(uses.filter(({ shape }) => shape !== undefined).map(keyOf));
  return uses.filter((use) => use.shape !== undefined || !formed.has(keyOf(use)));
}

/** Whether a feature exists where it is used. */
export const availabilityOf = (use: UsedAt, reading: Reading): Ruling<CatalogAvailability> =>
  findRuling(use.feature.availability[reading.request.platform] ?? [], reading, {
    model: use.view.modelId,
    shape: use.shape,
  });

/** Judges every use: what does not exist is refused, and of what nobody knows nobody knows. */
export function judgeFeatures(uses: readonly UsedAt[], reading: Reading): Findings {
  const refusals: Refusal[] = [];
  const doubts = new Map<string, Doubt>();
  for (const use of uses) {
    const ruling = availabilityOf(use, reading);
    const { name } = use.feature;
    if (ruling.status === 'unavailable') refusals.push(unavailable(reading, use, ruling));
    else if (ruling.doubt) doubts.set(name, doubtOf(ruling.doubt, 'availability', name));
  }
  return { refusals, doubts: [...doubts.values()] };
}
