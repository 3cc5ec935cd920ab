/** Compares the first releases of an SDK with `sdk.since` of the Catalog. Pure. */
import { compareVersions } from '@beta-headers/grammar';
import type { Catalog, SdkLanguage } from '@beta-headers/manifest';
import type { First, SdkReleases } from './first.ts';

/** A difference between a place and the manifest about one beta in one language. */
export interface SinceFinding {
  /**
   * `missing`: the manifest has no version. `contradiction`: the releases show another one.
   * `unknown`: the SDK lists a value that the manifest does not have.
   */
  readonly kind: 'missing' | 'contradiction' | 'unknown';
  readonly beta: string;
  readonly language: SdkLanguage;
  /** The version to write; absent where no release has the value. */
  readonly version?: string;
  readonly manifest?: string;
  readonly place: string;
  /** Releases before this version whose content is not known: one of them may be the first. */
  readonly perhaps: readonly string[];
}

/** The findings of one place, and the number of versions that agree. */
export interface SinceComparison {
  readonly findings: readonly SinceFinding[];
  readonly agreed: number;
  /** The number of versions later than the newest release of the place, which cannot be checked. */
  readonly later: number;
}

/** Compares every beta that the manifest or the SDK's list has. */
export function compareSince(releases: SdkReleases, catalog: Catalog): SinceComparison {
  const findings: SinceFinding[] = [];
  let agreed = 0;
  let later = 0;
  const newest = releases.versions.at(-1) ?? '0.0.0';
  for (const { id, sdk } of catalog.betas) {
    const manifest = sdk.since[releases.language];
    const first = releases.first.get(id);
    const isLater = manifest !== undefined && compareVersions(manifest, newest) > 0;
    if (!first && manifest === undefined) continue;
    if (!first && isLater) later++;
    else if (first && manifest !== undefined && agrees(releases, first, manifest)) agreed++;
    else findings.push(toFinding(releases, id, first, manifest));
  }
  const known = new Set(catalog.betas.map(({ id }) => id));
  for (const [id, first] of releases.first)
    if (first.listed !== undefined && !known.has(id))
      findings.push({ ...toFinding(releases, id, first, undefined), kind: 'unknown' });
  return { findings, agreed, later };
}

/**
 * Tests if a version agrees. A value may be in the code before it is in the list, so either version
 * is right. A changelog may name a value late: it contradicts only a later version.
 */
function agrees({ from }: SdkReleases, { listed, used }: First, manifest: string): boolean {
  if (from === 'tags') return manifest === listed || manifest === used;
  return compareVersions(manifest, used ?? manifest) <= 0;
}

function toFinding(
  releases: SdkReleases,
  beta: string,
  first: First | undefined,
  manifest: string | undefined,
): SinceFinding {
  const version = first?.listed ?? first?.used;
  return {
    kind: manifest === undefined ? 'missing' : 'contradiction',
    beta,
    language: releases.language,
    ...(version !== undefined && { version }),
    ...(manifest !== undefined && { manifest }),
    place: releases.place,
    perhaps: version === undefined ? [] : findUntaggedBefore(version, releases),
  };
}

/** Finds the releases without a tag between a version and the tagged one before it. */
function findUntaggedBefore(version: string, { versions, untagged }: SdkReleases): string[] {
  const before = versions[versions.indexOf(version) - 1];
  return untagged.filter(
    (one) =>
      compareVersions(one, version) < 0 &&
      (before === undefined || compareVersions(one, before) > 0),
  );
}
