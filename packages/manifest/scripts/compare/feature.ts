/** Compares a feature file with the new file of the same name. */
import { compareClaims, compareModels, type Lists } from './claims.ts';
import { compareEvidence } from './evidence.ts';
import {
  compareEntries,
  compareValue,
  createItem,
  extendPlace,
  type Item,
  type Place,
} from './item.ts';
import { compareConflicts, compareTraps } from './refusals.ts';
import { compareFormerRules, compareRequires } from './rules.ts';
import type {
  Event,
  NewBeta,
  NewEvidence,
  NewFeature,
  OldBeta,
  OldEvidence,
  OldFeature,
} from './shapes.ts';
import { collectTexts, compareNote, compareText } from './texts.ts';

/** Compares a feature file of version 1 with that of version 2. */
export function compareFeature(
  file: string,
  old: OldFeature,
  now: NewFeature | undefined,
  lists: Lists,
): Item[] {
  const place: Place = { file, path: '' };
  const feature = createItem(
    extendPlace(place, 'feature'),
    'feature',
    old.feature,
    now !== undefined,
    {
      hint: 'no file with this `feature`',
    },
  );
  if (now === undefined) return [feature, ...listLostBetas(place, old)];
  const texts = [...collectTexts(now), ...lists.fixes.values()];
  return [
    feature,
    ...compareText(extendPlace(place, 'title'), old.title, [now.title]),
    ...compareText(extendPlace(place, 'summary'), old.summary, [now.summary]),
    ...compareNote(extendPlace(place, 'notes'), old.notes, texts),
    ...compareValue(extendPlace(place, 'family'), 'stage', old.family, now.family),
    ...compareValue(extendPlace(place, 'docs'), 'link', old.docs, now.docs),
    ...old.betas.flatMap((beta) => compareBeta(extendPlace(place, 'betas'), beta, now, lists)),
  ];
}

const listLostBetas = (place: Place, { betas }: OldFeature): Item[] =>
  betas.map(({ id }) =>
    createItem(extendPlace(extendPlace(place, 'betas'), id), 'beta', id, false, {
      hint: 'its feature is missing',
    }),
  );

function compareBeta(parent: Place, old: OldBeta, feature: NewFeature, lists: Lists): Item[] {
  const place = extendPlace(parent, old.id);
  const now = feature.betas.find(({ id }) => id === old.id);
  if (now === undefined)
    return [createItem(place, 'beta', old.id, false, { hint: 'not in the file of its feature' })];
  const texts = [...collectTexts(feature), ...lists.fixes.values()];
  const at = (key: string): Place => extendPlace(place, key);
  return [
    createItem(at('id'), 'beta', old.id, true),
    ...compareText(at('title'), old.title, [now.title]),
    ...compareText(at('summary'), old.summary, [now.summary]),
    ...compareText(at('selects'), old.selects, [now.selects]),
    ...compareNote(at('notes'), old.notes, texts),
    ...compareValue(at('docs'), 'link', old.docs, now.docs),
    ...compareValue(at('migration'), 'link', old.migration, now.migration),
    ...compareValue(at('stage'), 'stage', old.stage, now.stage),
    ...compareValue(at('undocumented'), 'stage', old.undocumented, now.undocumented),
    ...compareValue(at('supersededBy'), 'stage', old.supersededBy, now.supersededBy),
    ...compareValue(at('independent'), 'stage', old.independent, now.independent),
    ...compareEvent(at('released'), old.released, now.released, lists),
    ...compareEvent(at('graduated'), old.graduated, now.graduated, lists),
    ...compareEvent(at('retired'), old.retired, now.retired, lists),
    ...compareSdk(at('sdk'), old, now),
    ...compareRequires(place, old, now),
    ...compareFormerRules(place, old, feature),
    ...compareEntries(at('selectsAt'), 'rule', old.selectsAt, now.selectsAt),
    ...compareEntries(at('review'), 'review mark', old.review, now.review),
    ...compareClaims(at('platforms'), old.platforms, now, feature, lists),
    ...compareConflicts(place, old, feature, lists),
    ...compareTraps(place, old, feature, lists),
    ...compareModels(at('models'), old.models, feature, lists),
    ...compareEvidence(at('evidence'), old.evidence, now.evidence, lists.sources),
  ];
}

function compareEvent(
  place: Place,
  old: Event<OldEvidence> | undefined,
  now: Event<NewEvidence> | undefined,
  { sources }: Lists,
): Item[] {
  if (old === undefined) return [];
  return [
    ...compareValue(extendPlace(place, 'date'), 'date', old.date, now?.date),
    ...compareText(extendPlace(place, 'note'), old.note, [now?.note]),
    ...compareEvidence(extendPlace(place, 'evidence'), old.evidence, now?.evidence ?? [], sources),
  ];
}

function compareSdk(place: Place, { sdk: old }: OldBeta, { sdk: now }: NewBeta): Item[] {
  return [
    ...compareValue(extendPlace(place, 'since'), 'sdk', old?.since, now?.since?.['typescript']),
    ...compareValue(extendPlace(place, 'deprecated'), 'sdk', old?.deprecated, now?.deprecated),
    ...compareEntries(extendPlace(place, 'sends'), 'sdk', old?.sends, now?.sends),
  ];
}
