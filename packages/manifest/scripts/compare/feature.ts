/** One feature file: what it said before, looked for in the file of the same name now. */
import { claimItems, type Lists, modelItems } from './claims.ts';
import { evidenceItems } from './evidence.ts';
import { below, type Item, itemAt, type Place, sameEntries, sameValue } from './item.ts';
import { conflictItems, trapItems } from './refusals.ts';
import { formerItems, requiredItems } from './rules.ts';
import type {
  Event,
  NewBeta,
  NewEvidence,
  NewFeature,
  OldBeta,
  OldEvidence,
  OldFeature,
} from './shapes.ts';
import { noteItems, textItems, textsIn } from './texts.ts';

/** The items of a feature file of version 1. */
export function featureItems(
  file: string,
  old: OldFeature,
  now: NewFeature | undefined,
  lists: Lists,
): Item[] {
  const place: Place = { file, path: '' };
  const feature = itemAt(below(place, 'feature'), 'feature', old.feature, now !== undefined, {
    hint: 'no file with this `feature`',
  });
  if (now === undefined) return [feature, ...lostBetas(place, old)];
  const texts = [...textsIn(now), ...lists.fixes.values()];
  return [
    feature,
    ...textItems(below(place, 'title'), old.title, [now.title]),
    ...textItems(below(place, 'summary'), old.summary, [now.summary]),
    ...noteItems(below(place, 'notes'), old.notes, texts),
    ...sameValue(below(place, 'family'), 'stage', old.family, now.family),
    ...sameValue(below(place, 'docs'), 'link', old.docs, now.docs),
    ...old.betas.flatMap((beta) => betaItems(below(place, 'betas'), beta, now, lists)),
  ];
}

const lostBetas = (place: Place, { betas }: OldFeature): Item[] =>
  betas.map(({ id }) =>
    itemAt(below(below(place, 'betas'), id), 'beta', id, false, { hint: 'its feature is gone' }),
  );

function betaItems(parent: Place, old: OldBeta, feature: NewFeature, lists: Lists): Item[] {
  const place = below(parent, old.id);
  const now = feature.betas.find(({ id }) => id === old.id);
  if (now === undefined)
    return [itemAt(place, 'beta', old.id, false, { hint: 'not in the file of its feature' })];
  const texts = [...textsIn(feature), ...lists.fixes.values()];
  const at = (key: string): Place => below(place, key);
  return [
    itemAt(at('id'), 'beta', old.id, true),
    ...textItems(at('title'), old.title, [now.title]),
    ...textItems(at('summary'), old.summary, [now.summary]),
    ...textItems(at('selects'), old.selects, [now.selects]),
    ...noteItems(at('notes'), old.notes, texts),
    ...sameValue(at('docs'), 'link', old.docs, now.docs),
    ...sameValue(at('migration'), 'link', old.migration, now.migration),
    ...sameValue(at('stage'), 'stage', old.stage, now.stage),
    ...sameValue(at('undocumented'), 'stage', old.undocumented, now.undocumented),
    ...sameValue(at('supersededBy'), 'stage', old.supersededBy, now.supersededBy),
    ...sameValue(at('independent'), 'stage', old.independent, now.independent),
    ...eventItems(at('released'), old.released, now.released, lists),
    ...eventItems(at('graduated'), old.graduated, now.graduated, lists),
    ...eventItems(at('retired'), old.retired, now.retired, lists),
    ...sdkItems(at('sdk'), old, now),
    ...requiredItems(place, old, now),
    ...formerItems(place, old, feature),
    ...sameEntries(at('selectsAt'), 'rule', old.selectsAt, now.selectsAt),
    ...sameEntries(at('review'), 'review mark', old.review, now.review),
    ...claimItems(at('platforms'), old.platforms, now, feature, lists),
    ...conflictItems(place, old, feature, lists),
    ...trapItems(place, old, feature, lists),
    ...modelItems(at('models'), old.models, feature, lists),
    ...evidenceItems(at('evidence'), old.evidence, now.evidence, lists.sources),
  ];
}

function eventItems(
  place: Place,
  old: Event<OldEvidence> | undefined,
  now: Event<NewEvidence> | undefined,
  { sources }: Lists,
): Item[] {
  if (old === undefined) return [];
  return [
    ...sameValue(below(place, 'date'), 'date', old.date, now?.date),
    ...textItems(below(place, 'note'), old.note, [now?.note]),
    ...evidenceItems(below(place, 'evidence'), old.evidence, now?.evidence ?? [], sources),
  ];
}

function sdkItems(place: Place, { sdk: old }: OldBeta, { sdk: now }: NewBeta): Item[] {
  return [
    ...sameValue(below(place, 'since'), 'sdk', old?.since, now?.since?.['typescript']),
    ...sameValue(below(place, 'deprecated'), 'sdk', old?.deprecated, now?.deprecated),
    ...sameEntries(below(place, 'sends'), 'sdk', old?.sends, now?.sends),
  ];
}
