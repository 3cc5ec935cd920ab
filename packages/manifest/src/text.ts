/** Small helpers for messages. */

/** Adds the indefinite article: `a string`, `an object`. */
export function addArticle(word: string): string {
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
}

/** Formats a count: `1 problem`, `2 problems`. */
export function pluralize(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
