import type { Localized } from '../schema.ts';
import type { Path } from '../source.ts';
import type { FeatureFile } from '../sources.ts';
import { count } from '../words.ts';
import { eachBeta, type Lint } from './lint.ts';

const LEAST = 2;
const MOST = 4;

/** A summary has two to four sentences, in each language: what it lets you do, and what trips people. */
export const summaryLength: Lint = {
  name: 'summary-length',
  *check(sources) {
    for (const source of sources.features)
      yield* problemsOf(source, ['summary'], source.data.summary);
    for (const { source, beta, path } of eachBeta(sources))
      yield* problemsOf(source, [...path, 'summary'], beta.summary);
  },
};

function* problemsOf(source: FeatureFile, path: Path, text: Localized | undefined) {
  // What somebody keeps beside the published manifest has its own readers.
  if (source.overlay || text === undefined) return;
  for (const language of ['en', 'id'] as const) {
    const found = sentencesIn(text[language]);
    if (found >= LEAST && found <= MOST) continue;
    yield source.problem(
      [...path, language],
      'summary-length',
      `the ${language === 'en' ? 'English' : 'Indonesian'} summary has ${count(found, 'sentence')}`,
      found < LEAST
        ? `write ${LEAST} to ${MOST}: what it lets you do, and what trips people (what replaces it, what it needs, since when)`
        : `write ${LEAST} to ${MOST}: shorten it, or move the rest to \`notes\``,
    );
  }
}

/** What goes on after its stop, in either language. */
const ABBREVIATION = /(?:^|[\s("“])(?:e\.g|i\.e|cf|vs|approx|incl|mis|spt)\.$/i;

/** Where a sentence may end: a stop, what closes after it, and a gap before something that is no small letter. */
const END = /[.!?]+["'”’)\]]*\s+(?=[^\p{Ll}\s])/gu;

/** How many sentences a text has. A stop inside a name, a number or code, or after an abbreviation, ends none. */
function sentencesIn(text: string): number {
  const plain = text.replace(/`[^`]*`/g, 'X').trim();
  const ends = [...plain.matchAll(END)].filter(
    ({ index }) => !ABBREVIATION.test(plain.slice(0, index + 1)),
  );
  return ends.length + 1;
}
