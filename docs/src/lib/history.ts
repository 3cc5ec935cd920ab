/** What each release of the packages changed, from the manifest's history. */
import type { History, ReleasedChange, ReleaseRecord } from '@beta-headers/manifest/history';
import data from '@beta-headers/manifest/history.json';

export type { ReleasedChange, ReleaseRecord };

/** Every release, the newest first. */
export const releases: readonly ReleaseRecord[] = [...(data as unknown as History).releases].reverse();

/** What the releases changed about one beta, feature, platform or model, the newest first. */
export function historyOf(
  subject: string,
  all: readonly ReleaseRecord[] = releases,
): readonly { readonly release: ReleaseRecord; readonly change: ReleasedChange }[] {
  return all.flatMap((release) => release.changes.filter((change) => change.subject === subject).map((change) => ({ release, change })));
}
