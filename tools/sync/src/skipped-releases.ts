/**
 * Finds the releases between the one that the manifest knows and the new one: each may have added a
 * value.
 */
import { compareVersions } from '@beta-headers/grammar';
import type { SdkFacts } from './read/facts.ts';

export interface SkippedReleases {
  /** Oldest first, as the changelog has them. */
  readonly skipped: readonly string[];
  /** The first release that has each new value; empty if they were not read. */
  readonly since: ReadonlyMap<string, string>;
}

/** Lists the releases between, without reading them. */
export function listSkipped(facts: SdkFacts, base: string | undefined): SkippedReleases {
  const versions = facts.changelog.map(({ version }) => version);
  const skipped =
    base === undefined
      ? []
      : versions.filter(
          (version) =>
            compareVersions(version, base) > 0 && compareVersions(version, facts.sdk) < 0,
        );
  return { skipped: skipped.sort(compareVersions), since: new Map() };
}

/** Reads the union of each of them if there are new values. */
export async function findFirstReleases(
  facts: SdkFacts,
  base: { readonly sdk: string; readonly union: readonly string[] } | undefined,
  unionOf: (version: string) => Promise<readonly string[]>,
): Promise<SkippedReleases> {
  const { skipped } = listSkipped(facts, base?.sdk);
  const fresh = (facts.union ?? []).filter((id) => !base?.union.includes(id));
  const since = new Map<string, string>();
  if (skipped.length === 0 || fresh.length === 0) return { skipped, since };
  for (const version of skipped) {
    const union = await unionOf(version);
    for (const id of fresh) if (!since.has(id) && union.includes(id)) since.set(id, version);
  }
  for (const id of fresh) if (!since.has(id)) since.set(id, facts.sdk);
  return { skipped, since };
}
