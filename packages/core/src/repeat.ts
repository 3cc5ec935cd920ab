/**
 * Reuses the plan of an earlier request that is the same in everything that the engine reads. A
 * program sends the same betas with the same features again and again, and only its text differs.
 */
import { findBetaPlacement } from '@beta-headers/grammar';
import type { EngineCatalog } from './catalog/types.ts';
import type { Matched, MatchedParams } from './collect/match.ts';
import type { Hits, Path } from './collect/walk.ts';
import type { Settings } from './decide/context.ts';
import type { RequestFacts } from './request/read.ts';
import type { BetaPlan, Decision } from './types.ts';

/** A plan, and all that it was made from besides its key. */
interface Kept {
  readonly settings: Settings;
  readonly matched: Matched;
  readonly plan: BetaPlan;
}

/** The number of plans that are kept for a catalog. The oldest are forgotten first. */
const MAX_KEPT = 100;
/** A longer key is that of an unusual request. */
const MAX_KEY = 1000;
/** A plan with more places is not kept. */
const MAX_PLACES = 50;
const plans = new WeakMap<EngineCatalog<string>, Map<string, Kept>>();

/**
 * Returns a copy of the plan of an earlier request if everything that `make` reads is the same,
 * else the plan that `make` makes.
 */
export function reusePlan(
  facts: RequestFacts,
  settings: Settings,
  matched: Matched,
  make: () => BetaPlan,
): BetaPlan {
  const [params] = matched.params;
  if (!params || !isComparable(facts, params)) return make();
  const kept = findKept(settings.catalog);
  const key = toKey(facts, params);
  const known = kept.get(key);
  if (known && isSame(known, settings, matched)) return copyPlan(known.plan);
  const plan = make();
  const isKept = !('body' in plan) && key.length <= MAX_KEY && countPlaces(params) <= MAX_PLACES;
  if (isKept) keep(kept, key, { settings, matched, plan: copyPlan(plan) });
  return plan;
}

function findKept(catalog: EngineCatalog<string>): Map<string, Kept> {
  let kept = plans.get(catalog);
  if (!kept) {
    kept = new Map();
    plans.set(catalog, kept);
  }
  return kept;
}

/**
 * Tests if the key and the places are all that the decisions read. They read more of a batch, of a
 * body with betas in it, and of an unknown field, which a policy may drop.
 */
function isComparable(
  { route, leaks }: RequestFacts,
  { unknown, unknownKeys, modelParam }: MatchedParams,
): boolean {
  return (
    route.params === 'body' &&
    findBetaPlacement(route.form) === 'header' &&
    leaks.length + unknown.length + unknownKeys.length === 0 &&
    modelParam !== 'odd'
  );
}

/** The rules stand for the platform and the endpoint: see {@link isSame}. */
const toKey = (
  { header, apiVersion, found }: RequestFacts,
  { model, modelParam }: MatchedParams,
): string => {
  const start = `${found.from} ${apiVersion} ${modelParam} ${model}`;
  return header === undefined ? start : `${start}: ${header}`;
};

function isSame(known: Kept, settings: Settings, matched: Matched): boolean {
  return (
    known.matched.rules === matched.rules &&
    isSameSettings(known.settings, settings) &&
    isSameHits(known.matched.params, matched.params)
  );
}

function isSameSettings(a: Settings, b: Settings): boolean {
  return (
    a.today === b.today &&
    a.observes === b.observes &&
    a.refusesChange === b.refusesChange &&
    isSameList(a.always, b.always) &&
    a.rejected.size === b.rejected.size &&
    [...a.rejected].every((name) => b.rejected.has(name)) &&
    isSamePolicy(a.policy, b.policy)
  );
}

function isSamePolicy(a: Settings['policy'], b: Settings['policy']): boolean {
  if (a === b) return true;
  const lines = Object.keys(a) as (keyof typeof a)[];
  return lines.every((line) => a[line] === b[line]);
}

function isSameHits([a]: Matched['params'], [b]: Matched['params']): boolean {
  if (a?.hits.size !== b?.hits.size) return false;
  for (const [probe, { at }] of a?.hits ?? []) {
    const other = b?.hits.get(probe);
    if (!other || !isSamePlaces(at, other.at)) return false;
  }
  return true;
}

const isSamePlaces = (a: Hits['at'], b: Hits['at']): boolean =>
  a.length === b.length && a.every((path, i) => isSameList(path, b[i] as Path));

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

function countPlaces({ hits }: MatchedParams): number {
  let count = 0;
  for (const { at } of hits.values()) count += at.length;
  return count;
}

function keep(kept: Map<string, Kept>, key: string, entry: Kept): void {
  kept.delete(key);
  kept.set(key, entry);
  if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value as string);
}

/** Copies a plan, which its receiver may change. */
function copyPlan(plan: BetaPlan): BetaPlan {
  return { ...plan, betas: [...plan.betas], decisions: plan.decisions.map(copyDecision) };
}

const copyDecision = (decision: Decision): Decision =>
  decision.at ? { ...decision, at: [...decision.at] } : { ...decision };
