import type { FeatureFile } from '../manifest-sources.ts';
import type { Localized } from '../schema/index.ts';
import { pluralize } from '../text.ts';
import type { Path } from '../yaml-source.ts';
import { type Lint, listBetas } from './lint.ts';

const LEAST = 2;
const MOST = 4;
const LANGUAGES = { en: 'English', id: 'Indonesian' } as const;

/** A summary has two to four sentences, in each language. */
export const summaryLength: Lint = {
  name: 'summary-length',
  *check(sources) {
    for (const source of sources.features)
      yield* checkSummary(source, ['summary'], source.data.summary);
    for (const { source, beta, path } of listBetas(sources))
      yield* checkSummary(source, [...path, 'summary'], beta.summary);
  },
};

function* checkSummary(source: FeatureFile, path: Path, text: Localized | undefined) {
  // Overlays are exempt.
  if (source.overlay || text === undefined) return;
  for (const language of ['en', 'id'] as const) {
    const found = countSentences(text[language]);
    if (found >= LEAST && found <= MOST) continue;
    yield source.problem(
      [...path, language],
      'summary-length',
      `the ${LANGUAGES[language]} summary has ${pluralize(found, 'sentence')}`,
      found < LEAST
        ? `write ${LEAST} to ${MOST}: what it lets you do, and what to watch out for (its ` +
            'replacement, its requirements, its dates)'
        : `write ${LEAST} to ${MOST}: shorten it, or move the rest to \`notes\``,
    );
  }
}

/** Abbreviations in either language, whose stop does not end a sentence. */
const ABBREVIATION = /(?:^|[\s("“])(?:e\.g|i\.e|cf|vs|approx|incl|mis|spt)\.$/i;

/**
 * The end of a sentence: a stop, closing marks, and a space before anything but a lower-case
 * letter.
 */
const END = /[.!?]+["'”’)\]]*\s+(?=[^\p{Ll}\s])/gu;

/**
 * Counts the sentences of a text. A stop inside a name, a number or code, or after an abbreviation,
 * does not end one.
 */
function countSentences(text: string): number {
  const plain = text.replace(/`[^`]*`/g, 'X').trim();
  const ends = [...plain.matchAll(END)].filter(
    ({ index }) => !ABBREVIATION.test(plain.slice(0, index + 1)),
  );
  return ends.length + 1;
}
