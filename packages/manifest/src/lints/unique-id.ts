import type { FeatureFile } from '../manifest-sources.ts';
import { type Lint, listBetas } from './lint.ts';

/** Ids and features are defined once. An overlay adds to the manifest and redefines nothing. */
export const uniqueId: Lint = {
  name: 'unique-id',
  *check(sources) {
    const features = new Map<string, FeatureFile>();
    for (const source of sources.features) {
      const first = features.get(source.data.feature);
      if (first)
        yield reportDuplicate(first, source, ['feature'], `feature \`${source.data.feature}\``);
      else features.set(source.data.feature, source);
    }
    const ids = new Map<string, FeatureFile>();
    for (const { source, beta, path } of listBetas(sources)) {
      const first = ids.get(beta.id);
      if (first) yield reportDuplicate(first, source, [...path, 'id'], `beta \`${beta.id}\``);
      else ids.set(beta.id, source);
    }
  },
};

function reportDuplicate(
  first: FeatureFile,
  source: FeatureFile,
  path: readonly PropertyKey[],
  what: string,
): ReturnType<FeatureFile['problem']> {
  return source.overlay && !first.overlay
    ? source.problem(
        path,
        'unique-id',
        `the overlay redefines the released ${what}`,
        `remove it here: ${first.file} has it, and an overlay may only add`,
      )
    : source.problem(
        path,
        'unique-id',
        `${what} is defined twice`,
        `keep one; the other is in ${first.file}`,
      );
}
