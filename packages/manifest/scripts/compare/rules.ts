/** Compares the rules of both versions by their alternatives. */
import { createItem, extendPlace, type Item, type Place } from './item.ts';
import { type NewBeta, type NewFeature, type OldBeta, type Rule, toList } from './shapes.ts';
import { compareNote } from './texts.ts';

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

const withNone = <T>(values: readonly T[]): readonly (T | null)[] =>
  values.length === 0 ? [null] : values;

/**
 * Lists the alternatives of a rule. `in` and lists of endpoints, models and platforms mean "any of
 * these", so a rule with a list equals one rule for each entry.
 */
export function listAlternatives(rule: Rule): string[] {
  const test = rule.above !== undefined ? { above: rule.above } : { nonEmpty: rule.nonEmpty };
  const values = rule.in ?? (rule.is === undefined ? [] : [rule.is]);
  const alternatives: string[] = [];
  for (const value of withNone(values))
    for (const endpoint of withNone(toList(rule.endpoint)))
      for (const model of withNone(rule.model ?? []))
        for (const platform of withNone(rule.platform ?? []))
          alternatives.push(
            JSON.stringify([
              { at: rule.at, value, ...test, endpoint, model, platform },
              { apiVersion: rule.apiVersion, where: rule.where, unless: rule.unless },
            ]),
          );
  return alternatives;
}

/** Drops the conditions that are only about the header: platform, model, API version. */
const toUse = ({ at, is, in: oneOf, nonEmpty, above, endpoint, where, unless }: Rule): Rule =>
  JSON.parse(JSON.stringify({ at, is, in: oneOf, nonEmpty, above, endpoint, where, unless }));

/** Compares the rules of a beta. Each alternative must be one of `requires`. */
export function compareRequires(place: Place, old: OldBeta, now: NewBeta): Item[] {
  return (old.opens ?? []).flatMap((rule, i) => {
    const at = extendPlace(extendPlace(place, 'opens'), i);
    const wanted = listAlternatives(rule);
    const matching = (now.requires ?? []).filter((other) =>
      listAlternatives(other).some((alternative) => wanted.includes(alternative)),
    );
    const have = new Set(matching.flatMap(listAlternatives));
    const found = wanted.every((alternative) => have.has(alternative));
    const near = (now.requires ?? []).filter((other) => other.at === rule.at);
    return [
      ...compareRule(at, 'rule', rule, found, near),
      ...compareChoice(at, rule, matching),
      ...compareNote(
        extendPlace(at, 'note'),
        rule.note,
        matching.map(({ note }) => note),
      ),
    ];
  });
}

/** Compares the former rules of a beta, which must be among the uses of the feature. */
export function compareFormerRules(place: Place, old: OldBeta, now: NewFeature): Item[] {
  const required = now.betas.flatMap(({ requires }) => requires ?? []).map(toUse);
  const uses = [...(now.uses ?? []), ...required];
  const have = new Set(uses.flatMap(listAlternatives));
  return (old.formerly ?? []).flatMap((rule, i) => {
    const at = extendPlace(extendPlace(place, 'formerly'), i);
    const found = listAlternatives(rule).every((alternative) => have.has(alternative));
    const near = uses.filter((other) => other.at === rule.at);
    return [
      ...compareRule(at, 'former rule', rule, found, near),
      ...compareNote(
        extendPlace(at, 'note'),
        rule.note,
        near.map(({ note }) => note),
      ),
    ];
  });
}

function compareRule(
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
  const covers = PLACE_KEYS.map((key) => extendPlace(at, key).path);
  return [createItem(at, kind, shown, found, { hint, covers })];
}

function compareChoice(at: Place, { choice }: Rule, matching: readonly Rule[]): Item[] {
  if (choice === undefined) return [];
  const wanted = JSON.stringify(choice);
  const found =
    matching.length > 0 && matching.every((rule) => JSON.stringify(rule.choice) === wanted);
  const hint = `there is ${matching.map((rule) => JSON.stringify(rule.choice)).join(' and ')}`;
  return [createItem(extendPlace(at, 'choice'), 'choice', choice, found, { hint })];
}
