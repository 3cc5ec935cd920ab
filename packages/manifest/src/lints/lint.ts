import { findNearest } from '@beta-headers/grammar';
import type { Problem } from '../problem.ts';
import type { BetaSource } from '../schema.ts';
import type { FeatureFile, Sources } from '../sources.ts';

/** One rule of the manifest. Its name stands behind every problem that it finds. */
export interface Lint {
  readonly name: string;
  check(sources: Sources): Iterable<Problem>;
}

/** Every beta of every file, with the path to it. */
export function* eachBeta(
  sources: Sources,
): Generator<{ source: FeatureFile; beta: BetaSource; path: readonly PropertyKey[] }> {
  for (const source of sources.features) {
    for (const [index, beta] of source.data.betas.entries())
      yield { source, beta, path: ['betas', index] };
  }
}

/** Every id that some file defines, also where its entry is broken. */
export function knownIds(sources: Sources): Set<string> {
  return new Set(
    sources.features.flatMap((source) => [
      ...source.data.betas.map((beta) => beta.id),
      ...source.brokenIds,
    ]),
  );
}

/** How to mend a name that nobody knows. */
export function mendName(name: string, known: Iterable<string>): string {
  const close = findNearest(name, known);
  return close === undefined
    ? 'define it, or write a name that is defined'
    : `write \`${close}\`, or define \`${name}\``;
}
