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

/** A change with a name of its own. */
export type ReleasedChange = Change & {
  /**
   * `1.3.0/graduated/computer-use-2025-11-24`, with `/2`, `/3` … where a release changed the same
   * thing of the same beta several times.
   */
  readonly id: string;
};

/** One release. */
export interface ReleaseRecord {
  readonly version: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** The release of the official SDK that the manifest was in line with. */
  readonly sdk?: string;
  /** The weightiest first; of the first release everything that it brought. */
  readonly changes: readonly ReleasedChange[];
}

/** Every release, the oldest first. What is in it never changes. */
export interface History {
  readonly schemaVersion: 1;
  readonly releases: readonly ReleaseRecord[];
}

/** The history of the published manifest. */
export const history: History = data as unknown as History;

/**
 * Adds a release to the history; the old entries stay as they are. Without a Catalog before it,
 * everything is new.
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
      `history.json has ${version} already, and what is released does not change. Raise the ` +
        'version, or take the unreleased entry out.',
    );
  }
  const last = before.releases.at(-1);
  if (last && date < last.date)
    throw new Error(
      `${version} would be of ${date}, before ${last.version} of ${last.date}. Give the day ` +
        'with --date.',
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
    errors: [],
    surface: { params: [], tools: [], blocks: [] },
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

/** The content of `released.json`, with which the lints compare the next manifest. */
export function releasedOf(
  catalog: Catalog,
  version: string,
): Released & { readonly version: string } {
  return {
    version,
    betas: catalog.betas.map(({ id, feature, stage }) => ({ id, feature, stage })),
  };
}
