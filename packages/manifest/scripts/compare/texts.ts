/** Compares texts in both languages, regardless of line breaks. */
import { createItem, extendPlace, type Item, type Kind, type Place } from './item.ts';
import type { Text } from './shapes.ts';

const LANGUAGES = ['en', 'id'] as const;

/** Joins the lines of a text. */
export const joinLines = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Splits a text into sentences, because notes with several facts may have been split. */
export const splitSentences = (text: string): string[] =>
  joinLines(text).split(/(?<=[.!?]) (?=\S)/);

/** Collects the texts in both languages below a value. */
export function collectTexts(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  const { en, id } = value as Partial<Text>;
  if (typeof en === 'string' && typeof id === 'string') return [{ en, id }];
  return Object.values(value).flatMap(collectTexts);
}

/** Creates an item for each language of a text, which must equal one of the candidates. */
export function compareText(
  place: Place,
  old: Text | undefined,
  candidates: readonly (Text | undefined)[],
): Item[] {
  return compareLanguages(place, old, candidates, (text, language, texts) =>
    texts.some((candidate) => joinLines(candidate[language]) === text),
  );
}

/** Like compareText for notes, whose sentences may be in different candidates. */
export function compareNote(
  place: Place,
  old: Text | undefined,
  candidates: readonly (Text | undefined)[],
): Item[] {
  return compareLanguages(place, old, candidates, (text, language, texts) =>
    splitSentences(text).every((sentence) =>
      texts.some((candidate) => splitSentences(candidate[language]).includes(sentence)),
    ),
  );
}

function compareLanguages(
  place: Place,
  old: Text | undefined,
  candidates: readonly (Text | undefined)[],
  isIn: (text: string, language: 'en' | 'id', texts: readonly Text[]) => boolean,
): Item[] {
  if (old === undefined) return [];
  const texts = candidates.filter((text) => text !== undefined);
  // Looks for the translation beside the English text, so that two notes cannot swap theirs.
  const inEnglish = texts.filter(({ en }) =>
    splitSentences(en).some((sentence) => splitSentences(old.en).includes(sentence)),
  );
  return LANGUAGES.map((language) => {
    const text = joinLines(old[language]);
    const among = language === 'id' && inEnglish.length > 0 ? inEnglish : texts;
    const kind: Kind = 'text';
    return createItem(extendPlace(place, language), kind, text, isIn(text, language, among), {
      hint: describeNearest(text, language, among),
    });
  });
}

function describeNearest(text: string, language: 'en' | 'id', texts: readonly Text[]): string {
  const words = new Set(text.split(' '));
  const scored = texts
    .map((candidate) => joinLines(candidate[language]))
    .map((other) => ({ other, score: other.split(' ').filter((word) => words.has(word)).length }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  return best === undefined || best.score < 3 ? 'no similar text' : `similar: ${best.other}`;
}
