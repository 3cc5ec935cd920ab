/**
 * Finds what is only in the new manifest. A fact that is now in two places is not lost if one of
 * them is altered; this finds the altered one.
 */
import { agreesWith, type Lists } from './claims.ts';
import {
  formatCitation,
  readNewCitation,
  readOldCitation,
  type Sources,
  sharesCitation,
} from './evidence.ts';
import { createItem, extendPlace, type Item, type Kind, type Place } from './item.ts';
import {
  type NewClaim,
  type NewClaims,
  type NewEvidence,
  type NewFeature,
  type OldClaim,
  type OldEvidence,
  type OldFeature,
  type Text,
  toList,
} from './shapes.ts';
import { collectTexts, joinLines, splitSentences } from './texts.ts';

/** Collects items for what is only in the new feature file. None of them is `found`. */
export function collectAddedItems(
  file: string,
  old: OldFeature,
  now: NewFeature,
  { sources }: Lists,
): Item[] {
  const cited = new Set(
    collectEvidence<OldEvidence>(old).map(([, e]) => formatCitation(readOldCitation(e))),
  );
  const place: Place = { file, path: '' };
  return [
    ...collectTextItems(place, old, now),
    ...collectEvidence<NewEvidence>(now)
      .map(([path, entry]) => [path, readNewCitation(entry, sources)] as const)
      .filter(([, citation]) => !cited.has(formatCitation(citation)))
      .map(([path, citation]) => createAddedItem({ file, path }, 'evidence', citation)),
    ...collectClaimItems(
      extendPlace(place, 'availability'),
      old,
      old.betas,
      now.availability,
      sources,
    ),
    ...now.betas.flatMap(({ id, acceptance }) => {
      const same = old.betas.filter((beta) => beta.id === id);
      const at = extendPlace(extendPlace(extendPlace(place, 'betas'), id), 'acceptance');
      return collectClaimItems(at, old, same, acceptance, sources);
    }),
  ];
}

const createAddedItem = (place: Place, kind: Kind, value: unknown, hint?: string): Item =>
  createItem(place, kind, value, false, { hint });

function collectTextItems(place: Place, old: OldFeature, now: NewFeature): Item[] {
  const before = collectTexts(old);
  const known = (language: keyof Text): Set<string> =>
    new Set(before.flatMap((text) => splitSentences(text[language])));
  const sentences = { en: known('en'), id: known('id') };
  return (['en', 'id'] as const).flatMap((language) => {
    const texts = collectTexts(now).map((text) => joinLines(text[language]));
    return [...new Set(texts.flatMap(splitSentences))]
      .filter((sentence) => !sentences[language].has(sentence))
      .map((sentence) => createAddedItem(extendPlace(place, language), 'text', sentence));
  });
}

/** Collects every citation below a value, with its path. */
function collectEvidence<E>(value: unknown, path = ''): (readonly [string, E])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (key !== 'evidence') return collectEvidence<E>(entry, at);
    return (entry as E[]).map((one, i) => [`${at}.${i}`, one] as const);
  });
}

/**
 * Collects claims that have another status or confidence in the old manifest, with the same
 * evidence.
 */
function collectClaimItems(
  place: Place,
  feature: OldFeature,
  betas: OldFeature['betas'],
  claims: NewClaims | undefined,
  sources: Sources,
): Item[] {
  return Object.entries(claims ?? {}).flatMap(([platform, entry]) => {
    const list = toList(entry);
    const before = betas.flatMap((beta) => beta.platforms?.[platform] ?? []);
    const refusals = feature.betas.flatMap(({ traps, models }) => [
      ...(traps ?? []),
      ...(models === undefined ? [] : [models]),
    ]);
    return list.flatMap((claim, i) => {
      const at = extendPlace(extendPlace(place, platform), i);
      if (claim.evidence.length === 0) return [];
      const shares = ({ evidence }: { evidence: readonly OldEvidence[] }): boolean =>
        sharesCitation(evidence, claim.evidence, sources);
      const same = before.filter(shares);
      if (same.length === 0 && refusals.some(shares)) return [];
      return collectAlteredItems(at, same, { ...claim, list });
    });
  });
}

function collectAlteredItems(
  at: Place,
  same: readonly OldClaim[],
  claim: NewClaim & { list: readonly NewClaim[] },
): Item[] {
  if (same.length === 0) return [createAddedItem(at, 'claim', claim.status)];
  const said = same.map(({ accepts, confidence }) => JSON.stringify({ accepts, confidence }));
  const hint = `with this evidence the old manifest claims ${said.join(' and ')}`;
  const agreeing = same.filter(({ accepts }) => agreesWith(accepts, claim));
  if (agreeing.length === 0) return [createAddedItem(at, 'altered claim', claim.status, hint)];
  if (agreeing.some(({ confidence }) => confidence === claim.confidence)) return [];
  const weight = claim.confidence ?? 'none';
  return [createAddedItem(extendPlace(at, 'confidence'), 'altered confidence', weight, hint)];
}
