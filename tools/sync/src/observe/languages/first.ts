/** Finds the first release of an SDK that has each beta: from tags, or from a changelog. */
import { compareVersions } from '@beta-headers/grammar';
import type { SdkLanguage } from '@beta-headers/manifest';
import { readChangelog } from '../../read/changelog.ts';
import { findIds } from '../../read/ids.ts';
import { SyncError } from '../../sync-error.ts';
import { listTags, listTree, type Repository, readBlobs, readCommit } from '../git.ts';
import { findLayout, findValues, type Layout, type Values } from './layout.ts';

/** The first releases with a value: in the SDK's list of betas, and anywhere in its code. */
export interface First {
  readonly listed?: string;
  readonly used?: string;
}

/** The facts of one place about an SDK. */
export interface SdkReleases {
  readonly place: string;
  readonly language: SdkLanguage;
  /** A changelog names a value; that the release has it is a guess. */
  readonly from: 'tags' | 'changelog';
  /** Oldest first, without prereleases. */
  readonly versions: readonly string[];
  /** The commit of the newest tag, if tags were read. */
  readonly commit?: string;
  /** The package that users install, if the layout shows it. */
  readonly package?: string;
  readonly first: ReadonlyMap<string, First>;
  /** Versions in the changelog without a tag: their content is not known. */
  readonly untagged: readonly string[];
  /** Files that the copy of the repository lacks. */
  readonly lacking: number;
}

const VERSION_TAG = /^(?:[Aa]nthropic-)?v?(\d+\.\d+\.\d+)$/;

/** Lists the versions that have a tag, oldest first, without prereleases and side packages. */
export function listTaggedVersions(
  tags: readonly string[],
  from = '0.0.0',
): { version: string; tag: string }[] {
  return tags
    .flatMap((tag) => {
      const version = VERSION_TAG.exec(tag)?.[1];
      return version !== undefined && compareVersions(version, from) >= 0 ? [{ version, tag }] : [];
    })
    .sort((a, b) => compareVersions(a.version, b.version));
}

/**
 * Reads every tagged release of a repository; a file that several releases share is read once.
 * @throws {SyncError} if it is not an SDK, or has no tag
 */
export async function readTags(repository: Repository): Promise<SdkReleases> {
  const { path: place } = repository;
  const head = readCommit(repository, 'HEAD').id;
  const layout = findLayout(listTree(repository, head, () => true).map(({ path }) => path));
  if (!layout)
    throw new SyncError(
      `${place}: this is no official SDK whose layout is known. ` +
        'Teach tools/sync/src/observe/languages/layout.ts.',
    );
  const releases = listTaggedVersions(listTags(repository), layout.from);
  const newest = releases.at(-1);
  if (!newest)
    throw new SyncError(
      `${place}: no tag is a version, so there is no release to read. Fetch the tags.`,
    );
  const { trees, paths } = readTrees(repository, releases, layout);
  const values = new Map<string, Values>();
  await readBlobs(repository, [...paths.keys()], (blob, text) =>
    values.set(blob, findValues(paths.get(blob) ?? '', text)),
  );
  const versions = releases.map(({ version }) => version);
  return {
    place,
    language: layout.language,
    from: 'tags',
    versions,
    commit: readCommit(repository, `refs/tags/${newest.tag}`).id,
    package: layout.package,
    first: findFirst(versions, trees, values),
    untagged: await listUntaggedVersions(repository, head, layout, versions),
    lacking: paths.size - values.size,
  };
}

/** Reads the blobs of each release's sources, and a path of each blob. */
function readTrees(
  repository: Repository,
  releases: readonly { readonly tag: string }[],
  { isSource }: Layout,
): { trees: string[][]; paths: Map<string, string> } {
  const paths = new Map<string, string>();
  const trees = releases.map(({ tag }) =>
    listTree(repository, `refs/tags/${tag}`, isSource).map(({ path, blob }) => {
      paths.set(blob, path);
      return blob;
    }),
  );
  return { trees, paths };
}

function findFirst(
  versions: readonly string[],
  trees: readonly (readonly string[])[],
  values: ReadonlyMap<string, Values>,
): Map<string, First> {
  const first = new Map<string, { listed?: string; used?: string }>();
  trees.forEach((tree, index) => {
    const version = versions[index] as string;
    for (const blob of tree) {
      const found = values.get(blob);
      if (!found) continue;
      for (const kind of ['listed', 'used'] as const)
        for (const id of found[kind]) {
          const known = first.get(id) ?? {};
          known[kind] ??= version;
          first.set(id, known);
        }
    }
  });
  return first;
}

const CHANGELOG = /^(?:src\/Anthropic\/)?CHANGELOG\.md$/;

async function listUntaggedVersions(
  repository: Repository,
  head: string,
  { from = '0.0.0' }: Layout,
  versions: readonly string[],
): Promise<string[]> {
  const known = new Set(versions);
  const untagged = new Set<string>();
  const files = listTree(repository, head, (path) => CHANGELOG.test(path));
  await readBlobs(
    repository,
    files.map(({ blob }) => blob),
    (_, text) => {
      for (const { version } of readChangelog(text))
        if (!known.has(version) && compareVersions(version, from) >= 0) untagged.add(version);
    },
  );
  return [...untagged].sort(compareVersions);
}

/** Reads a changelog: the oldest section that names each beta. */
export function readChangelogFile(place: string, language: SdkLanguage, text: string): SdkReleases {
  const sections = readChangelog(text).sort((a, b) => compareVersions(a.version, b.version));
  if (sections.length === 0)
    throw new SyncError(
      `${place}: no heading is a version (\`## 1.2.0\`), so nothing can be read.`,
    );
  const first = new Map<string, First>();
  for (const { version, items } of sections)
    for (const id of findIds(items.join('\n')))
      if (!first.has(id)) first.set(id, { used: version });
  const versions = sections.map(({ version }) => version);
  return { place, language, from: 'changelog', versions, first, untagged: [], lacking: 0 };
}
