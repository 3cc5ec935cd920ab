/** Which names somebody may have meant by a wrong address. */

/** At most three names, nearest first; none where nothing is near. */
export function guesses(wanted: string, names: readonly string[]): string[] {
  const word = wanted.toLowerCase().slice(0, 100);
  if (word.length < 3) return [];
  return names
    .map((name) => ({ name, score: distance(word, name) }))
    .filter(
      ({ name, score }) => score <= Math.max(2, Math.floor(Math.min(word.length, name.length) / 3)),
    )
    .sort((a, b) => a.score - b.score || (a.name < b.name ? 1 : -1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** How many letters differ; what one name has beyond the other at its end (a date, say) counts little. */
function distance(word: string, name: string): number {
  if (name.startsWith(`${word}-`) || word.startsWith(`${name}-`)) return 1;
  const stem = name.replace(/-?(\d{4}-\d{2}-\d{2}|\d{8})$/, '');
  return Math.min(editDistance(word, name), editDistance(word, stem) + 1);
}

/** Levenshtein's distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, swap));
    }
    row = next;
  }
  return row[b.length] as number;
}

/** The part of an address that names something: the last one, without its ending. */
export function lastName(pathname: string): string {
  const part = pathname.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(part).replace(/\.[a-z]+$/, '');
  } catch {
    return part;
  }
}
