/** The timeline: dated facts of the Catalog, and other changes from releases of the manifest. */
import { compareVersions } from '@beta-headers/grammar';
import type { Catalog } from '@beta-headers/manifest';
import type { ChangeKind, ReleasedChange, ReleaseRecord } from '@beta-headers/manifest/history';
import { findSdkSince, getStartDate } from './betas.ts';
import type { CatalogBeta, CatalogEvent, Evidence, Localized } from './catalog.ts';

export const FACT_KINDS = ['named', 'released', 'superseded', 'graduated', 'retired'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** A dated fact about a beta. */
export interface Fact {
  /**
   * The anchor on the page and the id in the feeds. It contains no date, because a date may be
   * corrected.
   */
  readonly id: string;
  readonly kind: FactKind;
  readonly date: string;
  readonly beta: CatalogBeta;
  /** The beta that replaced it. */
  readonly successor?: CatalogBeta | undefined;
  readonly note?: Localized | undefined;
  readonly evidence: readonly Evidence[];
  /** The release of the manifest that added the fact, unless that was the first release. */
  readonly release?: ReleaseRecord | undefined;
}

/** A change of the manifest without a dated fact. */
export interface ManifestChange {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly date: string;
  readonly change: ReleasedChange;
  readonly release: ReleaseRecord;
}

export type TimelineEntry = Fact | ManifestChange;

/** Changes of wording and of sources, which are listed with their release only. */
const MINOR: ReadonlySet<ChangeKind> = new Set([
  'text-changed',
  'evidence-changed',
  'availability-evidence',
  'acceptance-evidence',
  'platform-facts',
  'date-changed',
  'fix-changed',
  'not-beta-changed',
  'error-changed',
  'source-added',
  'source-removed',
  'source-changed',
]);

/** Changes that a fact already reports, by their kind. */
const SAME_NEWS: Readonly<Partial<Record<ChangeKind, readonly FactKind[]>>> = {
  'beta-added': ['released', 'named'],
  superseded: ['superseded'],
  graduated: ['graduated'],
  retired: ['retired'],
};

export const isFact = (entry: TimelineEntry): entry is Fact => 'beta' in entry;

/** Makes the anchor of a change on the page, without `/`, which would end a path. */
export const makeChangeId = (id: string): string => `v${id.replaceAll('/', '_')}`;

/** The date of the release that added an entry, else the date of the entry. */
export const getNewsDate = (entry: TimelineEntry): string => entry.release?.date ?? entry.date;

/**
 * Finds the release of the official SDK that an entry belongs to: the first with the beta or its
 * successor, or the one that the release of the manifest follows.
 */
export function findSdkVersion(entry: TimelineEntry): string | undefined {
  if (!isFact(entry)) return entry.release.sdk;
  if (entry.kind === 'superseded') return entry.successor && findSdkSince(entry.successor);
  return entry.kind === 'named' || entry.kind === 'released' ? findSdkSince(entry.beta) : undefined;
}

/**
 * Collects all dated facts about these betas, newest first. `named` is the date in the id, which is
 * left out if the beta was released on that day.
 */
export function collectFacts(betas: readonly CatalogBeta[]): Fact[] {
  const byId = new Map(betas.map((beta) => [beta.id, beta]));
  return betas.flatMap((beta) => readFacts(beta, byId)).sort(compareNewestFirst);
}

/**
 * Collects facts and other changes of the releases (newest first), newest first. The first release
 * is left out, because it only repeats the facts.
 */
export function collectEntries(
  { betas }: Pick<Catalog, 'betas'>,
  releases: readonly ReleaseRecord[],
): TimelineEntry[] {
  const facts = new Map(collectFacts(betas).map((fact) => [fact.id, fact]));
  const others: ManifestChange[] = [];
  for (const release of releases.slice(0, -1).reverse()) {
    for (const change of release.changes) {
      const factId = findFactId(change, facts);
      if (factId !== undefined) facts.set(factId, { release, ...(facts.get(factId) as Fact) });
      else if (!MINOR.has(change.kind))
        others.push({
          id: makeChangeId(change.id),
          kind: change.kind,
          date: release.date,
          change,
          release,
        });
    }
  }
  return [...facts.values(), ...others].sort(compareNewestFirst);
}

/** A release as the page lists it. Each change has the anchor of its entry, or one of its own. */
export interface ReleaseLines {
  readonly release: ReleaseRecord;
  /** Marks the first release, whose changes would only repeat the Catalog. */
  readonly first: boolean;
  readonly lines: readonly {
    readonly change: ReleasedChange;
    readonly id: string;
    readonly entry: boolean;
  }[];
}

/** Lists every release, newest first, with all of its changes. */
export function listReleaseLines(
  { betas }: Pick<Catalog, 'betas'>,
  releases: readonly ReleaseRecord[],
): ReleaseLines[] {
  const facts = new Map(collectFacts(betas).map((fact) => [fact.id, fact]));
  return releases.map((release, index) => ({
    release,
    first: index === releases.length - 1,
    lines: release.changes.map((change) => {
      const factId = findFactId(change, facts);
      return {
        change,
        id: factId ?? makeChangeId(change.id),
        entry: factId !== undefined || !MINOR.has(change.kind),
      };
    }),
  }));
}

function findFactId(
  { kind, subject }: ReleasedChange,
  facts: ReadonlyMap<string, Fact>,
): string | undefined {
  return SAME_NEWS[kind]?.map((fact) => `${fact}-${subject}`).find((id) => facts.has(id));
}

function readFacts(beta: CatalogBeta, byId: ReadonlyMap<string, CatalogBeta>): Fact[] {
  const facts: Fact[] = [];
  const add = (kind: FactKind, event: CatalogEvent | undefined, successor?: CatalogBeta): void => {
    if (event?.date)
      facts.push({
        id: `${kind}-${beta.id}`,
        date: event.date,
        kind,
        beta,
        successor,
        note: event.note,
        evidence: event.evidence,
      });
  };
  add('released', beta.released);
  add('graduated', beta.graduated);
  add('retired', beta.retired);
  const successor = beta.supersededBy ? byId.get(beta.supersededBy) : undefined;
  // A beta is replaced on the first day of its successor, unless that is the older one.
  if (successor && getStartDate(successor) > getStartDate(beta))
    add('superseded', { date: getStartDate(successor), evidence: [] }, successor);
  if (beta.released?.date !== beta.date) add('named', { date: beta.date, evidence: [] });
  return facts;
}

/** Gets the id of the beta or the feature that an entry is about. */
export const getSubject = (entry: TimelineEntry): string =>
  isFact(entry) ? entry.beta.id : entry.change.subject;

function compareNewestFirst(a: TimelineEntry, b: TimelineEntry): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  const [left, right] = [getSubject(a), getSubject(b)];
  if (left !== right) return left < right ? -1 : 1;
  const rank = ({ kind }: TimelineEntry): number => (FACT_KINDS as readonly string[]).indexOf(kind);
  return rank(b) - rank(a) || (a.id < b.id ? -1 : 1);
}

/** Groups entries by year, in their order. */
export function groupByYear(entries: readonly TimelineEntry[]): [string, TimelineEntry[]][] {
  const years = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const year = entry.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return [...years];
}

/** The betas that one release of the SDK added, and those that it deprecated. */
export interface SdkVersion {
  readonly version: string;
  readonly added: readonly CatalogBeta[];
  readonly deprecated: readonly CatalogBeta[];
}

/** Groups betas by the SDK releases that added or deprecated them, newest release first. */
export function groupBySdkVersion(betas: readonly CatalogBeta[]): SdkVersion[] {
  const versions = new Set(
    betas.flatMap((beta) => [findSdkSince(beta) ?? [], beta.sdk.deprecated ?? []].flat()),
  );
  return [...versions]
    .sort((a, b) => compareVersions(b, a))
    .map((version) => ({
      version,
      added: betas.filter((beta) => findSdkSince(beta) === version),
      deprecated: betas.filter(({ sdk }) => sdk.deprecated === version),
    }));
}
