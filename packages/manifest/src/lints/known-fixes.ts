import type { FeatureFile, Sources } from '../manifest-sources.ts';
import type { Path } from '../yaml-source.ts';
import { type Lint, listClaimLists, suggestName } from './lint.ts';

/** Every fix that a claim or a constraint names is in fixes.yaml. */
export const knownFixes: Lint = {
  name: 'known-fixes',
  *check(sources) {
    const known = sources.known.fixes;
    if (!known) return;
    for (const { source, fix, path } of listFixes(sources)) {
      if (!known.has(fix))
        yield source.problem(
          path,
          'known-fixes',
          `fixes.yaml has no fix \`${fix}\``,
          suggestName(fix, known),
        );
    }
  },
};

/** Lists the places that name a fix. */
export function* listFixes(
  sources: Sources,
): Generator<{ readonly source: FeatureFile; readonly fix: string; readonly path: Path }> {
  for (const { source, claims, pathOf } of listClaimLists(sources))
    for (const [i, claim] of claims.entries())
      if ('fix' in claim && claim.fix !== undefined)
        yield { source, fix: claim.fix, path: [...pathOf(i), 'fix'] };
  for (const source of sources.features)
    for (const [i, { fix }] of (source.data.constraints ?? []).entries())
      if (fix !== undefined) yield { source, fix, path: ['constraints', i, 'fix'] };
}
