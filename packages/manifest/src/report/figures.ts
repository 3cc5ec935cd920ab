/** How complete the manifest is, in figures. */
import type { Catalog, CatalogBeta } from '../catalog-types.ts';
import { compare } from '../problem.ts';
import type { Evidence, Family, Localized, Platform, Stage } from '../schema.ts';
import { type Covered, coveredDefaults, coveredUnion, type SdkSurface } from '../sdk-coverage.ts';
import { FAMILIES, PLATFORMS, STAGES } from '../vocabulary.ts';
import { walkValues } from '../walk.ts';

/** What a platform's claims say, and how sure they are. */
export interface PlatformFigures {
  readonly accepts: number;
  readonly rejects: number;
  readonly renamed: number;
  readonly byModel: number;
  readonly unknown: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
  /** Claims that say more than `unknown` and do not say how sure they are. */
  readonly unrated: number;
  readonly disputed: number;
}

/** Coverage of the manifest at a glance. Lists name what is missing, so that somebody can mend it. */
export interface Report {
  readonly features: number;
  readonly betas: number;
  readonly byStage: Readonly<Record<Stage, number>>;
  readonly byFamily: Readonly<Record<Family, number>>;
  readonly undocumented: number;
  readonly rules: number;
  readonly betasWithRules: number;
  readonly platforms: Readonly<Record<Platform, PlatformFigures>>;
  /** `beta platform` of every claim that says more than `unknown` and shows no source. */
  readonly claimsWithoutEvidence: readonly string[];
  readonly betasWithoutDocs: readonly string[];
  readonly betasWithoutEvidence: readonly string[];
  readonly betasInReview: readonly string[];
  readonly conflicts: number;
  readonly traps: number;
  readonly models: number;
  readonly texts: { readonly total: number; readonly bothLanguages: number };
  readonly sources: {
    readonly pages: number;
    readonly sdk: number;
    readonly oldestCheck: string | undefined;
    readonly newestCheck: string | undefined;
  };
  /** The sources that were read longest ago: where to look next. */
  readonly readLongestAgo: readonly {
    readonly checked: string;
    readonly beta: string;
    readonly url: string;
  }[];
  /** Absent where nothing is known of an SDK release. */
  readonly sdk?: { readonly version: string; readonly union: Covered; readonly defaults: Covered };
}

/** Computes the figures. With what is known of an SDK release, how much of that release is covered as well. */
export function report(catalog: Catalog, sdk?: SdkSurface): Report {
  const { betas } = catalog;
  const evidence = betas.flatMap(evidenceOf);
  const checks = evidence.flatMap(({ beta, source }) =>
    'checked' in source ? [{ checked: source.checked, beta, url: source.url }] : [],
  );
  const byAge = [
    ...new Map(checks.map((check) => [`${check.checked} ${check.url}`, check])).values(),
  ].sort((a, b) => compare(a.checked, b.checked) || compare(a.url, b.url));
  const texts = [...localized([catalog.features, catalog.platforms, betas])];
  return {
    features: catalog.features.length,
    betas: betas.length,
    byStage: tally(STAGES, betas, (beta) => beta.stage),
    byFamily: tally(FAMILIES, catalog.features, (feature) => feature.family),
    undocumented: betas.filter((beta) => beta.undocumented).length,
    rules: betas.reduce((sum, beta) => sum + beta.opens.length, 0),
    betasWithRules: betas.filter((beta) => beta.opens.length > 0).length,
    platforms: Object.fromEntries(
      PLATFORMS.map((platform) => [platform, platformFigures(betas, platform)]),
    ) as Record<Platform, PlatformFigures>,
    claimsWithoutEvidence: betas.flatMap((beta) =>
      PLATFORMS.filter(
        (platform) =>
          beta.platforms[platform].accepts !== 'unknown' &&
          beta.platforms[platform].evidence.length === 0,
      ).map((p) => `${beta.id} ${p}`),
    ),
    betasWithoutDocs: ids(betas, (beta) => !beta.docs),
    betasWithoutEvidence: ids(betas, (beta) => beta.evidence.length === 0),
    betasInReview: ids(betas, (beta) => beta.review.length > 0),
    conflicts: betas.reduce((sum, beta) => sum + beta.conflicts.length, 0),
    traps: betas.reduce((sum, beta) => sum + beta.traps.length, 0),
    models: catalog.models.length,
    texts: {
      total: texts.length,
      bothLanguages: texts.filter(({ en, id }) => en && id && en !== id).length,
    },
    sources: {
      pages: checks.length,
      sdk: evidence.length - checks.length,
      oldestCheck: byAge[0]?.checked,
      newestCheck: byAge.at(-1)?.checked,
    },
    readLongestAgo: byAge.slice(0, 5),
    ...(sdk && {
      sdk: {
        version: sdk.sdk,
        union: coveredUnion(catalog, sdk),
        defaults: coveredDefaults(catalog, sdk),
      },
    }),
  };
}

function platformFigures(betas: readonly CatalogBeta[], platform: Platform): PlatformFigures {
  const claims = betas.map((beta) => beta.platforms[platform]);
  const stated = claims.filter((claim) => claim.accepts !== 'unknown');
  const sure = (confidence: string | undefined): number =>
    stated.filter((claim) => claim.confidence === confidence).length;
  return {
    accepts: claims.filter((claim) => claim.accepts === true).length,
    rejects: claims.filter((claim) => claim.accepts === false).length,
    renamed: claims.filter((claim) => typeof claim.accepts === 'object' && 'as' in claim.accepts)
      .length,
    byModel: claims.filter(
      (claim) => typeof claim.accepts === 'object' && 'models' in claim.accepts,
    ).length,
    unknown: claims.length - stated.length,
    high: sure('high'),
    medium: sure('medium'),
    low: sure('low'),
    unrated: sure(undefined),
    disputed: stated.filter((claim) => claim.disputed !== undefined).length,
  };
}

function tally<K extends string, T>(
  keys: readonly K[],
  items: readonly T[],
  keyOf: (item: T) => K,
): Record<K, number> {
  return Object.fromEntries(
    keys.map((key) => [key, items.filter((item) => keyOf(item) === key).length]),
  ) as Record<K, number>;
}

const ids = (betas: readonly CatalogBeta[], wanted: (beta: CatalogBeta) => boolean): string[] =>
  betas.filter(wanted).map((beta) => beta.id);

/** Every source of a beta, wherever it stands in it. */
function evidenceOf(beta: CatalogBeta): { beta: string; source: Evidence }[] {
  const found: Evidence[] = [];
  walkValues(beta, (key, value) => {
    if (key === 'evidence' && Array.isArray(value)) found.push(...(value as Evidence[]));
  });
  return found.map((source) => ({ beta: beta.id, source }));
}

/** Every text once, also where several entries share it. */
function localized(root: unknown): Iterable<Localized> {
  const found = new Map<string, Localized>();
  walkValues(root, (_, value) => {
    if (
      typeof value !== 'object' ||
      value === null ||
      typeof (value as Partial<Localized>).en !== 'string'
    )
      return;
    found.set(JSON.stringify(value), value as Localized);
    return false;
  });
  return found.values();
}
