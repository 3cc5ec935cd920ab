/** The list of words to avoid. Its format is described in words.txt. */

/** A word or a phrase of the list. */
export interface Word {
  readonly word: string;
  readonly section: Section;
  /** The words to write instead; empty for an allowed phrase. */
  readonly instead: string;
}

type Section = 'everywhere' | 'comments' | 'allowed' | 'names';

/** Parses the text of words.txt. Throws at a line that is not an entry. */
export function parseWords(text: string): Word[] {
  let section: Section | undefined;
  return text.split('\n').flatMap((line, index): Word[] => {
    if (line === '' || line.startsWith('#')) return [];
    const heading = /^\[(everywhere|comments|allowed|names)\]$/.exec(line)?.[1];
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

/** Compiles the words of a list, without its names, into one regular expression. */
export function compileWords(list: readonly Word[]): FindWords {
  const words = list.filter(({ section }) => section !== 'names');
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

/** Compiles the old names of a list into one regular expression. Their case matters. */
export function compileNames(list: readonly Word[]): FindWords {
  const names = list.filter(({ section }) => section === 'names');
  if (names.length === 0) return () => [];
  const byName = new Map(names.map((name) => [name.word, name]));
  const parts = names.map(({ word }) => {
    const text = word.replaceAll('.', '\\.');
    // A folder is followed by a path.
    return word.endsWith('/') ? text : `${text}(?![\\w-])`;
  });
  const pattern = new RegExp(`(?<![\\w-])(?:${parts.join('|')})`, 'g');
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: match, index }) => {
      const word = byName.get(match);
      return word ? [{ word, index }] : [];
    });
}
