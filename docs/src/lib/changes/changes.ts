/** The dated changes of betas, features and models, by the day on which they happened. */
import { compareVersions } from '@beta-headers/grammar';
import type { Catalog } from '@beta-headers/manifest';
import { findSdkSince, getStartDate } from '../betas.ts';
import type {
  CatalogAcceptance,
  CatalogAvailability,
  CatalogBeta,
  CatalogEvent,
  CatalogFeature,
  Evidence,
  Localized,
} from '../catalog.ts';

export const CHANGE_KINDS = [
  'released',
  'deprecated',
  'superseded',
  'graduated',
  'retired',
  'ends',
  'model',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One change. A release of the SDK that deprecates several betas is one change. */
export interface Change {
  /** The anchor on the page and the id in feeds. It has no date, because dates get corrected. */
  readonly id: string;
  readonly kind: ChangeKind;
  readonly date: string;
  /** The betas that it is about. Empty for the end of a feature or of a model. */
  readonly betas: readonly CatalogBeta[];
  readonly feature?: CatalogFeature | undefined;
  readonly models: readonly string[];
  /** The platforms that it concerns. */
  readonly platforms: readonly string[];
  /** The release of the TypeScript SDK that it came with, or that first knew the beta. */
  readonly sdk?: string | undefined;
  /** The beta that replaces another. */
  readonly successor?: CatalogBeta | undefined;
  /** The code of the advice for requests that are refused afterwards. */
  readonly fix?: string | undefined;
  /** Marks an announced end that has not been confirmed. */
  readonly announced?: boolean | undefined;
  readonly note?: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

/** The part of the Catalog that has dates. */
export type ChangeSource = Pick<
  Catalog,
  'betas' | 'features' | 'models' | 'platforms' | 'sdkReleases' | 'sources'
>;

/**
 * Lists every dated change, newest first. The date in a name is no event: it says when a format was
 * fixed. Without a dated source, the release of the SDK that first had a beta is its day.
 */
export function listChanges(catalog: ChangeSource): Change[] {
  return [
    ...catalog.betas.flatMap((beta) => listBetaChanges(beta, catalog)),
    ...listDeprecations(catalog),
    ...catalog.features.flatMap((feature) => listEnds(feature)),
    ...listModelChanges(catalog),
  ].sort(compareNewestFirst);
}

/** Dates an event by a release of the TypeScript SDK. */
function makeSdkEvent(catalog: ChangeSource, version: string | undefined): CatalogEvent {
  const date = catalog.sdkReleases.find((release) => release.version === version)?.date;
  return { ...(date && { date }), evidence: citeSdk(catalog, version) };
}

/** Cites the changelog of the newest known SDK, which has the sections of every release. */
function citeSdk({ sources }: ChangeSource, version: string | undefined): Evidence[] {
  const [newest] = sources
    .flatMap((source) =>
      'package' in source && source.package === '@anthropic-ai/sdk' ? [source] : [],
    )
    .sort((a, b) => compareVersions(b.version, a.version));
  return newest ? [{ source: newest.id, at: `CHANGELOG.md ${version}` }] : [];
}

function listBetaChanges(beta: CatalogBeta, catalog: ChangeSource): Change[] {
  const feature = catalog.features.find(({ betas }) => betas.includes(beta.id));
  const make = (kind: ChangeKind, event: CatalogEvent, more: Partial<Change> = {}): Change[] =>
    event.date === undefined
      ? []
      : [
          {
            id: `${kind}-${beta.id}`,
            kind,
            date: event.date,
            betas: [beta],
            feature,
            models: [],
            platforms: listPlatforms(kind, beta, feature, catalog),
            note: event.note,
            evidence: event.evidence,
            ...more,
          },
        ];
  const sdk = findSdkSince(beta);
  const released = beta.released ?? makeSdkEvent(catalog, sdk);
  const successor = catalog.betas.find(({ id }) => id === beta.supersededBy);
  return [
    ...make('released', released, { sdk }),
    ...(beta.graduated ? make('graduated', beta.graduated) : []),
    ...(beta.retired ? make('retired', beta.retired) : []),
    ...(successor
      ? make('superseded', getReplacement(beta, successor, catalog), { successor })
      : []),
  ];
}

/** A beta is replaced on the first day of its successor, unless that is the older one. */
function getReplacement(
  beta: CatalogBeta,
  successor: CatalogBeta,
  catalog: ChangeSource,
): CatalogEvent {
  const getDay = (one: CatalogBeta): string | undefined =>
    one.released?.date ?? makeSdkEvent(catalog, findSdkSince(one)).date;
  const day = getDay(successor);
  const isLater = day !== undefined && day > (getDay(beta) ?? getStartDate(beta));
  return { ...(isLater && { date: day }), evidence: [] };
}

/**
 * Lists the platforms where the feature exists. Whoever sends a value is also concerned where the
 * value is only accepted, unless it is new.
 */
function listPlatforms(
  kind: ChangeKind,
  beta: CatalogBeta,
  feature: CatalogFeature | undefined,
  { platforms }: ChangeSource,
): string[] {
  const works = ({ status }: CatalogAvailability): boolean => status === 'available';
  const takes = ({ status }: CatalogAcceptance): boolean => status === 'accepted';
  return platforms
    .map(({ id }) => id)
    .filter(
      (id) =>
        feature?.availability[id]?.some(works) ||
        (kind !== 'released' && beta.acceptance[id]?.some(takes)),
    );
}

/** Makes one change for each release of the SDK that deprecates betas. */
function listDeprecations(catalog: ChangeSource): Change[] {
  return catalog.sdkReleases.flatMap(({ version, date }) => {
    const betas = catalog.betas.filter(({ sdk }) => sdk.deprecated === version);
    if (betas.length === 0) return [];
    const features = betas.map((beta) =>
      catalog.features.find(({ name }) => name === beta.feature),
    );
    const platforms = new Set(
      betas.flatMap((beta, index) => listPlatforms('deprecated', beta, features[index], catalog)),
    );
    return {
      id: `deprecated-sdk-${version}`,
      kind: 'deprecated' as const,
      date,
      betas,
      models: [],
      platforms: catalog.platforms.map(({ id }) => id).filter((id) => platforms.has(id)),
      sdk: version,
      evidence: citeSdk(catalog, version),
    };
  });
}

/** Makes one change for each day and set of models on which claims about a feature end. */
function listEnds(feature: CatalogFeature): Change[] {
  const ends = new Map<string, Change>();
  for (const [platform, claims] of Object.entries(feature.availability)) {
    for (const claim of claims) {
      if (!claim.until || claim.status !== 'available') continue;
      const models = claim.models ?? [];
      const id = ['ends', feature.name, ...models].join('-');
      const known = ends.get(`${id} ${claim.until}`);
      ends.set(`${id} ${claim.until}`, {
        id,
        kind: 'ends',
        date: claim.until,
        betas: [],
        feature,
        models,
        platforms: [...(known?.platforms ?? []), platform],
        fix: known?.fix ?? findFixAfter(claim, claims),
        evidence: known?.evidence ?? claim.evidence,
      });
    }
  }
  return [...ends.values()];
}

/** Finds the advice of the claim that holds once another one has ended. */
const findFixAfter = (
  ended: CatalogAvailability,
  claims: readonly CatalogAvailability[],
): string | undefined =>
  claims
    .slice(claims.indexOf(ended) + 1)
    .find(({ models }) => !models || models.some((model) => ended.models?.includes(model)))?.fix;

function listModelChanges({ models, platforms }: ChangeSource): Change[] {
  const operated = platforms.filter(({ operator }) => operator === 'anthropic');
  return models.flatMap(({ id, retires, retired, evidence }) => {
    const date = retired ?? retires;
    if (date === undefined) return [];
    return {
      id: `model-${id}`,
      kind: 'model' as const,
      date,
      betas: [],
      models: [id],
      platforms: operated.map((platform) => platform.id),
      announced: retired === undefined,
      evidence: evidence ?? [],
    };
  });
}

/** Tests if something stops working with a change. */
export const isEnd = ({ kind }: Change): boolean =>
  kind === 'ends' || kind === 'model' || kind === 'retired';

/** Lists the ends after a day, the next one first. */
export const listUpcoming = (changes: readonly Change[], day: string): Change[] =>
  changes.filter((change) => isEnd(change) && change.date > day).reverse();

/** An entry with a day. */
interface Dated {
  readonly date: string;
}

/** Groups entries by year (4), by month (7) or by day (10), in their order. */
export function groupByDate<T extends Dated>(
  entries: readonly T[],
  length: 4 | 7 | 10,
): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const key = entry.date.slice(0, length);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups];
}

/** Compares two entries: newest first, then by kind and by id, so that the order never changes. */
function compareNewestFirst(a: Change, b: Change): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  const rank = CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind);
  return rank || (a.id < b.id ? -1 : 1);
}
