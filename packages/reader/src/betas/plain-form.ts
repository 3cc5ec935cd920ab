/** Finds the value that a word of a header was before a program changed its characters. */
import { isBetaId } from '@beta-headers/grammar';

/** The hyphens and dashes that programs for texts write in place of a hyphen. */
export const DASHES = '\u2010-\u2015\u2212\ufe58\ufe63\uff0d';
const DASH = new RegExp(`[${DASHES}]`, 'g');
/** Marks around a word, and characters without width. */
const MARKS = /^[\s"'`“”‘’«»[(<]+|[\s"'`“”‘’«»\])>;:,.!?]+$/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const LONGEST = 200;

/**
 * Finds the beta in a word with dashes, quotation marks or other characters that a header cannot
 * carry. Returns `undefined` for a word that has none, or that is no beta without them.
 */
export function findPlainForm(word: string): string | undefined {
  if (word.length > LONGEST) return undefined;
  const plain = word.replaceAll(DASH, '-').replaceAll(INVISIBLE, '').replaceAll(MARKS, '');
  return plain !== word && isBetaId(plain.toLowerCase()) ? plain : undefined;
}
