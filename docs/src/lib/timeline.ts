/** Every dated fact of the Catalog, newest first. */
import type { CatalogBeta, CatalogEvent, Evidence, Localized } from './catalog.ts';

export const EVENT_KINDS = ['named', 'released', 'graduated', 'retired'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface TimelineEntry {
  readonly date: string;
  readonly kind: EventKind;
  readonly beta: CatalogBeta;
  readonly note?: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

/** All dates of these betas. `named` is the date in the id; it is left out where a release date is known to be the same day. */
export function timelineOf(betas: readonly CatalogBeta[]): TimelineEntry[] {
  return betas.flatMap(entriesOf).sort(newestFirst);
}

function entriesOf(beta: CatalogBeta): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  const add = (kind: EventKind, event: CatalogEvent | undefined): void => {
    if (event?.date) entries.push({ date: event.date, kind, beta, note: event.note, evidence: event.evidence });
  };
  add('released', beta.released);
  add('graduated', beta.graduated);
  add('retired', beta.retired);
  if (beta.date && beta.released?.date !== beta.date) entries.push({ date: beta.date, kind: 'named', beta, evidence: [] });
  return entries;
}

function newestFirst(a: TimelineEntry, b: TimelineEntry): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  if (a.beta.id !== b.beta.id) return a.beta.id < b.beta.id ? -1 : 1;
  return EVENT_KINDS.indexOf(b.kind) - EVENT_KINDS.indexOf(a.kind);
}

/** Entries by year, in their order. */
export function byYear(entries: readonly TimelineEntry[]): [string, TimelineEntry[]][] {
  const years = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const year = entry.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return [...years];
}

/** The name of an entry on the page, and in the feeds: the date may be corrected later, what happened to which beta stays. */
export const entryId = ({ kind, beta }: TimelineEntry): string => `${kind}-${beta.id}`;

/** Which release of the SDK was the first to know which betas; newest release first. */
export function bySdkVersion(betas: readonly CatalogBeta[]): { version: string; betas: CatalogBeta[] }[] {
  const versions = new Map<string, CatalogBeta[]>();
  for (const beta of betas) {
    const version = beta.sdk.since;
    if (version) versions.set(version, [...(versions.get(version) ?? []), beta]);
  }
  return [...versions].map(([version, known]) => ({ version, betas: known })).sort((a, b) => compareVersions(b.version, a.version));
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const differing = left?.findIndex((part, index) => part !== right?.[index]) ?? -1;
  return differing === -1 ? 0 : (left?.[differing] ?? 0) - (right?.[differing] ?? 0);
}
