/** Measures the completeness of the manifest. */
import type { Catalog, CatalogSource } from '../catalog-types.ts';
import { AUDIENCES, FAMILIES, STAGES } from '../enums.ts';
import { compare } from '../problem.ts';
import type { Audience, Evidence, Family, Localized, Stage } from '../schema/index.ts';
import {
  type Covered,
  countCoveredDefaults,
  countCoveredUnion,
  type SdkSurface,
} from '../sdk-coverage.ts';
import { walkValues } from '../walk-values.ts';
import { type ClaimCounts, countClaims, findClaimsWithoutEvidence } from './claim-counts.ts';
import { type Coverage, computeCoverage } from './coverage.ts';

/** The completeness of the manifest. Lists name what is missing. */
export interface Report {
  readonly features: number;
  readonly betas: number;
  readonly byStage: Readonly<Record<Stage, number>>;
  readonly byFamily: Readonly<Record<Family, number>>;
  readonly byAudience: Readonly<Record<Audience, number>>;
  readonly undocumented: number;
  readonly rules: number;
  readonly betasWithRules: number;
  readonly uses: number;
  readonly constraints: number;
  readonly substitutes: number;
  readonly effects: number;
  readonly models: number;
  readonly fixes: number;
  readonly notBetas: number;
  readonly errors: number;
  /** Known and unknown facts, by platform and by fact. */
  readonly coverage: Coverage;
  /** The claims about features, by platform. */
  readonly availability: Readonly<Record<string, ClaimCounts>>;
  /** The claims about header values, by platform. */
  readonly acceptance: Readonly<Record<string, ClaimCounts>>;
  /** `feature platform` of every claim other than `unknown` that has no evidence. */
  readonly claimsWithoutEvidence: readonly string[];
  readonly featuresWithoutUses: readonly string[];
  readonly featuresWithoutRemoval: readonly string[];
  readonly betasWithoutDocs: readonly string[];
  readonly betasWithoutEvidence: readonly string[];
  readonly betasInReview: readonly string[];
  readonly texts: { readonly total: number; readonly bothLanguages: number };
  readonly sources: {
    readonly pages: number;
    readonly packages: number;
    readonly citations: number;
    readonly oldestCheck: string | undefined;
    readonly newestCheck: string | undefined;
  };
  /** The pages that were read longest ago and should be checked next. */
  readonly readLongestAgo: readonly {
    readonly checked: string;
    readonly source: string;
    readonly url: string;
    readonly citations: number;
  }[];
  /** Absent without an SDK release. */
  readonly sdk?: { readonly version: string; readonly union: Covered; readonly defaults: Covered };
}

/** Builds the report, with the coverage of an SDK release if one is given. */
export function report(catalog: Catalog, sdk?: SdkSurface): Report {
  const { features, betas } = catalog;
  const rules = betas.map(({ requires }) => requires.length);
  const texts = [
    ...collectTexts([features, catalog.platforms, betas, catalog.fixes, catalog.notBetas]),
  ];
  return {
    features: features.length,
    betas: betas.length,
    byStage: tally(STAGES, betas, ({ stage }) => stage),
    byFamily: tally(FAMILIES, features, ({ family }) => family),
    byAudience: tally(AUDIENCES, features, ({ audience }) => audience),
    undocumented: betas.filter(({ undocumented }) => undocumented).length,
    rules: sum(rules),
    betasWithRules: rules.filter((count) => count > 0).length,
    uses: sum(features.map(({ uses }) => uses.length)),
    constraints: sum(features.map(({ constraints }) => constraints.length)),
    substitutes: sum(features.map(({ substitutes }) => substitutes.length)),
    effects: sum(features.map(({ effects }) => effects.length)),
    models: catalog.models.length,
    fixes: catalog.fixes.length,
    notBetas: catalog.notBetas.length,
    errors: catalog.errors.length,
    coverage: computeCoverage(catalog),
    availability: countClaims('availability', catalog),
    acceptance: countClaims('acceptance', catalog),
    claimsWithoutEvidence: findClaimsWithoutEvidence(catalog),
    featuresWithoutUses: features.filter(({ uses }) => uses.length === 0).map(({ name }) => name),
    featuresWithoutRemoval: features.filter((one) => !one.removal).map(({ name }) => name),
    betasWithoutDocs: betas.filter(({ docs }) => !docs).map(({ id }) => id),
    betasWithoutEvidence: betas.filter((one) => one.evidence.length === 0).map(({ id }) => id),
    betasInReview: betas.filter(({ review }) => review.length > 0).map(({ id }) => id),
    texts: {
      total: texts.length,
      bothLanguages: texts.filter(({ en, id }) => en && id && en !== id).length,
    },
    ...countSources(catalog),
    ...(sdk && {
      sdk: {
        version: sdk.sdk,
        union: countCoveredUnion(catalog, sdk),
        defaults: countCoveredDefaults(catalog, sdk),
      },
    }),
  };
}

function countSources(catalog: Catalog): Pick<Report, 'sources' | 'readLongestAgo'> {
  const { features, betas, platforms, models, notBetas, errors, sources } = catalog;
  const cited = countCitations([features, betas, platforms, models, notBetas, errors]);
  const pages = sources.filter(isPage).sort(compareAge);
  return {
    sources: {
      pages: pages.length,
      packages: sources.filter((source) => 'package' in source).length,
      citations: sum([...cited.values()]),
      oldestCheck: pages[0]?.checked,
      newestCheck: pages.at(-1)?.checked,
    },
    readLongestAgo: pages.slice(0, 5).map(({ id, url, checked }) => ({
      checked,
      source: id,
      url,
      citations: cited.get(id) ?? 0,
    })),
  };
}

type Page = Extract<CatalogSource, { url: string }>;
const isPage = (source: CatalogSource): source is Page => 'url' in source;
const compareAge = (a: Page, b: Page): number =>
  compare(a.checked, b.checked) || compare(a.url, b.url);

/** Counts the citations of each source, without claims that were copied from another platform. */
function countCitations(root: unknown): Map<string, number> {
  const cited = new Map<string, number>();
  walkValues(root, (key, value) => {
    if (key !== 'evidence' || !Array.isArray(value))
      return (value as { derivedFrom?: unknown } | null)?.derivedFrom === undefined;
    for (const { source } of value as Evidence[]) cited.set(source, (cited.get(source) ?? 0) + 1);
    return false;
  });
  return cited;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function tally<K extends string, T>(
  keys: readonly K[],
  items: readonly T[],
  getKey: (item: T) => K,
): Record<K, number> {
  return Object.fromEntries(
    keys.map((key) => [key, items.filter((item) => getKey(item) === key).length]),
  ) as Record<K, number>;
}

/** Collects every text once, even if several entries share it. */
function collectTexts(root: unknown): Iterable<Localized> {
  const found = new Map<string, Localized>();
  walkValues(root, (key, value) => {
    if (key === 'evidence') return false;
    if (typeof (value as Partial<Localized> | null)?.en !== 'string') return true;
    found.set(JSON.stringify(value), value as Localized);
    return false;
  });
  return found.values();
}
