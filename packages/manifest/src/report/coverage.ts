/** Counts what is known and what is unknown, by platform and by fact. */
import type { Catalog, CatalogBeta, CatalogFeature } from '../catalog-types.ts';
import { SDK_LANGUAGES } from '../enums.ts';
import { type Claim, type ClaimKind, listClaims } from './claim-counts.ts';

/**
 * The states of a feature or a value on a platform: known · known for some models, endpoints or
 * shapes only · copied from another platform · known, but sources contradict each other · unknown.
 */
export const STATES = ['known', 'partly', 'derived', 'disputed', 'unknown'] as const;
/** The state of a feature or a value on a platform. */
export type CoverageState = (typeof STATES)[number];

/** The number of cells by state, and in total. */
export type Cells = Readonly<Record<CoverageState | 'total', number>>;

/** The cells of one platform. */
export interface PlatformCoverage {
  /** Features or values that people may use. */
  readonly counted: Cells;
  /** Internal and retired ones, which need no further research. */
  readonly apart: Cells;
}

/** The number of features or betas with a known fact, without internal and retired ones. */
export interface FactCoverage {
  /** `zdr`, `models`, …; `sdk.python` is the first release of that SDK. */
  readonly fact: string;
  readonly of: 'features' | 'betas';
  readonly having: number;
  readonly total: number;
}

/** The coverage by platform and by fact. */
export interface Coverage {
  readonly availability: Readonly<Record<string, PlatformCoverage>>;
  readonly acceptance: Readonly<Record<string, PlatformCoverage>>;
  readonly facts: readonly FactCoverage[];
}

/** Computes the coverage of a manifest. */
export function computeCoverage(catalog: Catalog): Coverage {
  return {
    availability: countByPlatform('availability', catalog),
    acceptance: countByPlatform('acceptance', catalog),
    facts: countFactCoverage(catalog),
  };
}

/** The coverage of two manifests. */
export interface CoverageSince {
  readonly before: Coverage;
  readonly after: Coverage;
  /** The later coverage, limited to the features and betas of the earlier manifest. */
  readonly afterOfSame: Coverage;
}

/** Compares with an earlier manifest. New entries are often unknown, which is no regression. */
export function compareCoverage(before: Catalog, after: Catalog): CoverageSince {
  const names = new Set(before.features.map(({ name }) => name));
  const ids = new Set(before.betas.map(({ id }) => id));
  return {
    before: computeCoverage(before),
    after: computeCoverage(after),
    afterOfSame: computeCoverage({
      ...after,
      features: after.features.filter(({ name }) => names.has(name)),
      betas: after.betas.filter(({ id }) => ids.has(id)),
    }),
  };
}

const isApart = ({ stage }: CatalogBeta): boolean => stage === 'internal' || stage === 'retired';

/** Collects the internal and retired betas, and the features that have no other beta. */
function collectNamesApart({ features, betas }: Catalog): ReadonlySet<string> {
  const ids = new Set(betas.filter(isApart).map(({ id }) => id));
  const names = features.filter((feature) => feature.betas.every((id) => ids.has(id)));
  return new Set([...ids, ...names.map(({ name }) => name)]);
}

function countByPlatform(kind: ClaimKind, catalog: Catalog): Record<string, PlatformCoverage> {
  const apart = collectNamesApart(catalog);
  const owners = listClaims(kind, catalog);
  return Object.fromEntries(
    catalog.platforms.map(({ id }) => {
      const cells = (isLeftOut: boolean): Cells =>
        countCells(
          owners
            .filter(({ name }) => apart.has(name) === isLeftOut)
            .map(({ claims }) => findState(claims[id] ?? [])),
        );
      return [id, { counted: cells(false), apart: cells(true) }];
    }),
  );
}

function countCells(states: readonly CoverageState[]): Cells {
  const count = (state: CoverageState): number => states.filter((one) => one === state).length;
  return {
    ...(Object.fromEntries(STATES.map((state) => [state, count(state)])) as Record<
      CoverageState,
      number
    >),
    total: states.length,
  };
}

/** Finds the state of a list of claims. */
function findState(claims: readonly Claim[]): CoverageState {
  const stated = claims.filter(({ status }) => status !== 'unknown');
  if (stated.length === 0) return 'unknown';
  if (stated.some(({ disputed }) => disputed !== undefined)) return 'disputed';
  // The last claim applies to everything that the earlier ones do not cover.
  if (claims.at(-1)?.status === 'unknown') return 'partly';
  return stated.every(({ derivedFrom }) => derivedFrom !== undefined) ? 'derived' : 'known';
}

type Test<T> = (owner: T) => boolean;

const FEATURE_FACTS: Readonly<Record<string, Test<CatalogFeature>>> = {
  zdr: hasKey('zdr'),
  models: hasKey('models'),
  entitlement: ({ availability }) =>
    Object.values(availability)
      .flat()
      .some(({ needs }) => needs?.includes('entitlement')),
  effects: hasKey('effects'),
  apiVersion: hasKey('apiVersion'),
  removal: hasKey('removal'),
  constraints: hasKey('constraints'),
};

const BETA_FACTS: Readonly<Record<string, Test<CatalogBeta>>> = {
  released: ({ released }) => released?.date !== undefined,
  ...Object.fromEntries(
    SDK_LANGUAGES.map((language): [string, Test<CatalogBeta>] => [
      `sdk.${language}`,
      ({ sdk }) => sdk.since[language] !== undefined,
    ]),
  ),
};

/** Creates a test for a key that is present and not an empty list. */
function hasKey(key: keyof CatalogFeature): Test<CatalogFeature> {
  return ({ [key]: value }) => (Array.isArray(value) ? value.length > 0 : value !== undefined);
}

function countFactCoverage(catalog: Catalog): FactCoverage[] {
  const apart = collectNamesApart(catalog);
  const features = catalog.features.filter(({ name }) => !apart.has(name));
  const betas = catalog.betas.filter(({ id }) => !apart.has(id));
  return [
    ...countFacts('features', features, FEATURE_FACTS),
    ...countFacts('betas', betas, BETA_FACTS),
  ];
}

function countFacts<T>(
  of: FactCoverage['of'],
  owners: readonly T[],
  facts: Readonly<Record<string, Test<T>>>,
): FactCoverage[] {
  return Object.entries(facts).map(([fact, test]) => ({
    fact,
    of,
    having: owners.filter(test).length,
    total: owners.length,
  }));
}
