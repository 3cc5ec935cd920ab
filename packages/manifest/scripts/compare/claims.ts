/** What a platform does with a value: one claim before, acceptance and availability now. */
import { evidenceItems, type Sources, sharesEvidence } from './evidence.ts';
import { below, type Item, itemAt, type Place, sameValue } from './item.ts';
import {
  listOf,
  type NewBeta,
  type NewClaim,
  type NewFeature,
  type OldClaim,
  type Text,
} from './shapes.ts';
import { noteItems } from './texts.ts';

/** What the claims of a feature file refer to. */
export interface Lists {
  readonly sources: Sources;
  /** The texts of fixes.yaml, by code. */
  readonly fixes: ReadonlyMap<string, Text>;
}

interface Candidate extends NewClaim {
  /** The whole list that the claim is part of. */
  readonly list: readonly NewClaim[];
}

/** Items for what was claimed about a beta, by platform. */
export function claimItems(
  place: Place,
  old: Readonly<Record<string, OldClaim>> | undefined,
  beta: NewBeta,
  feature: NewFeature,
  lists: Lists,
): Item[] {
  return Object.entries(old ?? {}).flatMap(([platform, claim]) => {
    const now = [beta.acceptance?.[platform], feature.availability?.[platform]].flatMap(
      (claims) => {
        const list = listOf(claims);
        return list.map((entry): Candidate => ({ ...entry, list }));
      },
    );
    return platformItems(below(place, platform), claim, now, lists);
  });
}

function platformItems(
  at: Place,
  old: OldClaim,
  now: readonly Candidate[],
  { sources, fixes }: Lists,
): Item[] {
  const agreeing = now.filter(
    (claim) => agrees(old.accepts, claim) && sharesEvidence(old.evidence, claim.evidence, sources),
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
    itemAt(below(at, 'accepts'), 'claim', old.accepts, found, { hint }),
    ...sameValue(
      below(at, 'confidence'),
      'confidence',
      old.confidence,
      confidence ?? agreeing[0]?.confidence,
    ),
    ...noteItems(
      below(at, 'disputed'),
      old.disputed,
      now.map(({ disputed }) => disputed),
    ),
    ...noteItems(
      below(at, 'note'),
      old.note,
      now.flatMap(({ note, fix }) => [note, fixes.get(fix ?? '')]),
    ),
    ...evidenceItems(
      below(at, 'evidence'),
      old.evidence,
      now.flatMap(({ evidence }) => evidence),
      sources,
    ),
  ];
}

const YES = ['accepted', 'ignored', 'available', 'no-effect'];
const NO = ['rejected', 'unavailable'];

/** Tests if a claim, or the list that it is part of, says the same as one of version 1. */
export function agrees(accepts: OldClaim['accepts'], claim: Candidate): boolean {
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

/** Compares two lists whose order means nothing. */
export const haveSameEntries = (a: readonly string[], b: readonly string[] | undefined): boolean =>
  b !== undefined && JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** Items for the models that a beta was listed with. */
export function modelItems(
  place: Place,
  old: { only: readonly string[]; note?: Text; evidence: OldClaim['evidence'] } | undefined,
  now: NewFeature,
  { sources, fixes }: Lists,
): Item[] {
  if (old === undefined) return [];
  const claims = Object.values(now.availability ?? {}).flatMap((entry) => listOf(entry));
  const available = Object.values(now.availability ?? {}).map((entry) =>
    listOf(entry)
      .filter(({ status }) => status === 'available')
      .flatMap(({ models }) => models ?? []),
  );
  const lists = [now.models?.only, ...available];
  const found = lists.some((models) => haveSameEntries(old.only, models));
  const hint = `the feature lists ${JSON.stringify(now.models?.only ?? [])}`;
  const notes = claims.flatMap(({ note, fix }) => [note, fixes.get(fix ?? '')]);
  const evidence = [...(now.models?.evidence ?? []), ...claims.flatMap((claim) => claim.evidence)];
  return [
    itemAt(below(place, 'only'), 'models', old.only, found, { hint }),
    ...noteItems(below(place, 'note'), old.note, [now.models?.note, ...notes]),
    ...evidenceItems(below(place, 'evidence'), old.evidence, evidence, sources),
  ];
}
