/** The changes of the published Catalog and of the manifest's releases. */
import type { History, ReleaseRecord } from '@beta-headers/manifest/history';
import data from '@beta-headers/manifest/history.json';
import { catalog } from '../catalog.ts';
import { type Change, listChanges } from './changes.ts';
import { type DataChange, listDataChanges } from './data-changes.ts';

/** Every release, the newest first. */
export const releases: readonly ReleaseRecord[] = [
  ...(data as unknown as History).releases,
].reverse();

/** Every dated change, the newest first. */
export const changes: readonly Change[] = listChanges(catalog);

/** An entry of the page and of the feeds. */
export type Entry = Change | DataChange;

export const isDataChange = (entry: Entry): entry is DataChange => 'release' in entry;

/** Every entry, the newest first. */
export const entries: readonly Entry[] = mergeEntries(changes, listDataChanges(changes, releases));

/** Merges both lists, newest first. On the same day the dated changes come first. */
export function mergeEntries(
  dated: readonly Change[],
  ofData: readonly DataChange[],
): readonly Entry[] {
  return [...dated, ...ofData].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

const bySubject = new Map<string, Entry[]>();
for (const entry of entries)
  for (const subject of listSubjects(entry))
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), entry]);

/** Lists the betas, or else the feature, that an entry is about. */
function listSubjects(entry: Entry): string[] {
  if (isDataChange(entry)) return [entry.change.subject];
  if (entry.betas.length > 0) return entry.betas.map(({ id }) => id);
  return entry.feature ? [entry.feature.name] : [];
}

/** Finds the entries about a beta or a feature, newest first. */
export const findEntries = (subject: string): readonly Entry[] => bySubject.get(subject) ?? [];
