/** The list of words to avoid. Its format is described in words.txt. */

/** A word or a phrase of the list. */
export interface Word {
  readonly word: string;
  readonly section: Section;
  /** The words to write instead; empty for an allowed phrase. */
  readonly instead: string;
}

type Section = 'everywhere' | 'comments' | 'allowed';

/** Parses the text of words.txt. Throws at a line that is not an entry. */
export function parseWords(text: string): Word[] {
  let section: Section | undefined;
  return text.split('\n').flatMap((line, index): Word[] => {
    if (line === '' || line.startsWith('#')) return [];
    const heading = /^\[(everywhere|comments|allowed)\]$/.exec(line)?.[1];
    if (heading !== undefined) {
      section = heading as Section;
      return [];
    }
    const [words = '', instead = '', ...rest] = line.split(' -> ');
    const inSection = section;
    if (!inSection || rest.length > 0 || (instead === '') !== (inSection === 'allowed'))
      throw new Error(`words.txt:${index + 1}: write \`word, word -> what to write\` in a section`);
    return words.split(', ').map((word) => ({ word, instead, section: inSection }));
  });
}

/** A word that occurs in a text. */
export interface Occurrence {
  readonly word: Word;
  readonly index: number;
}

/** Finds the words to avoid in a text, in order. */
export type FindWords = (text: string) => Occurrence[];

/** Compiles a list into one regular expression. */
export function compileWords(words: readonly Word[]): FindWords {
  const byName = new Map(words.map((word) => [word.word, word]));
  // Longer phrases first: an allowed one contains a word to avoid.
  const phrases = words
    .map(({ word }) => word.replaceAll(' ', '\\s+'))
    .sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\w-])(?:${phrases.join('|')})(?![\\w-])`, 'gi');
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: match, index }) => {
      const word = byName.get(match.toLowerCase().replaceAll(/\s+/g, ' '));
      return word && word.section !== 'allowed' ? [{ word, index }] : [];
    });
}
