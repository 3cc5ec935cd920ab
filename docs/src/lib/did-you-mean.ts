/** Suggests names for a wrong address. */
import { computeSlipDistance, splitBetaId } from '@beta-headers/grammar';

/** Suggests at most three names, nearest first, or none if no name is near. */
export function suggestNames(wanted: string, names: readonly string[]): string[] {
  if (wanted.length < 3) return [];
  return names
    .flatMap((name) => {
      const score = measureDistance(wanted, name);
      return score === undefined ? [] : [{ name, score }];
    })
    .sort((a, b) => a.score - b.score || (a.name < b.name ? 1 : -1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Measures the distance of two names. A longer end of one of them counts as one letter. */
function measureDistance(wanted: string, name: string): number | undefined {
  const word = wanted.toLowerCase();
  if (name.startsWith(`${word}-`) || word.startsWith(`${name}-`)) return 1;
  const stem = splitBetaId(name)?.feature;
  const apart = stem === undefined ? undefined : computeSlipDistance(word, stem);
  return computeSlipDistance(word, name) ?? (apart === undefined ? undefined : apart + 1);
}

/** Reads the last part of an address, without its file extension. */
export function readLastName(pathname: string): string {
  const part = pathname.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(part).replace(/\.[a-z]+$/, '');
  } catch {
    return part;
  }
}
