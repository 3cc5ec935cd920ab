/** The timeline of the published Catalog and of the manifest's releases. */
import type { History, ReleaseRecord } from '@beta-headers/manifest/history';
import data from '@beta-headers/manifest/history.json';
import { catalog } from './catalog.ts';
import { collectEntries, getSubject, type TimelineEntry } from './timeline.ts';

/** Every release, the newest first. */
export const releases: readonly ReleaseRecord[] = [
  ...(data as unknown as History).releases,
].reverse();

/** Every entry of the timeline, the newest first. */
export const entries: readonly TimelineEntry[] = collectEntries(catalog, releases);

const bySubject = new Map<string, TimelineEntry[]>();
for (const entry of entries)
  bySubject.set(getSubject(entry), [...(bySubject.get(getSubject(entry)) ?? []), entry]);

/** Finds the entries about a beta or a feature, newest first. */
export const findEntries = (subject: string): readonly TimelineEntry[] =>
  bySubject.get(subject) ?? [];
