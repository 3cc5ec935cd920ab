/** Finds names that differ by a misspelling. */

/** The length up to which names are compared, to bound the time. */
const LONGEST_NAME = 100;

/**
 * Finds the known name that is nearest to a misspelt one; letter case does not count. If several
 * are equally near, returns the first. Returns `undefined` if none is near; see {@link
 * computeSlipDistance}.
 */
export function findNearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = computeSlipDistance(name, candidate);
    if (distance !== undefined && distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/**
 * Counts the edits between two names if they are few enough for a misspelling: at most a third of
 * the shorter name, or two for short names, and never all of its letters. Returns `undefined`
 * otherwise.
 */
export function computeSlipDistance(name: string, other: string): number | undefined {
  const shorter = Math.min(name.length, other.length);
  if (name.length > LONGEST_NAME) return undefined;
  const limit = Math.min(shorter - 1, Math.max(2, Math.floor(shorter / 3)));
  if (Math.abs(name.length - other.length) > limit) return undefined;
  const distance = computeEditDistance(name.toLowerCase(), other.toLowerCase());
  return distance > limit ? undefined : distance;
}

/** Computes the Levenshtein distance: the number of characters to insert, remove or replace. */
export function computeEditDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] as number;
}
