/** The betas by the release of the TypeScript SDK that added or deprecated them. */
import { compareVersions } from '@beta-headers/grammar';
import type { Catalog } from '@beta-headers/manifest';
import { findSdkSince } from './betas.ts';
import type { CatalogBeta } from './catalog.ts';

/** The betas that one release added, and those that it deprecated. */
export interface SdkVersion {
  readonly version: string;
  readonly date?: string | undefined;
  readonly added: readonly CatalogBeta[];
  readonly deprecated: readonly CatalogBeta[];
}

/** Groups betas by the releases that added or deprecated them, newest release first. */
export function groupBySdkVersion({
  betas,
  sdkReleases,
}: Pick<Catalog, 'betas' | 'sdkReleases'>): SdkVersion[] {
  const versions = new Set(
    betas.flatMap((beta) => [findSdkSince(beta) ?? [], beta.sdk.deprecated ?? []].flat()),
  );
  return [...versions]
    .sort((a, b) => compareVersions(b, a))
    .map((version) => ({
      version,
      date: sdkReleases.find((release) => release.version === version)?.date,
      added: betas.filter((beta) => findSdkSince(beta) === version),
      deprecated: betas.filter(({ sdk }) => sdk.deprecated === version),
    }));
}
