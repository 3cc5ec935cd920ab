/**
 * The changes of each release, as data: `history.json`, to which `npm run release:version` appends.
 * Timelines and feeds are made from it, in each language by the renderers of
 * `@beta-headers/manifest/diff`.
 * @module
 */
import data from '../history.json' with { type: 'json' };
import type { Catalog } from './catalog-types.ts';
import type { Change } from './diff/change.ts';
import { diffCatalogs } from './diff/changes.ts';
import type { Released } from './manifest-sources.ts';

export type { Change } from './diff/change.ts';
export type { Bump, ChangeGroup, ChangeKind } from './diff/kinds.ts';

/** A change with an id. */
export type ReleasedChange = Change & {
  /**
   * `1.3.0/graduated/computer-use-2025-11-24`, with `/2`, `/3` … for further changes of the same
   * kind and subject.
   */
  readonly id: string;
};

/** One release. */
export interface ReleaseRecord {
  readonly version: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** The SDK release that the manifest covered. */
  readonly sdk?: string;
  /** Most significant first. The first release lists everything as new. */
  readonly changes: readonly ReleasedChange[];
}

/** Every release, oldest first. Entries never change. */
export interface History {
  readonly schemaVersion: 1;
  readonly releases: readonly ReleaseRecord[];
}

/** The history of the published manifest. */
export const history: History = data as unknown as History;

/**
 * Appends a release to the history. Without the Catalog of the release before, everything is new.
 * @throws {Error} if the history has the version, or a later release
 */
export function addRelease(
  before: History,
  release: {
    readonly version: string;
    readonly date: string;
    readonly sdk?: string;
    readonly before?: Catalog;
    readonly after: Catalog;
  },
): History {
  const { version, date, sdk, after } = release;
  if (before.releases.some((one) => one.version === version)) {
    throw new Error(
      `history.json already has ${version}, and a released entry does not change. Raise the ` +
        'version, or remove the entry if it is not released.',
    );
  }
  const last = before.releases.at(-1);
  if (last && date < last.date)
    throw new Error(
      `${version} has the date ${date}, which is before ${last.version} of ${last.date}. Give ` +
        'the day with --date.',
    );
  const nothing: Catalog = {
    schemaVersion: 2,
    features: [],
    betas: [],
    platforms: [],
    models: [],
    sources: [],
    fixes: [],
    notBetas: [],
    sdks: [],
    clients: [],
    apiVersions: [],
    errors: [],
    surface: { params: [], tools: [], blocks: [] },
    sdkReleases: [],
  };
  const seen = new Map<string, number>();
  const changes = diffCatalogs(release.before ?? nothing, after).map((change): ReleasedChange => {
    const name = `${version}/${change.kind}/${change.subject}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { id: times === 1 ? name : `${name}/${times}`, ...change };
  });
  return {
    ...before,
    releases: [...before.releases, { version, date, ...(sdk && { sdk }), changes }],
  };
}

/** Creates the content of `released.json`, which the lints compare with the next manifest. */
export function createReleased(
  catalog: Catalog,
  version: string,
): Released & { readonly version: string } {
  return {
    version,
    betas: catalog.betas.map(({ id, feature, stage }) => ({ id, feature, stage })),
  };
}
