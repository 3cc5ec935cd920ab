/**
 * What the new manifest says and the old one did not. A fact that now is in two places is not lost
 * when one of them is altered; this finds the altered one.
 */
import { agrees, type Lists } from './claims.ts';
import { keyOf, newCitation, oldCitation, type Sources, sharesCitation } from './evidence.ts';
import { below, type Item, itemAt, type Kind, type Place } from './item.ts';
import {
  listOf,
  type NewClaim,
  type NewClaims,
  type NewEvidence,
  type NewFeature,
  type OldClaim,
  type OldEvidence,
  type OldFeature,
  type Text,
} from './shapes.ts';
import { onOneLine, sentencesOf, textsIn } from './texts.ts';

/** Items for what a feature file says that the old one did not; none of them is `found`. */
export function addedItems(
  file: string,
  old: OldFeature,
  now: NewFeature,
  { sources }: Lists,
): Item[] {
  const cited = new Set(evidenceIn<OldEvidence>(old).map(([, e]) => keyOf(oldCitation(e))));
  const place: Place = { file, path: '' };
  return [
    ...textItems(place, old, now),
    ...evidenceIn<NewEvidence>(now)
      .map(([path, entry]) => [path, newCitation(entry, sources)] as const)
      .filter(([, citation]) => !cited.has(keyOf(citation)))
      .map(([path, citation]) => added({ file, path }, 'evidence', citation)),
    ...claimItems(below(place, 'availability'), old, old.betas, now.availability, sources),
    ...now.betas.flatMap(({ id, acceptance }) => {
      const same = old.betas.filter((beta) => beta.id === id);
      const at = below(below(below(place, 'betas'), id), 'acceptance');
      return claimItems(at, old, same, acceptance, sources);
    }),
  ];
}

const added = (place: Place, kind: Kind, value: unknown, hint?: string): Item =>
  itemAt(place, kind, value, false, { hint });

function textItems(place: Place, old: OldFeature, now: NewFeature): Item[] {
  const before = textsIn(old);
  const known = (language: keyof Text): Set<string> =>
    new Set(before.flatMap((text) => sentencesOf(text[language])));
  const sentences = { en: known('en'), id: known('id') };
  return (['en', 'id'] as const).flatMap((language) => {
    const texts = textsIn(now).map((text) => onOneLine(text[language]));
    return [...new Set(texts.flatMap(sentencesOf))]
      .filter((sentence) => !sentences[language].has(sentence))
      .map((sentence) => added(below(place, language), 'text', sentence));
  });
}

/** Every citation below a value, with its path. */
function evidenceIn<E>(value: unknown, path = ''): (readonly [string, E])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const at = path === '' ? key : `${path}.${key}`;
    if (key !== 'evidence') return evidenceIn<E>(entry, at);
    return (entry as E[]).map((one, i) => [`${at}.${i}`, one] as const);
  });
}

/** Items for claims whose evidence says something else in the old manifest, by status or weight. */
function claimItems(
  place: Place,
  feature: OldFeature,
  betas: OldFeature['betas'],
  claims: NewClaims | undefined,
  sources: Sources,
): Item[] {
  return Object.entries(claims ?? {}).flatMap(([platform, entry]) => {
    const list = listOf(entry);
    const before = betas.flatMap((beta) => beta.platforms?.[platform] ?? []);
    const refusals = feature.betas.flatMap(({ traps, models }) => [
      ...(traps ?? []),
      ...(models === undefined ? [] : [models]),
    ]);
    return list.flatMap((claim, i) => {
      const at = below(below(place, platform), i);
      if (claim.evidence.length === 0) return [];
      const shares = ({ evidence }: { evidence: readonly OldEvidence[] }): boolean =>
        sharesCitation(evidence, claim.evidence, sources);
      const same = before.filter(shares);
      if (same.length === 0 && refusals.some(shares)) return [];
      return alteredItems(at, same, { ...claim, list });
    });
  });
}

function alteredItems(
  at: Place,
  same: readonly OldClaim[],
  claim: NewClaim & { list: readonly NewClaim[] },
): Item[] {
  if (same.length === 0) return [added(at, 'claim', claim.status)];
  const said = same.map(({ accepts, confidence }) => JSON.stringify({ accepts, confidence }));
  const hint = `with this evidence the old manifest claims ${said.join(' and ')}`;
  const agreeing = same.filter(({ accepts }) => agrees(accepts, claim));
  if (agreeing.length === 0) return [added(at, 'altered claim', claim.status, hint)];
  if (agreeing.some(({ confidence }) => confidence === claim.confidence)) return [];
  const weight = claim.confidence ?? 'none';
  return [added(below(at, 'confidence'), 'altered confidence', weight, hint)];
}
