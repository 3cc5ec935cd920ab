import type { FeatureFile, Sources } from '../load.ts';
import type { Problem } from '../problem.ts';
import type { BetaSource } from '../schema.ts';

/** One rule of the manifest. Its name stands behind every problem that it finds. */
export interface Lint {
  readonly name: string;
  check(sources: Sources): Iterable<Problem>;
}

/** Every beta of every file, with the path to it. */
export function* eachBeta(sources: Sources): Generator<{ source: FeatureFile; beta: BetaSource; path: readonly PropertyKey[] }> {
  for (const source of sources.features) {
    for (const [index, beta] of source.data.betas.entries()) yield { source, beta, path: ['betas', index] };
  }
}

/** Every id that some file defines. */
export function knownIds(sources: Sources): Set<string> {
  return new Set(sources.features.flatMap((source) => source.data.betas.map((beta) => beta.id)));
}

/** `a; did you mean b?` for a name that nobody knows. */
export function nearest(name: string, known: Iterable<string>): string {
  let best: string | undefined;
  let distance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const d = editDistance(name, candidate, distance);
    if (d < distance) [best, distance] = [candidate, d];
  }
  return best === undefined ? 'define it, or write a name that is defined' : `write \`${best}\`, or define \`${name}\``;
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] as number;
}
