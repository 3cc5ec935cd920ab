/** Rules of both versions, taken apart into alternatives that can be compared. */
import { below, type Item, itemAt, type Place } from './item.ts';
import { listOf, type NewBeta, type NewFeature, type OldBeta, type Rule } from './shapes.ts';
import { noteItems } from './texts.ts';

const PLACE_KEYS = [
  'at',
  'is',
  'in',
  'nonEmpty',
  'above',
  'endpoint',
  'model',
  'platform',
  'apiVersion',
] as const;

const orNone = <T>(values: readonly T[]): readonly (T | null)[] =>
  values.length === 0 ? [null] : values;

/**
 * The alternatives of a rule: `in`, and lists of endpoints, models and platforms, mean "any of
 * these", so a rule with a list says the same as one rule for each entry.
 */
export function alternativesOf(rule: Rule): string[] {
  const test = rule.above !== undefined ? { above: rule.above } : { nonEmpty: rule.nonEmpty };
  const values = rule.in ?? (rule.is === undefined ? [] : [rule.is]);
  const alternatives: string[] = [];
  for (const value of orNone(values))
    for (const endpoint of orNone(listOf(rule.endpoint)))
      for (const model of orNone(rule.model ?? []))
        for (const platform of orNone(rule.platform ?? []))
          alternatives.push(
            JSON.stringify([
              { at: rule.at, value, ...test, endpoint, model, platform },
              { apiVersion: rule.apiVersion, where: rule.where, unless: rule.unless },
            ]),
          );
  return alternatives;
}

/** The same without what tells only that a header is needed: platform, model, API version. */
const asUse = ({ at, is, in: oneOf, nonEmpty, above, endpoint, where, unless }: Rule): Rule =>
  JSON.parse(JSON.stringify({ at, is, in: oneOf, nonEmpty, above, endpoint, where, unless }));

/** Items for the rules that opened a beta: each alternative has to be one that requires it. */
export function requiredItems(place: Place, old: OldBeta, now: NewBeta): Item[] {
  return (old.opens ?? []).flatMap((rule, i) => {
    const at = below(below(place, 'opens'), i);
    const wanted = alternativesOf(rule);
    const matching = (now.requires ?? []).filter((other) =>
      alternativesOf(other).some((alternative) => wanted.includes(alternative)),
    );
    const have = new Set(matching.flatMap(alternativesOf));
    const found = wanted.every((alternative) => have.has(alternative));
    const near = (now.requires ?? []).filter((other) => other.at === rule.at);
    return [
      ...ruleItem(at, 'rule', rule, found, near),
      ...choiceItem(at, rule, matching),
      ...noteItems(
        below(at, 'note'),
        rule.note,
        matching.map(({ note }) => note),
      ),
    ];
  });
}

/** Items for what a beta opened once: it has to be among what uses the feature. */
export function formerItems(place: Place, old: OldBeta, now: NewFeature): Item[] {
  const required = now.betas.flatMap(({ requires }) => requires ?? []).map(asUse);
  const uses = [...(now.uses ?? []), ...required];
  const have = new Set(uses.flatMap(alternativesOf));
  return (old.formerly ?? []).flatMap((rule, i) => {
    const at = below(below(place, 'formerly'), i);
    const found = alternativesOf(rule).every((alternative) => have.has(alternative));
    const near = uses.filter((other) => other.at === rule.at);
    return [
      ...ruleItem(at, 'former rule', rule, found, near),
      ...noteItems(
        below(at, 'note'),
        rule.note,
        near.map(({ note }) => note),
      ),
    ];
  });
}

function ruleItem(
  at: Place,
  kind: 'rule' | 'former rule',
  { note: _, choice: __, ...shown }: Rule,
  found: boolean,
  near: readonly Rule[],
): Item[] {
  const hint =
    near.length === 0
      ? 'no rule there has this `at`'
      : `there is ${near.map(({ note: _, ...rule }) => JSON.stringify(rule)).join(' and ')}`;
  const covers = PLACE_KEYS.map((key) => below(at, key).path);
  return [itemAt(at, kind, shown, found, { hint, covers })];
}

function choiceItem(at: Place, { choice }: Rule, matching: readonly Rule[]): Item[] {
  if (choice === undefined) return [];
  const wanted = JSON.stringify(choice);
  const found =
    matching.length > 0 && matching.every((rule) => JSON.stringify(rule.choice) === wanted);
  const hint = `there is ${matching.map((rule) => JSON.stringify(rule.choice)).join(' and ')}`;
  return [itemAt(below(at, 'choice'), 'choice', choice, found, { hint })];
}
