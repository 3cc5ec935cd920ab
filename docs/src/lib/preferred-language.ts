/** The language that a reader prefers. */

/**
 * Tests if `other` comes before `current` in the languages of a browser, which are sorted by
 * preference. Regions count as their language: `id-ID` is `id`.
 */
export function prefersOther(
  languages: readonly string[],
  current: string,
  other: string,
): boolean {
  const find = (wanted: string): number =>
    languages.findIndex((language) => language.toLowerCase().split('-')[0] === wanted);
  const [own, foreign] = [find(current), find(other)];
  return foreign >= 0 && (own < 0 || foreign < own);
}
