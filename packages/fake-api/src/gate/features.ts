/** The features that a request uses, and whether they exist on the platform. */
import type { CatalogAvailability, CatalogFeature, CatalogUse } from '@beta-headers/manifest';
import { findRuling, type Ruling } from './claims.ts';
import { type Met, meet } from './conditions.ts';
import { type Doubt, type Findings, makeDoubt } from './finding.ts';
import { type Refusal, refuseUnavailable } from './refusal.ts';
import type { Reading, View } from './request.ts';
import type { Hit } from './walk.ts';

/** A place where a request uses a feature. */
export interface UsedAt extends Met {
  readonly feature: CatalogFeature;
  /** The form of the feature, for claims that are about forms. */
  readonly shape: string | undefined;
}

/** Finds every use of every feature, in the order of the catalog. */
export function findUses(reading: Reading): UsedAt[] {
  return reading.catalog.features.flatMap((feature) =>
    removeVague(feature.uses.flatMap((use) => findUsesOf(feature, use, reading))),
  );
}

function findUsesOf(feature: CatalogFeature, use: CatalogUse, reading: Reading): UsedAt[] {
  return meet(use, reading).map((met) => ({ ...met, feature, shape: readShape(use, met) }));
}

/** Reads the name of the form; by default the value that the rule looks for. */
function readShape(use: CatalogUse, { hit }: Met): string | undefined {
  if (use.shape !== undefined) return use.shape;
  return hit && (use.is !== undefined || use.in !== undefined) ? String(hit.value) : undefined;
}

/** Removes uses without a form at places where another rule names the form. */
function removeVague(uses: readonly UsedAt[]): readonly UsedAt[] {
  const formed = uses.filter(({ shape }) => shape !== undefined);
  if (formed.length === 0 || formed.length === uses.length) return uses;
  const places = new Places();
  const known = new Set(formed.map((use) => places.number(use)));
  return uses.filter((use) => use.shape !== undefined || !known.has(places.number(use)));
}

/**
 * Numbers the places of a body. The same place always gets the same number. Paths as keys would
 * take quadratic time and memory in a deeply nested body.
 */
class Places {
  readonly #views = new Map<View, number>();
  readonly #below = new Map<number, Map<string | number, number>>();
  readonly #seen = new WeakMap<Hit, number>();
  #last = 0;

  /** Returns the number of a place; 0 for the endpoint itself. */
  number({ view, hit }: Met): number {
    if (!hit) return 0;
    const open: Hit[] = [];
    let place: Hit | undefined = hit;
    while (place?.parent && !this.#seen.has(place)) {
      open.push(place);
      place = place.parent;
    }
    const known = place && this.#seen.get(place);
    let number = known ?? this.#next(this.#views, view);
    for (let below = open.pop(); below; below = open.pop()) {
      const names = this.#below.get(number) ?? new Map<string | number, number>();
      this.#below.set(number, names);
      number = this.#next(names, below.name);
      this.#seen.set(below, number);
    }
    return number;
  }

  #next<K>(numbers: Map<K, number>, key: K): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    this.#last++;
    numbers.set(key, this.#last);
    return this.#last;
  }
}

/** Finds the availability of a feature where it is used. */
const findAvailability = (use: UsedAt, reading: Reading): Ruling<CatalogAvailability> =>
  findRuling(use.feature.availability[reading.request.platform] ?? [], reading, {
    model: use.view.modelId,
    shape: use.shape,
  });

/** Judges every use. An unavailable feature is refused; an unknown one raises a doubt. */
export function judgeFeatures(uses: readonly UsedAt[], reading: Reading): Findings {
  const refusals: Refusal[] = [];
  const doubts = new Map<string, Doubt>();
  for (const use of uses) {
    const ruling = findAvailability(use, reading);
    const { name } = use.feature;
    if (ruling.status === 'unavailable') refusals.push(refuseUnavailable(reading, use, ruling));
    else if (ruling.doubt) doubts.set(name, makeDoubt(ruling.doubt, 'availability', name));
  }
  return { refusals, doubts: [...doubts.values()] };
}
