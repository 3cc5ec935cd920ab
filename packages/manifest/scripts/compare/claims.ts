/** Compares claims on platforms: one claim before, acceptance and availability now. */
import { compareEvidence, type Sources, sharesEvidence } from './evidence.ts';
import { compareValue, createItem, extendPlace, type Item, type Place } from './item.ts';
import {
  type NewBeta,
  type NewClaim,
  type NewFeature,
  type OldClaim,
  type Text,
  toList,
} from './shapes.ts';
import { compareNote } from './texts.ts';

/** The lists that claims refer to. */
export interface Lists {
  readonly sources: Sources;
  /** The texts of fixes.yaml, by code. */
  readonly fixes: ReadonlyMap<string, Text>;
}

interface Candidate extends NewClaim {
  /** The list that contains the claim. */
  readonly list: readonly NewClaim[];
}

/** Compares the claims about a beta, by platform. */
export function compareClaims(
  place: Place,
  old: Readonly<Record<string, OldClaim>> | undefined,
  beta: NewBeta,
  feature: NewFeature,
  lists: Lists,
): Item[] {
  return Object.entries(old ?? {}).flatMap(([platform, claim]) => {
    const now = [beta.acceptance?.[platform], feature.availability?.[platform]].flatMap(
      (claims) => {
        const list = toList(claims);
        return list.map((entry): Candidate => ({ ...entry, list }));
      },
    );
    return comparePlatform(extendPlace(place, platform), claim, now, lists);
  });
}

function comparePlatform(
  at: Place,
  old: OldClaim,
  now: readonly Candidate[],
  { sources, fixes }: Lists,
): Item[] {
  const agreeing = now.filter(
    (claim) =>
      agreesWith(old.accepts, claim) && sharesEvidence(old.evidence, claim.evidence, sources),
  );
  const isDefault = old.accepts === 'unknown' && old.evidence.length === 0 && now.length === 0;
  const shown = now.map(
    ({ list: _, evidence, note: __, disputed: ___, ...rest }) =>
      `${JSON.stringify(rest)} with ${evidence.length} citations`,
  );
  const found = agreeing.length > 0 || isDefault;
  const hint = now.length === 0 ? 'no claim there' : `there is ${shown.join(' and ')}`;
  const confidence = agreeing.find((claim) => claim.confidence === old.confidence)?.confidence;
  return [
    createItem(extendPlace(at, 'accepts'), 'claim', old.accepts, found, { hint }),
    ...compareValue(
      extendPlace(at, 'confidence'),
      'confidence',
      old.confidence,
      confidence ?? agreeing[0]?.confidence,
    ),
    ...compareNote(
      extendPlace(at, 'disputed'),
      old.disputed,
      now.map(({ disputed }) => disputed),
    ),
    ...compareNote(
      extendPlace(at, 'note'),
      old.note,
      now.flatMap(({ note, fix }) => [note, fixes.get(fix ?? '')]),
    ),
    ...compareEvidence(
      extendPlace(at, 'evidence'),
      old.evidence,
      now.flatMap(({ evidence }) => evidence),
      sources,
    ),
  ];
}

const YES = ['accepted', 'ignored', 'available', 'no-effect'];
const NO = ['rejected', 'unavailable'];

/** Tests if a claim, or the list that contains it, agrees with a claim of version 1. */
export function agreesWith(accepts: OldClaim['accepts'], claim: Candidate): boolean {
  if (accepts === true) return YES.includes(claim.status);
  if (accepts === false) return NO.includes(claim.status) && claim.instead === undefined;
  if (accepts === 'unknown') return claim.status === 'unknown';
  if ('as' in accepts)
    return (
      claim.status === 'rejected' &&
      (claim.instead?.some(({ send }) => send === accepts.as) ?? false)
    );
  const rest = claim.list.at(-1);
  return (
    claim.list.some(
      ({ status, models }) => YES.includes(status) && haveSameEntries(accepts.models, models),
    ) &&
    rest !== undefined &&
    NO.includes(rest.status)
  );
}

/** Compares two lists regardless of their order. */
export const haveSameEntries = (a: readonly string[], b: readonly string[] | undefined): boolean =>
  b !== undefined && JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** Compares the models of a beta. */
export function compareModels(
  place: Place,
  old: { only: readonly string[]; note?: Text; evidence: OldClaim['evidence'] } | undefined,
  now: NewFeature,
  { sources, fixes }: Lists,
): Item[] {
  if (old === undefined) return [];
  const claims = Object.values(now.availability ?? {}).flatMap((entry) => toList(entry));
  const available = Object.values(now.availability ?? {}).map((entry) =>
    toList(entry)
      .filter(({ status }) => status === 'available')
      .flatMap(({ models }) => models ?? []),
  );
  const lists = [now.models?.only, ...available];
  const found = lists.some((models) => haveSameEntries(old.only, models));
  const hint = `the feature lists ${JSON.stringify(now.models?.only ?? [])}`;
  const notes = claims.flatMap(({ note, fix }) => [note, fixes.get(fix ?? '')]);
  const evidence = [...(now.models?.evidence ?? []), ...claims.flatMap((claim) => claim.evidence)];
  return [
    createItem(extendPlace(place, 'only'), 'models', old.only, found, { hint }),
    ...compareNote(extendPlace(place, 'note'), old.note, [now.models?.note, ...notes]),
    ...compareEvidence(extendPlace(place, 'evidence'), old.evidence, evidence, sources),
  ];
}
