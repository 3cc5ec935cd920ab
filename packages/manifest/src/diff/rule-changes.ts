/** Changes of rules, uses, constraints and substitutes. */
import { isSame, toCanonicalJson } from '../canonical-json.ts';
import { deriveUses } from '../catalog-conditions.ts';
import type {
  Catalog,
  CatalogBeta,
  CatalogFeature,
  CatalogRule,
  CatalogUse,
} from '../catalog-types.ts';
import type { Evidence, Localized } from '../schema/index.ts';
import { type Change, type ConstraintValue, makeChange, type SubstituteValue } from './change.ts';

/** Lists the changes of a beta's rules. A rule is identified by its place and test. */
export function* diffRules(was: CatalogBeta, is: CatalogBeta): Generator<Change> {
  const key = (rule: CatalogRule): string =>
    toCanonicalJson([
      rule.at,
      rule.endpoint,
      rule.is,
      rule.in,
      rule.nonEmpty,
      rule.above,
      rule.where,
    ]);
  for (const [before, rule] of pairByKey(was.requires, is.requires, key)) {
    if (!before) yield makeChange('rule-added', is.id, { rule: omitNote(rule as CatalogRule) });
    else if (!rule) yield makeChange('rule-removed', is.id, { rule: omitNote(before) });
    else if (!isSame(omitNote(before), omitNote(rule)))
      yield makeChange('rule-changed', is.id, {
        was: omitNote(before),
        is: omitNote(rule),
      });
    else if (!isSame(before.note, rule.note))
      yield makeChange('text-changed', is.id, { key: 'requires' });
  }
}

/** Lists the changes of a feature's authored uses. */
export function* diffUses(
  was: CatalogFeature,
  is: CatalogFeature,
  before: Catalog,
  after: Catalog,
): Generator<Change> {
  const [old, now] = [listAuthoredUses(was, before), listAuthoredUses(is, after)];
  for (const [previous, use] of pairByKey(old, now, (one) => toCanonicalJson(omitNote(one)))) {
    if (!previous) yield makeChange('use-added', is.name, { use: omitNote(use as CatalogUse) });
    else if (!use) yield makeChange('use-removed', is.name, { use: omitNote(previous) });
    else if (!isSame(previous.note, use.note))
      yield makeChange('text-changed', is.name, { key: 'uses' });
  }
}

function listAuthoredUses(feature: CatalogFeature, { betas }: Catalog): CatalogUse[] {
  const rules = betas.filter((beta) => beta.feature === feature.name).flatMap((b) => b.requires);
  const derived = new Set(deriveUses(rules).map(toCanonicalJson));
  return feature.uses.filter((use) => !derived.has(toCanonicalJson(use)));
}

/** Lists the changes of a feature's constraints and substitutes. */
export function* diffCombinations(was: CatalogFeature, is: CatalogFeature): Generator<Change> {
  yield* diffByValue(is.name, 'constraints', was.constraints, is.constraints, {
    value: ({ all, outcome, fix }): ConstraintValue => ({ all, outcome, ...(fix && { fix }) }),
    added: (constraint) => makeChange('constraint-added', is.name, { constraint }),
    removed: (constraint) => makeChange('constraint-removed', is.name, { constraint }),
  });
  yield* diffByValue(is.name, 'substitutes', was.substitutes, is.substitutes, {
    value: ({ note: _, evidence: __, ...value }): SubstituteValue => value,
    added: (substitute) => makeChange('substitute-added', is.name, { substitute }),
    removed: (substitute) => makeChange('substitute-removed', is.name, { substitute }),
  });
}

interface Proven {
  readonly note?: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

interface ByValue<T, V> {
  readonly value: (item: T) => V;
  readonly added: (value: V) => Change;
  readonly removed: (value: V) => Change;
}

function* diffByValue<T extends Proven, V>(
  subject: string,
  key: string,
  was: readonly T[],
  is: readonly T[],
  { value, added, removed }: ByValue<T, V>,
): Generator<Change> {
  for (const [before, now] of pairByKey(was, is, (item) => toCanonicalJson(value(item)))) {
    if (!before) yield added(value(now as T));
    else if (!now) yield removed(value(before));
    else if (!isSame(before.note, now.note)) yield makeChange('text-changed', subject, { key });
    else if (!isSame(before.evidence, now.evidence))
      yield makeChange('evidence-changed', subject, { key });
  }
}

function omitNote<T extends { readonly note?: unknown }>({ note: _, ...rest }: T): Omit<T, 'note'> {
  return rest;
}

/** Pairs the items of two lists by their keys. */
export function* pairByKey<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
): Generator<[was: T | undefined, is: T | undefined]> {
  const old = new Map(before.map((item) => [key(item), item]));
  const now = new Map(after.map((item) => [key(item), item]));
  for (const k of new Set([...old.keys(), ...now.keys()])) yield [old.get(k), now.get(k)];
}
