/** The changes that releases of the manifest made to the data, beside the dated changes. */
import type { ChangeKind, ReleasedChange, ReleaseRecord } from '@beta-headers/manifest/history';
import type { Change } from './changes.ts';

/** A change of the manifest that no dated change reports. */
export interface DataChange {
  readonly id: string;
  readonly kind: ChangeKind;
  /** The day of the release. */
  readonly date: string;
  readonly change: ReleasedChange;
  readonly release: ReleaseRecord;
}

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

/** Changes that a dated change already reports, by their kind. */
const SAME_NEWS: Readonly<Partial<Record<ChangeKind, string>>> = {
  'beta-added': 'released',
  superseded: 'superseded',
  graduated: 'graduated',
  retired: 'retired',
};

/** Makes the anchor of a change on the page, without `/`, which would end a path. */
export const makeChangeId = (id: string): string => `v${id.replaceAll('/', '_')}`;

/** Lists the changes of the data, newest first. The first release repeats the dated changes. */
export function listDataChanges(
  changes: readonly Change[],
  releases: readonly ReleaseRecord[],
): DataChange[] {
  return listReleaseLines(changes, releases).flatMap(({ release, first, lines }) =>
    first
      ? []
      : lines
          .filter(({ id, entry, change }) => entry && id === makeChangeId(change.id))
          .map(({ id, change }) => ({
            id,
            kind: change.kind,
            date: release.date,
            change,
            release,
          })),
  );
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

/** Lists every release (newest first) with all of its changes. */
export function listReleaseLines(
  changes: readonly Change[],
  releases: readonly ReleaseRecord[],
): ReleaseLines[] {
  const dated = new Set(changes.map(({ id }) => id));
  return releases.map((release, index) => ({
    release,
    first: index === releases.length - 1,
    lines: release.changes.map((change) => {
      const kind = SAME_NEWS[change.kind];
      const id = kind && dated.has(`${kind}-${change.subject}`) && `${kind}-${change.subject}`;
      return {
        change,
        id: id || makeChangeId(change.id),
        entry: Boolean(id) || !MINOR.has(change.kind),
      };
    }),
  }));
}
